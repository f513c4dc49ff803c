package org.photoledger.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SlowestFilesTest {

    private final AtomicLong nanos = new AtomicLong();
    private final SlowestFiles files = new SlowestFiles(nanos::get);

    private void inWork(String path, long milliseconds) {
        files.begun(path);
        nanos.addAndGet(milliseconds * 1_000_000);
        files.ended(path);
    }

    @Test
    void theSlowestTwentyAreKeptTheSlowestFirst() {
        for (int at = 1; at <= SlowestFiles.KEPT + 5; at++) {
            inWork("photo-" + at, at);
        }
        assertThat(files.slowest())
                .hasSize(SlowestFiles.KEPT)
                .startsWith(new SlowestFiles.Slow("photo-25", 25), new SlowestFiles.Slow("photo-24", 24))
                .endsWith(new SlowestFiles.Slow("photo-6", 6));
    }

    @Test
    void filesThatAreInWorkAtOnceAreEachMeasured() {
        files.begun("a");
        nanos.addAndGet(3_000_000);
        inWork("b", 4);
        files.ended("a");
        assertThat(files.slowest()).containsExactly(new SlowestFiles.Slow("a", 7), new SlowestFiles.Slow("b", 4));
    }
}
