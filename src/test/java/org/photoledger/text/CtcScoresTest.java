package org.photoledger.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CtcScoresTest {

    private static final int STEPS = 6;
    private static final int CLASSES = 3;

    private static float[] random(long seed) {
        Random random = new Random(seed);
        float[] scores = new float[STEPS * CLASSES];
        for (int at = 0; at < scores.length; at++) {
            scores[at] = random.nextFloat() * 4;
        }
        return CtcPath.softmax(scores, CLASSES);
    }

    /** Every path there is, added up by what it reads. */
    private static Map<List<Integer>, Double> byEveryPath(float[] probabilities) {
        Map<List<Integer>, Double> sums = new HashMap<>();
        for (int path = 0; path < Math.pow(CLASSES, STEPS); path++) {
            List<Integer> reading = new ArrayList<>();
            double probability = 1;
            int before = 0;
            int rest = path;
            for (int step = 0; step < STEPS; step++) {
                int number = rest % CLASSES;
                rest /= CLASSES;
                probability *= probabilities[step * CLASSES + number];
                if (number != 0 && number != before) {
                    reading.add(number);
                }
                before = number;
            }
            sums.merge(reading, probability, Double::sum);
        }
        return sums;
    }

    @Test
    void aReadingIsAsProbableAsAllItsPathsTogether() {
        for (long seed = 0; seed < 5; seed++) {
            float[] probabilities = random(seed);
            CtcScores scores = new CtcScores(probabilities, STEPS, CLASSES);
            byEveryPath(probabilities)
                    .forEach((reading, probability) -> assertThat(Math.exp(scores.logLikelihood(reading)))
                            .as("%s", reading)
                            .isCloseTo(probability, Offset.offset(1e-6)));
        }
    }

    @Test
    void aReadingThatIsLongerThanTheLineHasNoPath() {
        CtcScores scores = new CtcScores(random(1), STEPS, CLASSES);

        assertThat(scores.logLikelihood(List.of(1, 1, 1, 1))).isEqualTo(Double.NEGATIVE_INFINITY);
    }
}
