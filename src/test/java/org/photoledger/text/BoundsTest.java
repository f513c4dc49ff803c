package org.photoledger.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BoundsTest {

    /** 1283 / 640 * 640 is a little more than 1283 in floating point. */
    @Test
    void aPlaceThatReachesTheFarEdgeEndsThereInAPictureOfAnySize() {
        Bounds whole = new Bounds(0, 0, 640, 480);
        for (int size : List.of(641, 642, 1_283, 1_309, 1_329, 4_000)) {
            assertThat(whole.scaledTo(size, size, 640, 480)).isEqualTo(new Bounds(0, 0, size, size));
        }
    }

    @Test
    void aScaledPlaceHoldsAllOfIt() {
        assertThat(new Bounds(1, 1, 2, 2).scaledTo(15, 25, 10, 10)).isEqualTo(new Bounds(1, 2, 3, 5));
    }
}
