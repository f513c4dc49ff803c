package org.photoledger.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.photoledger.image.Luma;

/** The turns of a hash follow the turns of its picture, and form a group that keeps distances. */
class TurnedHashTest {

    private static final int OTHER_PICTURE = 80;

    private static PerceptualHash random(Random random) {
        long[] words = {random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()};
        return PerceptualHash.of(words, 100);
    }

    @Test
    void aTurnedHashIsTheHashOfTheTurnedPictureUpToAFewBits() {
        for (int seed = 0; seed < 20; seed++) {
            Luma picture = DrawnScene.of(seed, 300, 200);
            PerceptualHash hash = PdqHasher.hash(picture);
            for (int turn = 1; turn <= TurnedBits.TURNS; turn++) {
                PerceptualHash turned = PdqHasher.hash(picture.turned(turn));
                assertThat(hash.turned(turn).distance(turned))
                        .as("turn " + turn)
                        .isLessThanOrEqualTo(PerceptualHash.NEAR);
            }
        }
    }

    @Test
    void everyOtherTurnIsAnotherPicture() {
        PerceptualHash hash = PdqHasher.hash(DrawnScene.of(5, 300, 200));
        for (int turn = 2; turn <= TurnedBits.TURNS; turn++) {
            assertThat(hash.turned(turn).distance(hash)).as("turn " + turn).isGreaterThan(OTHER_PICTURE);
        }
    }

    @Test
    void theDistanceOfTwoPhotosInATurnDoesNotDependOnWhichIsTurned() {
        Random random = new Random(1);
        for (int round = 0; round < 100; round++) {
            PerceptualHash one = random(random);
            PerceptualHash other = random(random);
            for (int turn = 1; turn <= TurnedBits.TURNS; turn++) {
                assertThat(one.turned(turn).distance(other))
                        .isEqualTo(one.distance(other.turned(TurnedBits.inverse(turn))));
            }
        }
    }

    @Test
    void turnsComposeAsThoseOfPicturesDo() {
        PerceptualHash hash = random(new Random(2));
        Luma picture = new Luma(3, 2, new float[] {1, 2, 3, 4, 5, 6});
        for (int first = 1; first <= TurnedBits.TURNS; first++) {
            for (int second = 1; second <= TurnedBits.TURNS; second++) {
                int both = composed(picture, picture.turned(first).turned(second));
                assertThat(hash.turned(first).turned(second)).isEqualTo(hash.turned(both));
            }
        }
    }

    private static int composed(Luma picture, Luma turned) {
        for (int turn = 1; turn <= TurnedBits.TURNS; turn++) {
            Luma once = picture.turned(turn);
            if (once.width() == turned.width() && java.util.Arrays.equals(once.samples(), turned.samples())) {
                return turn;
            }
        }
        throw new AssertionError("no turn");
    }

    @Test
    void theInverseUndoesATurn() {
        PerceptualHash hash = random(new Random(3));
        for (int turn = 1; turn <= TurnedBits.TURNS; turn++) {
            assertThat(hash.turned(turn).turned(TurnedBits.inverse(turn))).isEqualTo(hash);
        }
        assertThatThrownBy(() -> hash.turned(9)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMatchNamesTheTurnThatBringsTheCopyBack() {
        Luma picture = DrawnScene.of(7, 200, 300);
        long[] original = PdqHasher.hash(picture).words();
        for (int turn = 1; turn <= TurnedBits.TURNS; turn++) {
            long[] copy = PdqHasher.hash(picture.turned(turn)).words();
            HashMatch match = HashMatch.between(original, copy);
            assertThat(match.turn()).isEqualTo(TurnedBits.inverse(turn));
            assertThat(match.distance()).isLessThanOrEqualTo(PerceptualHash.NEAR);
        }
    }

    @Test
    void wordsAreTheDigitsInTheirOrder() {
        PerceptualHash hash = new PerceptualHash("0123456789abcdef".repeat(3) + "fedcba9876543210", 1);
        assertThat(hash.words())
                .containsExactly(0x0123456789abcdefL, 0x0123456789abcdefL, 0x0123456789abcdefL, 0xfedcba9876543210L);
        assertThat(PerceptualHash.of(hash.words(), 1)).isEqualTo(hash);
    }
}
