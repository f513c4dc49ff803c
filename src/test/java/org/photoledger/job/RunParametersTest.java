package org.photoledger.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a run was asked for, as it is kept with the run. */
class RunParametersTest {

    @Test
    void everyRequestIsReadBackAsItWasKept() {
        for (RunParameters parameters : new RunParameters[] {
            RunParameters.ofImport(0, true),
            RunParameters.ofImport(17, false),
            RunParameters.ofRetry(4, RetryPart.TEXT),
            RunParameters.ofRetry(12, RetryPart.HASH)
        }) {
            assertThat(RunParameters.parse(parameters.json())).isEqualTo(parameters);
        }
    }

    @Test
    void retriesAreKeptWithTheirRunAndTheirPart() {
        assertThat(RunParameters.ofRetry(4, RetryPart.TEXT).json()).isEqualTo("{\"retry\":4,\"part\":\"text\"}");
        assertThat(RunParameters.ofRetry(4, RetryPart.HASH).json()).isEqualTo("{\"retry\":4,\"part\":\"hash\"}");
    }

    @Test
    void onlyTheTextPartLooksForText() {
        assertThat(RunParameters.ofRetry(4, RetryPart.TEXT).text()).isTrue();
        assertThat(RunParameters.ofRetry(4, RetryPart.HASH).text()).isFalse();
    }
}
