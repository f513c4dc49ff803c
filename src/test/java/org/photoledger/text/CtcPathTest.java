package org.photoledger.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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
    void eachClassHasTheSecondBestWhereItWasSurest() {
        assertThat(CtcPath.greedy(STEPS, 5, 3, number -> true).rivals())
                .extracting(CtcPath.Rival::number)
                .containsExactly(0, 2, 1);
        assertThat(CtcPath.greedy(STEPS, 5, 3, number -> true).rivals().get(1).probability())
                .isCloseTo(0.3, within(1e-6));
        assertThat(CtcPath.greedy(STEPS, 5, 3, number -> number == 1).rivals()).allMatch(rival -> rival.number() == 0);
    }

    /** Class 1 of probability 0.9, 0.5 and 0.6 with class 2 second, parted by blanks. */
    private static final float[] UNSURE = {
        0.0f, 0.9f, 0.1f, 0.0f,
        1.0f, 0.0f, 0.0f, 0.0f,
        0.0f, 0.5f, 0.4f, 0.1f,
        1.0f, 0.0f, 0.0f, 0.0f,
        0.0f, 0.6f, 0.3f, 0.1f,
        1.0f, 0.0f, 0.0f, 0.0f,
        0.0f, 0.7f, 0.05f, 0.25f,
        1.0f, 0.0f, 0.0f, 0.0f,
        0.0f, 0.995f, 0.005f, 0.0f
    };

    private static LineReading read(String characters) {
        CtcPath path = CtcPath.greedy(UNSURE, 9, 4, number -> true);
        return LineReading.of("engine", path, number -> characters.substring(number - 1, number));
    }

    @Test
    void alternativesReplaceOneCharacterByItsSecondChoiceTheLeastSureFirst() {
        List<Alternative> alternatives = read("178").alternatives();
        assertThat(alternatives).extracting(Alternative::raw).containsExactly("17111", "11711", "11181");
        assertThat(read("178").text()).isEqualTo("11111");
        assertThat(read("178").confidence()).isCloseTo((0.9 + 0.5 + 0.6 + 0.7 + 0.995) / 5, within(1e-6));
        assertThat(alternatives.get(0).confidence()).isCloseTo((0.9 + 0.4 + 0.6 + 0.7 + 0.995) / 5, within(1e-6));
    }

    @Test
    void theSameDigitInAnotherShapeAndWhatCannotBeReadAreNoAlternatives() {
        assertThat(read("٤۴□").alternatives()).isEmpty();
        assertThat(read("□٤۴").alternatives()).extracting(Alternative::raw).contains("□٤□□□");
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
