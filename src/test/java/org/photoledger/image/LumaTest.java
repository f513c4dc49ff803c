package org.photoledger.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Brightness is that of the coded samples, whatever the raster's form, upright and shrunk by exact areas. */
class LumaTest {

    /** 0 1 2 over 3 4 5. */
    private static final Luma SIX = new Luma(3, 2, new float[] {0, 1, 2, 3, 4, 5});

    @ParameterizedTest
    @CsvSource({
        "1, 3, 0 1 2 3 4 5",
        "2, 3, 2 1 0 5 4 3",
        "3, 3, 5 4 3 2 1 0",
        "4, 3, 3 4 5 0 1 2",
        "5, 2, 0 3 1 4 2 5",
        "6, 2, 3 0 4 1 5 2",
        "7, 2, 5 2 4 1 3 0",
        "8, 2, 2 5 1 4 0 3"
    })
    void eachExifOrientationIsTurnedUpright(int orientation, int width, String rows) {
        Luma upright = SIX.turned(orientation);
        float[] expected = new float[6];
        String[] words = rows.split(" ", -1);
        for (int at = 0; at < 6; at++) {
            expected[at] = Float.parseFloat(words[at]);
        }
        assertThat(upright.width()).isEqualTo(width);
        assertThat(upright.samples()).isEqualTo(expected);
    }

    private static float lumaOf(BufferedImage picture) {
        return Luma.of(picture).at(0, 0);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_4BYTE_ABGR,
                BufferedImage.TYPE_INT_BGR
            })
    void colourIsWeightedAlikeInEveryForm(int type) {
        BufferedImage picture = new BufferedImage(2, 1, type);
        picture.setRGB(0, 0, new Color(200, 100, 50).getRGB());
        assertThat(lumaOf(picture)).isCloseTo(0.299f * 200 + 0.587f * 100 + 0.114f * 50, within(0.01f));
    }

    @Test
    void transparencyLiesOverWhite() {
        BufferedImage picture = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(0, 0, new Color(0, 0, 0, 51).getRGB());
        assertThat(lumaOf(picture)).isCloseTo(204, within(0.01f));
    }

    @Test
    void greyIsTakenAsItIsInEightAndSixteenBits() {
        BufferedImage eight = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
        eight.getRaster().setSample(0, 0, 0, 77);
        BufferedImage sixteen = new BufferedImage(1, 1, BufferedImage.TYPE_USHORT_GRAY);
        sixteen.getRaster().setSample(0, 0, 0, 77 * 257);
        assertThat(lumaOf(eight)).isEqualTo(77);
        assertThat(lumaOf(sixteen)).isCloseTo(77, within(0.01f));
    }

    @Test
    void greyWithTransparencyLiesOverWhite() {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY), true, false, 3, DataBuffer.TYPE_BYTE);
        WritableRaster raster = model.createCompatibleWritableRaster(1, 1);
        raster.setSample(0, 0, 0, 100);
        raster.setSample(0, 0, 1, 51);
        assertThat(lumaOf(new BufferedImage(model, raster, false, null))).isCloseTo(100 * 0.2f + 204, within(0.01f));
    }

    @Test
    void paletteEntriesAreWeightedAsColours() {
        BufferedImage picture = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_INDEXED);
        picture.setRGB(0, 0, Color.RED.getRGB());
        assertThat(lumaOf(picture)).isCloseTo(0.299f * 255, within(0.01f));
    }

    @Test
    void shrinkingAveragesExactAreasAndNeverEnlarges() {
        assertThat(SIX.boxShrunk(3)).isSameAs(SIX);
        Luma row = new Luma(3, 1, new float[] {0, 30, 60}).boxShrunk(2);
        assertThat(row.width()).isEqualTo(2);
        assertThat(row.samples()).containsExactly(10, 50);
    }
}
