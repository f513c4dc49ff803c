package org.photoledger.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.photoledger.job.JobBench.counts;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.custody.LedgerFile;
import org.photoledger.job.JobBench.Interference;
import org.photoledger.verify.Verification;

/** Order is told by numbers, never by a clock, which may be set back between launches and while a run is at work. */
class ClockSetBackIT {

    @TempDir
    private Path folder = Path.of("");

    /** A clock that is a minute earlier at each look. */
    private static final class Backwards extends Clock {

        private Instant now = Instant.parse("2020-01-01T00:00:00Z");

        @Override
        public synchronized Instant instant() {
            now = now.minusSeconds(60);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Tried with seconds that may be negative in RunLaunch, where the first assertion fails. */
    @Test
    void runsAndLedgerHoldThoughTheClockGoesBack() throws IOException {
        Duration deadline = Duration.ofSeconds(30);
        try (JobBench bench = new JobBench(folder)) {
            RunEnd broken = bench.run(
                    new Interference().at("duplicates", () -> {
                        throw new IllegalStateException("broken off");
                    }),
                    deadline,
                    new Backwards());
            assertThat(broken.status()).isEqualTo(RunStatus.FAILED);
            assertThat(broken.seconds()).isZero();
            Clock earlier = Clock.offset(Clock.systemUTC(), Duration.ofDays(-9_000));
            assertThat(bench.run(new Interference(), deadline, earlier).status())
                    .isEqualTo(RunStatus.COMPLETE);
            RunEnd second = bench.run(new Interference(), deadline, new Backwards());
            assertThat(second.run()).isEqualTo(2);
            assertThat(counts(second).unchanged()).isEqualTo(50);
            assertThat(bench.database().runs().last().orElseThrow().number()).isEqualTo(2);
            assertThat(new Verification(bench.database(), LedgerFile.in(bench.home()))
                            .verify(true)
                            .mismatches())
                    .isEmpty();
        }
    }
}
