package org.photoledger.testing;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Fills a folder with a photo, copies of it as they are found, a picture like it, and pictures that bring a hash to its limits. */
public final class CopiedPhotos {

    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1200;
    private static final int QUANTIZATION_TABLES = 0xdb;

    private CopiedPhotos() {}

    public static void fill(Path folder) throws IOException {
        BufferedImage picture = Pictures.drawn(5, WIDTH, HEIGHT);
        byte[] jpeg = Pictures.jpeg(picture, 0.9f);
        Files.write(folder.resolve("original.jpg"), taken("10:00:00").in(jpeg));
        Files.write(folder.resolve("retagged.jpg"), taken("11:00:00").in(jpeg));
        Files.write(folder.resolve("saved-anew.jpg"), Pictures.jpeg(picture, 0.6f));
        // a name that would turn a terminal red
        Files.write(folder.resolve("half\u001b[31m.jpg"), Pictures.jpeg(half(picture), 0.9f));
        Files.write(folder.resolve("turned.jpg"), Pictures.jpeg(turned(picture), 0.9f));
        Files.write(folder.resolve("same-scene.jpg"), Pictures.jpeg(withAnother(picture), 0.9f));
        Files.write(folder.resolve("unrelated.jpg"), Pictures.jpeg(Pictures.drawn(6, WIDTH, HEIGHT), 0.9f));
        Files.write(
                folder.resolve("black.png"),
                Pictures.as("png", new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB)));
        Files.write(folder.resolve("dot.png"), Pictures.as("png", new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)));
        Files.write(folder.resolve("cut.jpg"), beforeTables(taken("12:00:00").in(jpeg)));
    }

    private static ExifBlock taken(String time) {
        return ExifBlock.anExif().original("2013:04:05 " + time);
    }

    private static BufferedImage half(BufferedImage picture) {
        BufferedImage half = new BufferedImage(WIDTH / 2, HEIGHT / 2, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = half.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, WIDTH / 2, HEIGHT / 2, null);
        pen.dispose();
        return half;
    }

    /** A quarter clockwise. */
    private static BufferedImage turned(BufferedImage picture) {
        int across = picture.getHeight();
        int down = picture.getWidth();
        BufferedImage turned = new BufferedImage(across, down, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                turned.setRGB(x, y, picture.getRGB(y, across - 1 - x));
            }
        }
        return turned;
    }

    /** Another picture shines through. */
    private static BufferedImage withAnother(BufferedImage picture) {
        BufferedImage both = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = both.createGraphics();
        pen.drawImage(picture, 0, 0, null);
        pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.3f));
        pen.drawImage(Pictures.drawn(8, WIDTH, HEIGHT), 0, 0, null);
        pen.dispose();
        return both;
    }

    /** A download that broke off: EXIF, and not one pixel. */
    private static byte[] beforeTables(byte[] jpeg) {
        int at = 2;
        while ((jpeg[at + 1] & 0xff) != QUANTIZATION_TABLES) {
            at += 2 + (jpeg[at + 2] & 0xff) * 256 + (jpeg[at + 3] & 0xff);
        }
        return Arrays.copyOf(jpeg, at);
    }
}
