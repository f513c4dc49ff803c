package org.photoledger.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.photoledger.testing.Pictures;

/** Black bars are cut off at any side, and a picture without any stays as it is. */
class BlackBarsTest {

    /** A bright picture in a black frame. */
    private static Luma framed(int left, int top, int right, int bottom) {
        BufferedImage frame = new BufferedImage(80 + left + right, 60 + top + bottom, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = frame.createGraphics();
        pen.setColor(Color.LIGHT_GRAY);
        pen.fillRect(left, top, 80, 60);
        pen.drawImage(Pictures.drawn(2, 60, 40), left + 10, top + 10, null);
        pen.dispose();
        return Luma.of(frame);
    }

    @Test
    void barsAreCutOffAtEachSideOnItsOwn() {
        float[] inside = framed(0, 0, 0, 0).samples();
        for (Luma framed : new Luma[] {framed(0, 9, 0, 9), framed(7, 0, 8, 0), framed(3, 5, 0, 1)}) {
            Luma trimmed = BlackBars.trimmed(framed);
            assertThat(trimmed.width()).isEqualTo(80);
            assertThat(trimmed.height()).isEqualTo(60);
            assertThat(trimmed.samples()).isEqualTo(inside);
        }
    }

    @Test
    void aBlackPictureAndOneWithoutBarsStayAsTheyAre() {
        Luma black = new Luma(4, 3, new float[12]);
        assertThat(BlackBars.trimmed(black)).isSameAs(black);
        Luma none = framed(0, 0, 0, 0);
        assertThat(BlackBars.trimmed(none).samples()).isEqualTo(none.samples());
    }
}
