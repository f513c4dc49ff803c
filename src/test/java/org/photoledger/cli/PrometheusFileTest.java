package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.photoledger.job.RunEnd;
import org.photoledger.job.RunStatus;
import org.photoledger.store.RunCounts;

class PrometheusFileTest {

    private static final RunCounts COUNTS = new RunCounts(10, 1, 9, 3, 2, 1, 1, 1, 1, 0);

    private static String text(Optional<Instant> complete, RunStatus status, int code) {
        RunEnd end = new RunEnd(7, status, code, null, null, COUNTS, null, 12.5);
        return PrometheusFile.text(complete, end, code, Instant.ofEpochSecond(2_000));
    }

    @Test
    void aRunIsToldByItsEndItsCodeAndItsFilesByOutcome() {
        assertThat(text(Optional.of(Instant.ofEpochSecond(2_000)), RunStatus.COMPLETE, 3))
                .contains(
                        "# TYPE photoledger_last_run_exit_code gauge\nphotoledger_last_run_exit_code 3\n",
                        "photoledger_last_complete_run_end_timestamp_seconds 2000\n",
                        "photoledger_last_run_seconds 12.500\n",
                        "photoledger_last_run_files{outcome=\"quarantined\"} 1\n")
                .doesNotContain("names");
    }

    @Test
    void aFailedRunLeavesTheLastCompleteOnesTime() {
        assertThat(text(Optional.of(Instant.ofEpochSecond(500)), RunStatus.FAILED, 1))
                .contains(
                        "photoledger_last_run_end_timestamp_seconds 2000\n",
                        "photoledger_last_complete_run_end_timestamp_seconds 500\n");
        assertThat(text(Optional.empty(), RunStatus.FAILED, 1)).doesNotContain("last_complete_run");
    }

    /** Lines of the text format 0.0.4: comments, and a name with labels and a number. */
    @Test
    void everyLineIsOfPrometheusTextFormat() {
        assertThat(text(Optional.of(Instant.EPOCH), RunStatus.COMPLETE, 0).lines())
                .allMatch(line -> line.matches("# (HELP|TYPE) photoledger_[a-z_]+ .+")
                        || line.matches("photoledger_[a-z_]+(\\{outcome=\"[a-z]+\"\\})? [0-9]+([.][0-9]+)?"));
    }
}
