package org.photoledger.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.photoledger.image.Luma;

/** Numbers are compared where they stand in the frame. */
class NumbersOnPairTest {

    private static NumberRegion at(String text, double x, double y) {
        return NumberRegion.of(text, x, y, x + 0.2, y, x + 0.2, y + 0.1, x, y + 0.1);
    }

    private static boolean differ(List<NumberRegion> original, List<NumberRegion> copy) {
        boolean differ = NumbersOnPair.differ(original, copy, 1);
        assertThat(NumbersOnPair.differ(copy, original, 1)).isEqualTo(differ);
        return differ;
    }

    @Test
    void anotherNumberInOnePlaceDiffers() {
        assertThat(differ(List.of(at("2138", 0.1, 0.1)), List.of(at("2139", 0.15, 0.12))))
                .isTrue();
        assertThat(differ(List.of(at("2138", 0.1, 0.1)), List.of(at("2138", 0.15, 0.12))))
                .isFalse();
    }

    @Test
    void numbersInTwoPlacesSayNothing() {
        assertThat(differ(List.of(at("2138", 0.1, 0.1)), List.of(at("2139", 0.1, 0.17))))
                .isFalse();
        assertThat(differ(List.of(at("2138", 0.1, 0.1)), List.of())).isFalse();
    }

    @Test
    void neighbouringLinesThatOverlapAreComparedWithTheirLike() {
        List<NumberRegion> card = List.of(at("2138", 0.1, 0.1), at("407", 0.1, 0.14));
        assertThat(differ(card, card)).isFalse();
        assertThat(differ(card, List.of(at("2138", 0.1, 0.1), at("408", 0.1, 0.14))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aRegionTurnsWithItsPicture(int turn) {
        Luma picture = new Luma(4, 4, new float[] {0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0}).turned(turn);
        NumberRegion region =
                NumberRegion.of("1", 0.5, 0.25, 1, 0.25, 1, 0.5, 0.5, 0.5).turned(turn);
        for (int at = 0; at < 16; at++) {
            double x = (at % 4 + 0.5) / 4;
            double y = (at - at % 4) / 16.0 + 0.125;
            assertThat(region.box().contains(x, y)).isEqualTo(picture.at(at % 4, at >> 2) == 1);
        }
    }

    @Test
    void aCopyIsTurnedFirst() {
        NumberRegion number = at("2138", 0.1, 0.3);
        for (int turn = 2; turn <= TurnedBits.TURNS; turn++) {
            List<NumberRegion> copy = List.of(at("2139", 0.1, 0.3).turned(TurnedBits.inverse(turn)));
            assertThat(NumbersOnPair.differ(List.of(number), copy, turn)).isTrue();
            assertThat(NumbersOnPair.differ(List.of(number), copy, 1)).isFalse();
        }
    }
}
