package org.photoledger.similarity;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.util.function.UnaryOperator;
import org.photoledger.testing.Pictures;

/** What happens to photos on their way: each kind makes a JPEG file of a picture. */
enum CopyKind {
    JPEG_90(picture -> picture, 0.9f),
    JPEG_60(picture -> picture, 0.6f),
    JPEG_30(picture -> picture, 0.3f),
    HALF(picture -> Wallpapers.scaled(picture, 0.5), 0.9f),
    QUARTER(picture -> Wallpapers.scaled(picture, 0.25), 0.9f),
    MESSENGER(picture -> Wallpapers.scaled(picture, 0.75), 0.7f),
    ROTATED_90(picture -> turned(picture, new AffineTransform(0, 1, -1, 0, picture.getHeight(), 0)), 0.9f),
    ROTATED_180(
            picture -> turned(picture, new AffineTransform(-1, 0, 0, -1, picture.getWidth(), picture.getHeight())),
            0.9f),
    MIRRORED(picture -> turned(picture, new AffineTransform(-1, 0, 0, 1, picture.getWidth(), 0)), 0.9f),
    MIRRORED_MESSENGER(picture -> Wallpapers.scaled(MIRRORED.how.apply(picture), 0.75), 0.7f),
    DATE_STAMP(picture -> drawn(picture, CopyKind::dateStamp), 0.9f),
    /** Over half the width, 30 percent opaque. */
    WATERMARK(picture -> drawn(picture, (pen, width, height) -> watermark(pen, width, height, 0.5)), 0.9f),
    /** Over three quarters of the width, 45 percent opaque. */
    LARGE_WATERMARK(picture -> drawn(picture, (pen, width, height) -> watermark(pen, width, height, 0.75)), 0.9f),
    CAPTION_BAR(picture -> drawn(picture, CopyKind::captionBar), 0.9f);

    @SuppressWarnings("ImmutableEnumChecker")
    private final UnaryOperator<BufferedImage> how;

    private final float quality;

    CopyKind(UnaryOperator<BufferedImage> how, float quality) {
        this.how = how;
        this.quality = quality;
    }

    byte[] of(BufferedImage picture) {
        return Pictures.jpeg(how.apply(picture), quality);
    }

    private static BufferedImage turned(BufferedImage picture, AffineTransform how) {
        boolean sideways = how.getScaleX() == 0;
        int width = sideways ? picture.getHeight() : picture.getWidth();
        int height = sideways ? picture.getWidth() : picture.getHeight();
        BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        return new AffineTransformOp(how, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(picture, turned);
    }

    /** Draws on a picture. */
    private interface Drawing {
        void on(Graphics2D pen, int width, int height);
    }

    private static BufferedImage drawn(BufferedImage picture, Drawing drawing) {
        BufferedImage copy = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = copy.createGraphics();
        pen.drawImage(picture, 0, 0, null);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        drawing.on(pen, picture.getWidth(), picture.getHeight());
        pen.dispose();
        return copy;
    }

    private static void dateStamp(Graphics2D pen, int width, int height) {
        pen.setFont(new Font(Font.MONOSPACED, Font.BOLD, height / 28));
        pen.setColor(new Color(255, 140, 20));
        pen.drawString("2013 04 05 12:31", width - height / 28 * 11, height - height / 20);
    }

    private static void watermark(Graphics2D pen, int width, int height, double share) {
        pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) (0.6 * share)));
        Font font = new Font(Font.SANS_SERIF, Font.BOLD, 100);
        double across = pen.getFontMetrics(font).stringWidth("WATERMARK");
        pen.setFont(font.deriveFont((float) (100 * share * width / across)));
        pen.setColor(Color.WHITE);
        pen.rotate(-0.3, width / 2.0, height / 2.0);
        pen.drawString("WATERMARK", (int) (width * (1 - share) / 2), height / 2);
    }

    private static void captionBar(Graphics2D pen, int width, int height) {
        int high = (int) (height * 0.08);
        pen.setColor(Color.BLACK);
        pen.fillRect(0, height - high, width, high);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, high / 2));
        pen.setColor(Color.WHITE);
        pen.drawString("Forwarded many times: share before it is gone", high / 2, height - high / 3);
    }
}
