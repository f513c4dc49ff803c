package org.photoledger.testing.hostile;

import static org.photoledger.testing.hostile.GigabyteOfZeros.filled;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import org.photoledger.testing.Bytes;
import org.photoledger.testing.JpegCodings;
import org.photoledger.testing.ScanBomb;

/** Pictures that are small as files and larger than any memory: dimensions, scans, frames, compressed chunks. */
final class GiantPictures {

    private final List<HostileFile> files = new ArrayList<>();

    private GiantPictures() {}

    static List<HostileFile> all(GigabyteOfZeros zeros) {
        GiantPictures giant = new GiantPictures();
        giant.dimensions();
        giant.jpegs();
        giant.gifs();
        giant.chunks(zeros.zlib());
        giant.headers();
        giant.others();
        return giant.files;
    }

    private void add(String name, byte[] content) {
        files.add(HostileFile.of("giant/" + name, content));
    }

    private static Bytes png(long width, long height, int depth, int colour) {
        return new Bytes()
                .text("\u0089PNG\r\n\u001a\n")
                .chunk(
                        "IHDR",
                        new Bytes()
                                .u32(width)
                                .u32(height)
                                .add(depth, colour, 0, 0, 0)
                                .array());
    }

    private static byte[] deflated(byte[] row, int rows) {
        Deflater deflater = new Deflater(9);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        for (int at = 0; at < rows; at++) {
            deflater.setInput(row);
            while (!deflater.needsInput()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    private void dimensions() {
        byte[] bits = deflated(new byte[1 + 50_000 / 8], 50_000);
        add(
                "png-50000-one-bit.png",
                png(50_000, 50_000, 1, 0)
                        .chunk("IDAT", bits)
                        .chunk("IEND", new byte[0])
                        .array());
        byte[] grey = deflated(new byte[50_001], 5_000);
        add(
                "png-50000-grey-cut.png",
                png(50_000, 50_000, 8, 0)
                        .chunk("IDAT", grey)
                        .chunk("IEND", new byte[0])
                        .array());
        add(
                "png-2-to-the-31.png",
                png(0x7fffffff, 0x7fffffff, 8, 6).chunk("IDAT", new byte[9]).array());
        add(
                "png-zero.png",
                png(0, 0, 8, 2)
                        .chunk("IDAT", new byte[9])
                        .chunk("IEND", new byte[0])
                        .array());
        add(
                "png-just-under-the-limit.png",
                png(19_000, 10_000, 1, 0)
                        .chunk("IDAT", deflated(new byte[1 + 19_000 / 8], 10_000))
                        .chunk("IEND", new byte[0])
                        .array());
    }

    private void jpegs() {
        add("jpeg-65500.jpg", JpegCodings.headed(0xc0, 8, 65_500, 65_500));
        add("jpeg-progressive-65500.jpg", JpegCodings.headed(0xc2, 8, 65_500, 65_500));
        add("jpeg-14000-without-pixels.jpg", JpegCodings.headed(0xc0, 8, 14_000, 14_000));
        add("jpeg-2000-scans.jpg", ScanBomb.jpeg(2_000));
        add("jpeg-99-scans.jpg", ScanBomb.jpeg(98));
    }

    private static Bytes gif(int width, int height) {
        return new Bytes()
                .text("GIF89a")
                .add(width, width >> 8, height, height >> 8)
                .add(0, 0, 0);
    }

    private static byte[] frame(int width, int height) {
        return new Bytes()
                .add(0x2c, 0, 0, 0, 0)
                .add(width, width >> 8, height, height >> 8)
                .add(0, 2, 1, 0, 0)
                .array();
    }

    private void gifs() {
        add(
                "gif-frame-65535.gif",
                gif(1, 1).add(frame(65_535, 65_535)).add(0x3b).array());
        add(
                "gif-screen-65535.gif",
                gif(65_535, 65_535).add(frame(1, 1)).add(0x3b).array());
        Bytes frames = gif(1, 1);
        byte[] frame = frame(1, 1);
        for (int at = 0; at < 200_000; at++) {
            frames.add(frame);
        }
        add("gif-200000-frames.gif", frames.add(0x3b).array());
        Bytes comments = gif(1, 1);
        for (int at = 0; at < 100_000; at++) {
            comments.add(0x21, 0xfe, 1, 'x', 0);
        }
        add("gif-100000-comments.gif", comments.add(frame).add(0x3b).array());
    }

    private void chunks(byte[] zlib) {
        byte[] pixels = deflated(new byte[4], 1);
        add("png-ztxt-1-gib.png", withChunk("zTXt", "Comment\0\0", zlib, pixels));
        add("png-itxt-1-gib.png", withChunk("iTXt", "Comment\0\1\0\0\0", zlib, pixels));
        add("png-iccp-1-gib.png", withChunk("iCCP", "profile\0\0", zlib, pixels));
        add(
                "png-idat-1-gib.png",
                png(1, 1, 8, 2).chunk("IDAT", zlib).chunk("IEND", new byte[0]).array());
        Bytes many = png(1, 1, 8, 2);
        for (int at = 0; at < 20_000; at++) {
            many.chunk("tEXt", new Bytes().text("Comment\0" + at).array());
        }
        add(
                "png-20000-texts.png",
                many.chunk("IDAT", pixels).chunk("IEND", new byte[0]).array());
        add(
                "png-chunk-of-2-gib.png",
                png(1, 1, 8, 2).u32(0x7ffffff0L).text("tEXt").text("Comment\0x").array());
        add(
                "png-chunk-of-4-gib.png",
                png(1, 1, 8, 2).u32(0xffffffffL).text("eXIf").text("MM").array());
    }

    private static byte[] withChunk(String type, String head, byte[] zlib, byte[] pixels) {
        return png(1, 1, 8, 2)
                .chunk(type, new Bytes().text(head).add(zlib).array())
                .chunk("IDAT", pixels)
                .chunk("IEND", new byte[0])
                .array();
    }

    private static byte[] bmp(long width, long height, int bits, int compression, long colours) {
        return new Bytes()
                .text("BM")
                .little32(154)
                .little32(0)
                .little32(54)
                .little32(40)
                .little32(width)
                .little32(height)
                .add(1, 0, bits, 0)
                .little32(compression)
                .little32(100)
                .little32(0)
                .little32(0)
                .little32(colours)
                .little32(0)
                .add(filled(100, 0xff))
                .array();
    }

    private void headers() {
        add("bmp-2-to-the-31.bmp", bmp(0x7fffffff, 0x7fffffff, 24, 0, 0));
        add("bmp-negative.bmp", bmp(-5, -0x80000000L, 24, 0, 0));
        add("bmp-4-billion-colours.bmp", bmp(10, 10, 8, 0, 0xffffffffL));
        add("bmp-rle.bmp", bmp(10_000, 10_000, 8, 1, 0));
        add(
                "photoshop.psd",
                new Bytes()
                        .text("8BPS")
                        .u16(1)
                        .add(new byte[6])
                        .u16(56)
                        .u32(300_000)
                        .u32(300_000)
                        .u16(32)
                        .u16(3)
                        .u32(0xffffffffL)
                        .array());
        add(
                "icon.ico",
                new Bytes()
                        .add(0, 0, 1, 0, 0xff, 0xff, 0, 0, 0, 0, 1, 0, 32, 0)
                        .little32(0xffffffffL)
                        .little32(22)
                        .array());
    }

    private void others() {
        add(
                "webp-16-million.webp",
                new Bytes()
                        .text("RIFF")
                        .little32(30)
                        .text("WEBP")
                        .riff("VP8X", Bytes.of(0x2c, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff))
                        .array());
        add(
                "webp-lossless-16384.webp",
                new Bytes()
                        .text("RIFF")
                        .little32(20)
                        .text("WEBP")
                        .riff("VP8L", Bytes.of(0x2f, 0xff, 0xff, 0xff, 0x0f, 0))
                        .array());
        add(
                "pcx.pcx",
                new Bytes()
                        .add(10, 5, 1, 8, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff)
                        .add(filled(120, 0xff))
                        .array());
        add(
                "radiance.hdr",
                new Bytes()
                        .text("#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 2147483647 +X 2147483647\n")
                        .array());
        add("map.ppm", new Bytes().text("P6\n2147483647 2147483647\n255\nabc").array());
        add("jxl.jxl", new Bytes().add(0xff, 0x0a).add(filled(40, 0xff)).array());
    }
}
