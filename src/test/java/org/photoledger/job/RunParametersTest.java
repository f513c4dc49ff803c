package org.photoledger.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.photoledger.source.Outcome;
import org.photoledger.source.Reason;
import org.photoledger.store.LostFiles;

/** What a run was asked for, as it is kept with the run. */
class RunParametersTest {

    @Test
    void everyRequestIsReadBackAsItWasKept() {
        for (RunParameters parameters : new RunParameters[] {
            RunParameters.ofImport(0, true),
            RunParameters.ofImport(17, false),
            RunParameters.ofRetry(4, RetryPart.TEXT),
            RunParameters.ofRetry(12, RetryPart.HASH),
            RunParameters.ofAgain(7, new LostFiles(null, null, null), true),
            RunParameters.ofAgain(
                    8, new LostFiles(Outcome.QUARANTINED, Reason.WORKER_DIED, "image/vnd.adobe.photoshop"), false)
        }) {
            assertThat(RunParameters.parse(parameters.json())).isEqualTo(parameters);
        }
    }

    @Test
    void retriesAreKeptWithTheirRunAndTheirPart() {
        assertThat(RunParameters.ofRetry(4, RetryPart.TEXT).json()).isEqualTo("{\"retry\":4,\"part\":\"text\"}");
        assertThat(RunParameters.ofRetry(4, RetryPart.HASH).json()).isEqualTo("{\"retry\":4,\"part\":\"hash\"}");
    }

    /** As the first release that opened again what was encrypted kept it. */
    @Test
    void reopeningsAreReadAsRetriesOfWhatWasEncrypted() {
        assertThat(RunParameters.parse("{\"reopened\":3,\"text\":false}"))
                .isEqualTo(RunParameters.ofAgain(3, LostFiles.ENCRYPTED, false));
    }

    @Test
    void onlyTheTextPartLooksForText() {
        assertThat(RunParameters.ofRetry(4, RetryPart.TEXT).text()).isTrue();
        assertThat(RunParameters.ofRetry(4, RetryPart.HASH).text()).isFalse();
    }
}
