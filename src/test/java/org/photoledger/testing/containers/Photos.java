package org.photoledger.testing.containers;

import static org.photoledger.testing.ExifBlock.anExif;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.photoledger.testing.Bytes;
import org.photoledger.testing.JpegCodings;
import org.photoledger.testing.Pictures;
import org.photoledger.testing.RawFiles;
import org.photoledger.testing.SampleImages;
import org.photoledger.testing.TiffFile;
import org.photoledger.testing.TiffFile.Directory;
import org.photoledger.testing.samples.LosslessWebp;

/** A tiny photo of every format, by the end of its name. */
final class Photos {

    private static final int WIDTH = 48;
    private static final int HEIGHT = 36;

    private Photos() {}

    static byte[] jpeg(long seed) {
        return Pictures.jpeg(drawn(seed), 0.8f);
    }

    static byte[] png(long seed) {
        return Pictures.as("png", drawn(seed));
    }

    private static BufferedImage drawn(long seed) {
        return Pictures.drawn(seed, WIDTH, HEIGHT);
    }

    /** Each seed gives others; HEIC, AVIF and JPEG XL are laid out without a picture and the same for each. */
    static Map<String, byte[]> all(long seed) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        BufferedImage picture = drawn(seed);
        all.put("jpg", jpeg(seed));
        all.put("progressive.jpg", Pictures.jpeg(picture, 0.8f, true));
        all.put("cmyk.jpg", JpegCodings.cmyk(picture));
        all.put("12bit.jpg", JpegCodings.headed(0xc1, 12, WIDTH, HEIGHT + (int) seed));
        all.put("png", Pictures.as("png", picture));
        all.put("16bit.png", Pictures.as("png", deep((int) seed)));
        all.put("interlaced.png", interlaced(picture));
        all.put("animated.png", animated(Pictures.as("png", picture)));
        all.put("gif", Pictures.as("gif", picture));
        all.put("bmp", Pictures.as("bmp", picture));
        all.put("pages.tif", pages((int) seed));
        all.put("webp", LosslessWebp.of(picture));
        all.put("heic", SampleImages.heic());
        all.put("avif", avif());
        all.put("jxl", Bytes.of(0xff, 0x0a, 0x41, 0x02));
        all.putAll(raws(jpeg(seed)));
        return all;
    }

    private static Map<String, byte[]> raws(byte[] preview) {
        Map<String, byte[]> raws = new LinkedHashMap<>();
        byte[] exif = anExif().camera("Orbis", "R", "7").bytes();
        raws.put("cr2", RawFiles.cr2(4_000, 3_000, preview));
        raws.put("cr3", RawFiles.cr3(4_000, 3_000, exif, preview, preview));
        raws.put("nef", RawFiles.nef(4_000, 3_000, preview));
        raws.put("arw", vendor(32767, preview));
        raws.put("srw", vendor(32770, preview));
        raws.put("pef", RawFiles.pef(4_000, 3_000, preview, preview));
        raws.put("orf", RawFiles.orf(4_000, 3_000, preview));
        raws.put("rw2", RawFiles.rw2(4_000, 3_000, preview));
        raws.put("raf", RawFiles.raf(4_000, 3_000, preview));
        raws.put("dng", RawFiles.dng(4_000, 3_000, 1, preview));
        return raws;
    }

    /** A preview, and a sensor in a coding that one maker alone uses. */
    private static byte[] vendor(int coding, byte[] preview) {
        Directory sensor = new Directory()
                .number(254, 0)
                .size(4_000, 3_000)
                .number(259, coding)
                .data(273, 279, new byte[99]);
        Directory shown = new Directory().number(254, 1).number(259, 6).data(513, 514, preview);
        return TiffFile.plain().page(shown.to(330, sensor)).array();
    }

    private static byte[] pages(int seed) {
        return TiffFile.plain()
                .page(page(seed))
                .page(page(seed + 1))
                .page(page(seed + 2))
                .array();
    }

    private static Directory page(int grey) {
        byte[] pixels = new byte[WIDTH * HEIGHT];
        Arrays.fill(pixels, (byte) grey);
        return new Directory()
                .size(WIDTH, HEIGHT)
                .number(258, 8)
                .number(259, 1)
                .number(262, 1)
                .number(277, 1)
                .number(278, HEIGHT)
                .data(273, 279, pixels);
    }

    private static BufferedImage deep(int seed) {
        BufferedImage deep = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_USHORT_GRAY);
        for (int at = 0; at < WIDTH * HEIGHT; at++) {
            deep.getRaster().setSample(at % WIDTH, at / WIDTH, 0, at * 30 + seed);
        }
        return deep;
    }

    private static byte[] interlaced(BufferedImage picture) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(picture, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The first of seven frames. */
    private static byte[] animated(byte[] png) {
        return new Bytes()
                .add(Arrays.copyOf(png, 33))
                .chunk("acTL", new Bytes().u32(7).u32(0).array())
                .add(Arrays.copyOfRange(png, 33, png.length))
                .array();
    }

    private static byte[] avif() {
        byte[] avif = SampleImages.heic();
        System.arraycopy(new Bytes().text("avif").array(), 0, avif, 8, 4);
        return avif;
    }
}
