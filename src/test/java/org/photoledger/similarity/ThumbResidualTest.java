package org.photoledger.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.photoledger.image.Luma;

/** The second look at a near pair. */
class ThumbResidualTest {

    private static final Luma SCENE = DrawnScene.of(3, 400, 300);

    private static Thumb changed(float gain, float offset) {
        float[] samples = SCENE.samples();
        for (int at = 0; at < samples.length; at++) {
            samples[at] = gain * samples[at] + offset;
        }
        return Thumb.of(new Luma(400, 300, samples));
    }

    @Test
    void aBrighterOrFlatterCopyIsTheSame() {
        Thumb original = Thumb.of(SCENE);
        assertThat(ThumbResidual.between(original, original)).isCloseTo(0, within(1e-9));
        assertThat(ThumbResidual.between(original, changed(0.7f, 30))).isLessThan(0.05);
    }

    @Test
    void aStampInOneCornerStandsOut() {
        float[] samples = SCENE.samples();
        for (int y = 270; y < 295; y++) {
            java.util.Arrays.fill(samples, 400 * y + 330, 400 * y + 390, 255);
        }
        Thumb stamped = Thumb.of(new Luma(400, 300, samples));
        assertThat(ThumbResidual.between(Thumb.of(SCENE), stamped)).isGreaterThan(0.5);
    }

    @Test
    void flatThumbsAreTheSameAndAnythingOnAFlatOneIsNot() {
        Thumb black = Thumb.of(new byte[Thumb.SIDE * Thumb.SIDE]);
        assertThat(ThumbResidual.between(black, black)).isZero();
        assertThat(ThumbResidual.between(Thumb.of(SCENE), black)).isGreaterThan(1);
    }

    @Test
    void aTurnedThumbIsTheThumbOfTheTurnedPicture() {
        for (int turn = 1; turn <= TurnedBits.TURNS; turn++) {
            Thumb turned = Thumb.of(SCENE).turned(turn);
            assertThat(ThumbResidual.between(Thumb.of(SCENE.turned(turn)), turned))
                    .isLessThan(0.01);
            assertThat(turned.turned(TurnedBits.inverse(turn)).samples())
                    .isEqualTo(Thumb.of(SCENE).samples());
        }
    }
}
