package org.photoledger.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.photoledger.image.Luma;
import org.photoledger.testing.Pictures;

/** A filled rectangle with text is an overlay, whatever JPEG makes of it; a card before a lens is not. */
class SurfaceProbeTest {

    private static final int LEFT = 200;
    private static final int TOP = 150;

    /** Where the ink of the drawn line stands: six strokes, 200 x 40. */
    private static final TextBox BOX = box(LEFT + 24, TOP + 24, LEFT + 236, TOP + 76);

    private static TextBox box(double left, double top, double right, double bottom) {
        return new TextBox(
                new Corner(left, top), new Corner(right, top), new Corner(right, bottom), new Corner(left, bottom));
    }

    private static BufferedImage photo() {
        BufferedImage photo = Pictures.drawn(11, 640, 480);
        Graphics2D pen = photo.createGraphics();
        pen.setColor(new Color(90, 110, 70));
        pen.fillRect(LEFT - 80, TOP - 80, 420, 260);
        pen.dispose();
        noise(photo, 12, new Random(4));
        return photo;
    }

    private static void noise(BufferedImage photo, int most, Random random) {
        for (int y = 0; y < photo.getHeight(); y++) {
            for (int x = 0; x < photo.getWidth(); x++) {
                int by = random.nextInt(2 * most + 1) - most;
                int rgb = photo.getRGB(x, y);
                photo.setRGB(x, y, level(rgb >> 16, by) << 16 | level(rgb >> 8, by) << 8 | level(rgb, by));
            }
        }
    }

    private static int level(int value, int by) {
        return Math.max(0, Math.min(255, (value & 0xff) + by));
    }

    /** A white rectangle of 260 x 100 with ink in its middle; where asked for, ink alone. */
    private static void drawText(BufferedImage photo, boolean patch, AffineTransform move) {
        Graphics2D pen = photo.createGraphics();
        pen.transform(move);
        if (patch) {
            pen.setColor(Color.WHITE);
            pen.fillRect(LEFT, TOP, 260, 100);
        }
        pen.setColor(new Color(20, 20, 20));
        pen.setStroke(new BasicStroke(5));
        for (int glyph = 0; glyph < 6; glyph++) {
            int x = LEFT + 32 + 35 * glyph;
            pen.drawLine(x, TOP + 30, x + 18, TOP + 70);
            pen.drawLine(x, TOP + 68, x + 18, TOP + 70);
        }
        pen.dispose();
    }

    private static Luma taken(BufferedImage photo, float quality) {
        try {
            return Luma.of(ImageIO.read(new ByteArrayInputStream(Pictures.jpeg(photo, quality))));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {0.5f, 0.75f, 0.95f})
    void aFilledRectangleIsAnOverlayAtAnyQuality(float quality) {
        BufferedImage photo = photo();
        drawText(photo, true, new AffineTransform());
        Luma picture = taken(photo, quality);
        assertThat(SurfaceProbe.of(picture, BOX)).isEqualTo(Surface.OVERLAY);
        assertThat(SurfaceProbe.of(picture, BOX.turnedOver())).isEqualTo(Surface.OVERLAY);
    }

    @Test
    void anOverlayInATurnedPictureIsOneToo() {
        BufferedImage photo = photo();
        drawText(photo, true, new AffineTransform());
        Luma turned = taken(photo, 0.8f).turned(6);
        // a point x, y of the upright picture is at 480 - y, x of the turned one
        TextBox box = new TextBox(
                new Corner(480 - TOP - 24, LEFT + 24),
                new Corner(480 - TOP - 24, LEFT + 236),
                new Corner(480 - TOP - 76, LEFT + 236),
                new Corner(480 - TOP - 76, LEFT + 24));
        assertThat(box.turn()).isEqualTo(90);
        assertThat(SurfaceProbe.of(turned, box)).isEqualTo(Surface.OVERLAY);
    }

    @Test
    void aBoxThatReachesBeyondThePatchOrAStripAtThePicturesEndIsAnOverlayToo() {
        BufferedImage photo = photo();
        drawText(photo, true, new AffineTransform());
        assertThat(SurfaceProbe.of(taken(photo, 0.8f), box(LEFT - 20, TOP + 24, LEFT + 236, TOP + 76)))
                .isEqualTo(Surface.OVERLAY);
        BufferedImage strip = photo();
        drawText(strip, true, AffineTransform.getTranslateInstance(-LEFT, -TOP));
        assertThat(SurfaceProbe.of(taken(strip, 0.8f), box(24, 24, 236, 76))).isEqualTo(Surface.OVERLAY);
    }

    @Test
    void aNoisyCardIsPartOfTheScene() {
        BufferedImage photo = photo();
        drawText(photo, true, new AffineTransform());
        noise(photo, 12, new Random(5));
        assertThat(SurfaceProbe.of(taken(photo, 0.9f), BOX)).isEqualTo(Surface.SCENE);
    }

    @Test
    void aShadedCardIsPartOfTheScene() {
        BufferedImage photo = photo();
        drawText(photo, true, new AffineTransform());
        Graphics2D pen = photo.createGraphics();
        for (int x = 0; x < 640; x++) {
            pen.setColor(new Color(0, 0, 0, Math.max(0, Math.min(60, (x - LEFT) / 8))));
            pen.drawLine(x, 0, x, 480);
        }
        pen.dispose();
        assertThat(SurfaceProbe.of(taken(photo, 0.9f), BOX)).isEqualTo(Surface.SCENE);
    }

    @Test
    void aCardAskewIsPartOfTheScene() {
        BufferedImage photo = photo();
        double angle = Math.toRadians(6);
        AffineTransform turn = AffineTransform.getRotateInstance(angle, LEFT, TOP);
        drawText(photo, true, turn);
        assertThat(SurfaceProbe.of(taken(photo, 0.9f), moved(BOX, turn))).isEqualTo(Surface.SCENE);
    }

    private static TextBox moved(TextBox box, AffineTransform move) {
        return new TextBox(
                moved(box.topStart(), move),
                moved(box.topEnd(), move),
                moved(box.bottomEnd(), move),
                moved(box.bottomStart(), move));
    }

    private static Corner moved(Corner corner, AffineTransform move) {
        double[] at = {corner.x(), corner.y()};
        move.transform(at, 0, at, 0, 1);
        return new Corner(at[0], at[1]);
    }

    /** A turn of one degree and a half is taken for upright by the detector, and is none by its edges. */
    @Test
    void aFlatPatchSlightlyAskewIsNoOverlay() {
        BufferedImage photo = photo();
        AffineTransform turn = AffineTransform.getRotateInstance(Math.toRadians(1.5), LEFT, TOP);
        drawText(photo, true, turn);
        assertThat(SurfaceProbe.of(taken(photo, 0.9f), BOX)).isNotEqualTo(Surface.OVERLAY);
    }

    @Test
    void textOnAWallOrAmongThingsStandsOnNothingKnown() {
        BufferedImage wall = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = wall.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(150, 150, 150), 640, 480, new Color(240, 240, 240)));
        pen.fillRect(0, 0, 640, 480);
        pen.dispose();
        noise(wall, 6, new Random(8));
        BufferedImage things = Pictures.drawn(11, 640, 480);
        for (BufferedImage photo : List.of(wall, things)) {
            drawText(photo, false, new AffineTransform());
            assertThat(SurfaceProbe.of(taken(photo, 0.9f), BOX)).isEqualTo(Surface.UNKNOWN);
        }
    }

    @Test
    void placesWithoutContrastWithoutSizeAndOutsideAreUnknown() {
        Luma grey = new Luma(60, 60, new float[3_600]);
        assertThat(SurfaceProbe.of(grey, box(10, 10, 50, 30))).isEqualTo(Surface.UNKNOWN);
        assertThat(SurfaceProbe.of(grey, box(5, 5, 5, 5))).isEqualTo(Surface.UNKNOWN);
        assertThat(SurfaceProbe.of(grey, box(-900, -900, -800, -880))).isEqualTo(Surface.UNKNOWN);
        assertThat(SurfaceProbe.of(new Luma(30_000, 1, new float[30_000]), box(0, 0, 30_000, 40)))
                .isEqualTo(Surface.UNKNOWN);
    }
}
