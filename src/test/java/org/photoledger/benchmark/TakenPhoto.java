package org.photoledger.benchmark;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.photoledger.testing.ExifBlock;
import org.photoledger.testing.Pictures;

/** One frame as a camera writes it: shifted, in other light, with grain, EXIF and a thumbnail. */
final class TakenPhoto {

    private static final LocalDateTime FIRST = LocalDateTime.of(2013, 3, 1, 8, 0);
    private static final DateTimeFormatter EXIF_TIME = DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss", Locale.ROOT);
    private static final int ISO = 0x8827;
    private static final int EXPOSURE = 0x829a;
    private static final int F_NUMBER = 0x829d;
    private static final int FOCAL_LENGTH = 0x920a;

    private TakenPhoto() {}

    static byte[] jpeg(PlannedPhoto photo, Camera camera, Scenery scenery, byte[] grain, Random random) {
        BufferedImage seen = scenery.seen(random.nextDouble() - 0.5, random.nextDouble() - 0.5);
        if (photo.card()) {
            NumberCard.put(seen, photo.scene(), random);
        }
        expose(seen, 0.9 + 0.2 * random.nextDouble(), grain, random);
        byte[] thumbnail = Pictures.jpeg(shrunk(seen, Math.min(160, camera.width() / 3)), 0.75f);
        return exif(photo, camera, thumbnail).in(Pictures.jpeg(seen, camera.quality()));
    }

    /** In place: light, and the sensor's grain, which begins elsewhere in every row. */
    private static void expose(BufferedImage picture, double light, byte[] grain, Random random) {
        int[] levels = new int[256];
        for (int level = 0; level < levels.length; level++) {
            levels[level] = (int) Math.min(255, Math.round(level * light));
        }
        int[] pixels = Scenery.pixels(picture);
        int width = picture.getWidth();
        for (int y = 0; y < picture.getHeight(); y++) {
            int noise = random.nextInt(grain.length);
            for (int at = y * width; at < (y + 1) * width; at++, noise++) {
                int rgb = pixels[at];
                int lit = (levels[(rgb >> 16) & 0xff] << 16) | (levels[(rgb >> 8) & 0xff] << 8) | levels[rgb & 0xff];
                pixels[at] = Scenery.brighter(lit, grain[noise & (grain.length - 1)]);
            }
        }
    }

    private static ExifBlock exif(PlannedPhoto photo, Camera camera, byte[] thumbnail) {
        LocalDateTime taken = FIRST.plusMinutes(7L * photo.scene()).plusSeconds(4L * photo.frame());
        return ExifBlock.anExif()
                .camera(camera.make(), camera.model(), camera.serial())
                .original(taken.format(EXIF_TIME))
                .ascii(0x132, taken.format(EXIF_TIME))
                .number(0x112, 1)
                .number(ISO, 200)
                .rational(EXPOSURE, 1, 60 + photo.frame())
                .rational(F_NUMBER, 28, 10)
                .rational(FOCAL_LENGTH, 74, 10)
                .userComment("frame " + photo.number())
                .thumbnail(thumbnail);
    }

    /** To so many pixels on the long side, which a photo's width is. */
    static BufferedImage shrunk(BufferedImage picture, int width) {
        int height = Math.max(1, picture.getHeight() * width / picture.getWidth());
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return small;
    }
}
