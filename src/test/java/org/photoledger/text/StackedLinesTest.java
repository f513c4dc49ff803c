package org.photoledger.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.photoledger.image.Luma;

/** Two short lines that the detector takes for one place are parted, also where they lean. */
class StackedLinesTest {

    /** Two rows of two strokes each around the middle of 200 x 200, turned clockwise. */
    private static Luma stack(double degrees, int rows) {
        BufferedImage picture = new BufferedImage(200, 200, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 200, 200);
        pen.rotate(Math.toRadians(degrees), 100, 100);
        pen.setColor(Color.BLACK);
        for (int row = 0; row < rows; row++) {
            pen.fillRect(80, 70 + 36 * row, 10, 24);
            pen.fillRect(108, 70 + 36 * row, 10, 24);
        }
        pen.dispose();
        return Luma.of(picture);
    }

    private static final TextBox AROUND =
            new TextBox(new Corner(62, 60), new Corner(138, 60), new Corner(138, 140), new Corner(62, 140));

    @Test
    void levelLinesAreParted() {
        assertThat(StackedLines.of(stack(0, 2), AROUND)).hasSize(2);
    }

    @Test
    void leaningLinesArePartedAlongTheirLean() {
        List<TextBox> lines = StackedLines.of(stack(12, 2), AROUND);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).angle()).isBetween(7.0, 17.0);
    }

    @Test
    void oneLineStaysOnePlace() {
        TextBox line = new TextBox(new Corner(70, 64), new Corner(128, 64), new Corner(128, 98), new Corner(70, 98));
        assertThat(StackedLines.of(stack(0, 1), line)).containsExactly(line);
    }
}
