package org.photoledger.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SecondLookTest {

    /** Of two characters and the blank: the probability of each, step by step. */
    private static CtcScores look(float... probabilities) {
        return new CtcScores(probabilities, probabilities.length / 3, 3);
    }

    private static final CtcScores TWICE = look(0.1f, 0.8f, 0.1f, /**/ 0.85f, 0.1f, 0.05f, /**/ 0.1f, 0.8f, 0.1f);
    private static final CtcScores ONCE = look(0.1f, 0.8f, 0.1f, /**/ 0.45f, 0.5f, 0.05f, /**/ 0.1f, 0.8f, 0.1f);

    private static CtcPath agree(CtcScores first, CtcScores second) {
        return SecondLook.agree(first, second, number -> true);
    }

    @Test
    void whereTwoLooksReadTheSameTheirConfidencesAreAveraged() {
        CtcScores surer = look(0.05f, 0.9f, 0.05f, /**/ 0.85f, 0.1f, 0.05f, /**/ 0.1f, 0.8f, 0.1f);

        CtcPath agreed = agree(TWICE, surer);

        assertThat(agreed.classes()).containsExactly(1, 1);
        assertThat(agreed.confidences().get(0)).isCloseTo(0.85, Offset.offset(1e-6));
        assertThat(agreed.confidences().get(1)).isCloseTo(0.8, Offset.offset(1e-6));
    }

    @Test
    void whereTheyDifferTheReadingWinsThatBothTogetherFindMoreProbable() {
        CtcPath chosen = agree(ONCE, TWICE);

        assertThat(ONCE.greedy(number -> true).classes()).containsExactly(1);
        assertThat(chosen.classes()).containsExactly(1, 1);
        assertThat(agree(TWICE, ONCE).classes()).isEqualTo(chosen.classes());
    }

    @Test
    void anUndecidedChoiceIsToldByItsLeastSureCharacter() {
        double agreed = agree(TWICE, TWICE).confidences().get(0);

        List<Double> differing = agree(ONCE, TWICE).confidences();

        assertThat(differing.stream().mapToDouble(Double::doubleValue).min().orElseThrow())
                .isLessThan(agreed);
    }
}
