package org.photoledger.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Repeats are joined, blanks part them, and only the allowed classes are read. */
class CtcPathTest {

    /** Probabilities of classes 0 (blank), 1 and 2, step by step. */
    private static final float[] STEPS = {
        0.1f, 0.8f, 0.1f,
        0.1f, 0.9f, 0.0f,
        0.7f, 0.2f, 0.1f,
        0.1f, 0.6f, 0.3f,
        0.1f, 0.3f, 0.6f
    };

    @Test
    void repeatsAreJoinedUnlessABlankPartsThem() {
        CtcPath path = CtcPath.greedy(STEPS, 5, 3, number -> true);
        assertThat(path.classes()).containsExactly(1, 1, 2);
        assertThat(path.confidences().get(0)).isCloseTo(0.9, within(1e-6));
        assertThat(path.logProbability())
                .isCloseTo(Math.log(0.8) + Math.log(0.9) + Math.log(0.7) + 2 * Math.log(0.6), within(1e-5));
    }

    @Test
    void onlyTheAllowedClassesAreRead() {
        assertThat(CtcPath.greedy(STEPS, 5, 3, number -> number == 2).classes()).containsExactly(2);
        assertThat(CtcPath.greedy(STEPS, 5, 3, number -> false).classes()).isEmpty();
    }

    @Test
    void scoresBecomeProbabilitiesStepByStep() {
        float[] probabilities = CtcPath.softmax(new float[] {0, 0, 1000, 0}, 2);
        assertThat(probabilities).containsExactly(0.5f, 0.5f, 1f, 0f);
    }
}
