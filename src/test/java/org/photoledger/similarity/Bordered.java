package org.photoledger.similarity;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.function.UnaryOperator;
import org.photoledger.testing.Pictures;

/** Copies with something uniform around them. */
enum Bordered {
    WHITE_FRAME_5(picture -> framed(picture, Color.WHITE, 0.05, 0.05)),
    BLACK_FRAME_5(picture -> framed(picture, Color.BLACK, 0.05, 0.05)),
    GREY_FRAME_10(picture -> framed(picture, new Color(200, 200, 200), 0.1, 0.1)),
    INSTANT_PRINT(picture -> framed(picture, new Color(240, 240, 235), 0.06, 0.2)),
    PHONE_BLACK(picture -> phone(picture, Color.BLACK, Color.WHITE)),
    PHONE_WHITE(picture -> phone(picture, Color.WHITE, Color.BLACK));

    private static final int PHONE_WIDTH = 1080;
    private static final int PHONE_HEIGHT = 2160;

    @SuppressWarnings("ImmutableEnumChecker")
    private final UnaryOperator<BufferedImage> how;

    Bordered(UnaryOperator<BufferedImage> how) {
        this.how = how;
    }

    byte[] of(BufferedImage picture) {
        return Pictures.jpeg(how.apply(picture), 0.85f);
    }

    private static BufferedImage framed(BufferedImage picture, Color colour, double share, double below) {
        int border = (int) (picture.getWidth() * share);
        int foot = (int) (picture.getWidth() * below);
        BufferedImage framed = new BufferedImage(
                picture.getWidth() + 2 * border, picture.getHeight() + border + foot, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = framed.createGraphics();
        pen.setColor(colour);
        pen.fillRect(0, 0, framed.getWidth(), framed.getHeight());
        pen.drawImage(picture, border, border, null);
        pen.dispose();
        return framed;
    }

    /** A gallery's screen: the picture between bars, a clock and signs above, three buttons below. */
    private static BufferedImage phone(BufferedImage picture, Color bars, Color signs) {
        BufferedImage screen = new BufferedImage(PHONE_WIDTH, PHONE_HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = screen.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(bars);
        pen.fillRect(0, 0, PHONE_WIDTH, PHONE_HEIGHT);
        double scale =
                Math.min((double) PHONE_WIDTH / picture.getWidth(), (PHONE_HEIGHT - 300.0) / picture.getHeight());
        BufferedImage small = Wallpapers.scaled(picture, scale);
        pen.drawImage(small, (PHONE_WIDTH - small.getWidth()) / 2, (PHONE_HEIGHT - small.getHeight()) / 2, null);
        pen.setColor(signs);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 38));
        pen.drawString("12:31", 50, 55);
        pen.fillRect(900, 28, 40, 28);
        pen.fillRect(960, 28, 60, 28);
        for (int button = 0; button < 3; button++) {
            pen.drawRoundRect(250 + button * 250, PHONE_HEIGHT - 80, 44, 44, 10, 10);
        }
        pen.dispose();
        return screen;
    }
}
