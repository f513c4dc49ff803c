package org.photoledger.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.photoledger.image.Luma;

/** Boxes fit what was found, whatever its angle, and crops hold what lies in the box. */
class TextGeometryTest {

    private static List<Corner> rectangle(double width, double height, double degrees) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        List<Corner> points = new ArrayList<>();
        for (double u = 0; u <= width; u += width / 10) {
            for (double v = 0; v <= height; v += height / 10) {
                points.add(new Corner(100 + u * cos - v * sin, 100 + u * sin + v * cos));
            }
        }
        return points;
    }

    @Test
    void theSmallestBoxTurnsWithItsPoints() {
        for (double degrees : List.of(0.0, 10.0, -30.0, 44.0)) {
            TextBox box = SmallestBox.around(rectangle(80, 20, degrees));
            assertThat(box.width()).as(degrees + " degrees").isCloseTo(80, within(0.01));
            assertThat(box.height()).isCloseTo(20, within(0.01));
            assertThat(box.topStart().x()).isCloseTo(100, within(0.01));
            assertThat(box.topStart().y()).isCloseTo(100, within(0.01));
        }
    }

    @Test
    void pointsOnALineOrOneAloneHaveABoxWithoutArea() {
        TextBox line = SmallestBox.around(List.of(new Corner(0, 0), new Corner(5, 5), new Corner(9, 9)));
        assertThat(line.width() * line.height()).isCloseTo(0, within(1e-6));
        assertThat(SmallestBox.around(List.of(new Corner(3, 4))).width()).isZero();
    }

    /** 100 x 100, probable from 20 to 60 and from top to bottom. */
    private static float[] map(int top, int bottom) {
        float[] map = new float[100 * 100];
        for (int y = top; y < bottom; y++) {
            Arrays.fill(map, y * 100 + 20, y * 100 + 60, 0.9f);
        }
        return map;
    }

    @Test
    void aPlaceOfTextIsGrownByAreaTimesRatioOverPerimeter() {
        List<DetectedText> places = new ProbabilityMap(map(20, 30), 100, 100).places(0.6, 10);
        assertThat(places).singleElement().satisfies(place -> {
            assertThat(place.score()).isCloseTo(0.9, within(1e-6));
            // 40 x 10 grown on each side by 400 * 1.6 / 100
            assertThat(place.box().width()).isCloseTo(52.8, within(0.01));
            assertThat(place.box().height()).isCloseTo(22.8, within(0.01));
            assertThat(place.box().topStart().x()).isCloseTo(13.6, within(0.01));
        });
    }

    @Test
    void specksAndWeakPlacesAreNoText() {
        assertThat(new ProbabilityMap(map(20, 22), 100, 100).places(0.6, 10)).isEmpty();
        assertThat(new ProbabilityMap(map(20, 30), 100, 100).places(0.95, 10)).isEmpty();
    }

    @Test
    void atMostSoManyPlacesAreGiven() {
        float[] map = new float[100 * 100];
        for (int at = 0; at < 5; at++) {
            float[] one = map(20 * at, 20 * at + 8);
            for (int i = 0; i < map.length; i++) {
                map[i] = Math.max(map[i], one[i]);
            }
        }
        assertThat(new ProbabilityMap(map, 100, 100).places(0.6, 5)).hasSize(5);
        assertThat(new ProbabilityMap(map, 100, 100).places(0.6, 4)).hasSize(4);
    }

    private static Luma gradient(int width, int height) {
        float[] samples = new float[width * height];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = at % width;
        }
        return new Luma(width, height, samples);
    }

    private static TextBox upright(double left, double top, double right, double bottom) {
        return new TextBox(
                new Corner(left, top), new Corner(right, top), new Corner(right, bottom), new Corner(left, bottom));
    }

    @Test
    void aCropHoldsWhatLiesInTheBoxAndRunsAsTheBoxDoes() {
        TextBox box = upright(10, 10, 50, 20);
        Luma crop = LineCrop.of(gradient(100, 40), box, 10, 4, 400);
        assertThat(crop.width()).isEqualTo(40);
        assertThat(crop.at(0, 5)).isCloseTo(10, within(0.01f));
        assertThat(crop.at(39, 5)).isCloseTo(49, within(0.01f));
        Luma over = LineCrop.of(gradient(100, 40), box.turnedOver(), 10, 4, 400);
        assertThat(over.at(0, 5)).isCloseTo(49, within(0.01f));
    }

    @Test
    void aLineOnEndIsLaidFlatSoThatItRunsDownwards() {
        TextBox flat = upright(10, 10, 20, 50).laidFlat();
        assertThat(flat.width()).isEqualTo(40);
        assertThat(flat.topStart()).isEqualTo(new Corner(20, 10));
        assertThat(flat.topEnd()).isEqualTo(new Corner(20, 50));
    }

    @Test
    void aBoxTellsTheQuarterTurnNearestToItsDirection() {
        TextBox box = upright(10, 10, 50, 20);
        TextBox down = upright(10, 10, 20, 50).laidFlat();
        assertThat(List.of(
                        box.turn(),
                        down.turn(),
                        box.turnedOver().turn(),
                        down.turnedOver().turn()))
                .containsExactly(0, 90, 180, 270);
        assertThat(SmallestBox.around(rectangle(80, 20, -30)).turn()).isZero();
        assertThat(SmallestBox.around(rectangle(80, 20, 44)).turnedOver().turn())
                .isEqualTo(180);
        assertThat(upright(5, 5, 5, 5).turn()).isZero();
    }

    @Test
    void boxesOfNoSizeOutsideAndOfAnyLengthGiveCropsWithinTheirBounds() {
        Luma picture = gradient(30, 30);
        assertThat(LineCrop.of(picture, upright(5, 5, 5, 5), 32, 16, 320).width())
                .isEqualTo(16);
        assertThat(LineCrop.of(picture, upright(-900, -900, -800, -880), 32, 16, 320)
                        .at(3, 3))
                .isZero();
        assertThat(LineCrop.of(picture, upright(0, 0, 30_000, 1), 32, 16, 320).width())
                .isEqualTo(320);
    }
}
