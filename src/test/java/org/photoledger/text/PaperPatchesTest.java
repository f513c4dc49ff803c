package org.photoledger.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.photoledger.image.Luma;

/** Small marks on a compact patch of paper are worth a second look; the same marks elsewhere are not. */
class PaperPatchesTest {

    private static Luma picture(Color wall, Consumer<Graphics2D> drawing) {
        BufferedImage picture = new BufferedImage(640, 480, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(wall);
        pen.fillRect(0, 0, 640, 480);
        drawing.accept(pen);
        pen.dispose();
        return Luma.of(picture);
    }

    private static void card(Graphics2D pen, int x, int y) {
        pen.setColor(new Color(235, 235, 235));
        pen.fillRect(x, y, 40, 30);
        marks(pen, x + 12, y + 12);
    }

    /** Three strokes as high as a digit of 7 pixels. */
    private static void marks(Graphics2D pen, int x, int y) {
        pen.setColor(Color.BLACK);
        for (int at = 0; at < 3; at++) {
            pen.fillRect(x + 6 * at, y, 2, 7);
        }
    }

    private static List<Bounds> patches(Luma picture) {
        return PaperPatches.of(picture, row -> false, 2);
    }

    @Test
    void aCardWithSmallMarksIsFoundWhole() {
        List<Bounds> patches = patches(picture(new Color(120, 120, 120), pen -> card(pen, 300, 200)));
        assertThat(patches).containsExactly(new Bounds(300, 200, 340, 230));
    }

    @Test
    void aCardWhoseMarksTheDetectorSawNeedsNoSecondLook() {
        Luma picture = picture(new Color(120, 120, 120), pen -> card(pen, 300, 200));
        assertThat(PaperPatches.of(picture, row -> true, 2)).isEmpty();
    }

    @Test
    void marksOnAWholeWallAreNoCard() {
        assertThat(patches(picture(new Color(235, 235, 235), pen -> marks(pen, 300, 200))))
                .isEmpty();
    }

    @Test
    void darkPaperAndASingleMarkAreNoCard() {
        assertThat(patches(picture(new Color(40, 40, 40), pen -> {
                    pen.setColor(new Color(140, 140, 140));
                    pen.fillRect(100, 100, 40, 30);
                    marks(pen, 112, 112);
                })))
                .isEmpty();
        assertThat(patches(picture(new Color(120, 120, 120), pen -> {
                    pen.setColor(new Color(235, 235, 235));
                    pen.fillRect(100, 100, 40, 30);
                    pen.setColor(Color.BLACK);
                    pen.fillRect(118, 112, 2, 7);
                })))
                .isEmpty();
    }

    @Test
    void ofManyCardsTheFirstAreTaken() {
        Luma picture = picture(new Color(120, 120, 120), pen -> {
            for (int at = 0; at < 5; at++) {
                card(pen, 100 * at + 20, 200);
            }
        });
        assertThat(patches(picture)).hasSize(2);
    }

    @Test
    void aPictureOfOnePixelHasNoCard() {
        assertThat(patches(new Luma(1, 1, new float[] {255}))).isEmpty();
    }
}
