package org.photoledger.testing.hostile;

import java.util.ArrayList;
import java.util.List;
import org.photoledger.testing.Bytes;
import org.photoledger.testing.Pictures;
import org.photoledger.testing.SampleImages;
import org.photoledger.testing.TiffFile;
import org.photoledger.testing.TiffFile.Directory;

/** Offsets out of range, counts beyond any memory, directories and boxes that loop or nest without end. */
final class LoopingOffsets {

    private static final int EXIF = 34665;
    private static final int GPS = 34853;
    private static final int INTEROP = 40965;
    private static final int SUB_DIRECTORIES = 330;
    private static final byte[] PIXELS = new byte[200];

    private final List<HostileFile> files = new ArrayList<>();

    private LoopingOffsets() {}

    static List<HostileFile> all() {
        LoopingOffsets looping = new LoopingOffsets();
        looping.exif();
        looping.loops();
        looping.strips();
        looping.boxes();
        return looping.files;
    }

    private void add(String name, byte[] content) {
        files.add(HostileFile.of("offsets/" + name, content));
    }

    private static byte[] inJpeg(byte[] block) {
        byte[] jpeg = Pictures.jpeg(Pictures.drawn(30, 64, 48), 0.8f);
        return new Bytes()
                .add(0xff, 0xd8)
                .segment(0xe1, new Bytes().text("Exif\0\0").add(block).array())
                .add(java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length))
                .array();
    }

    /** One tag in a directory at the block's start. */
    private static byte[] oneTag(int tag, int type, long count, long value) {
        return new Bytes()
                .text("MM\0*")
                .u32(8)
                .u16(1)
                .tag(tag, type, count, value)
                .u32(0)
                .array();
    }

    private void exif() {
        for (int tag : new int[] {271, 306, 0x9286, EXIF, GPS, INTEROP, SUB_DIRECTORIES, 700, 0x927c}) {
            add("exif-count-" + tag + ".jpg", inJpeg(oneTag(tag, 2, 0xffffffffL, 0xfffffff0L)));
            add("exif-offset-" + tag + ".jpg", inJpeg(oneTag(tag, 4, 1, 0xfffffff0L)));
            add("exif-itself-" + tag + ".jpg", inJpeg(oneTag(tag, 4, 1, 8)));
        }
        add(
                "exif-no-directory.jpg",
                inJpeg(new Bytes().text("MM\0*").u32(0xffffffffL).array()));
        add(
                "exif-65535-entries.jpg",
                inJpeg(new Bytes().text("II*\0").little32(8).add(0xff, 0xff).array()));
        add("exif-unknown-type.jpg", inJpeg(oneTag(271, 99, 4, 0)));
        add("exif-rational-overflow.jpg", inJpeg(oneTag(0x829a, 5, 0x20000000L, 8)));
    }

    private static Directory grey() {
        return new Directory()
                .size(20, 10)
                .number(258, 8)
                .number(259, 1)
                .number(262, 1)
                .data(273, 279, PIXELS);
    }

    private void loops() {
        add("tiff-next-is-itself.tif", TiffFile.plain().page(grey().loop()).array());
        long[] itself = new long[20_000];
        java.util.Arrays.fill(itself, 64);
        add(
                "tiff-20000-children-itself.tif",
                TiffFile.plain().page(grey().number(SUB_DIRECTORIES, itself)).array());
        add("tiff-60000-directories.tif", chain(60_000));
        add("tiff-5000-nested-children.tif", nested(5_000));
        add("exif-5000-nested.jpg", inJpeg(nested(2_000)));
        add(
                "bigtiff-offset.tif",
                new Bytes()
                        .text("MM\0+")
                        .u16(8)
                        .u16(0)
                        .u32(0x7fffffffL)
                        .u32(0xffffffffL)
                        .array());
    }

    /** Directories of one tag, each the next of the one before. */
    private static byte[] chain(int directories) {
        Bytes out = new Bytes().text("MM\0*").u32(8);
        for (int at = 0; at < directories; at++) {
            int next = 8 + 18 * (at + 1);
            out.u16(1).tag(254, 4, 1, 1).u32(at + 1 < directories ? next : 0);
        }
        return out.array();
    }

    /** Directories of one tag, each the child of the one before. */
    private static byte[] nested(int directories) {
        Bytes out = new Bytes().text("MM\0*").u32(8);
        for (int at = 0; at < directories; at++) {
            out.u16(1)
                    .tag(at % 2 == 0 ? SUB_DIRECTORIES : EXIF, 4, 1, 8 + 18L * (at + 1))
                    .u32(0);
        }
        return out.u16(0).u32(0).array();
    }

    private void strips() {
        add(
                "tiff-2-billion-strips.tif",
                new Bytes()
                        .text("MM\0*")
                        .u32(8)
                        .u16(3)
                        .tag(256, 4, 1, 10)
                        .tag(257, 4, 1, 10)
                        .tag(273, 4, 0x7fffffffL, 8)
                        .u32(0)
                        .array());
        add(
                "tiff-60000x60000.tif",
                TiffFile.plain().page(grey().size(60_000, 60_000)).array());
        add(
                "tiff-14000x14000.tif",
                TiffFile.plain().page(grey().size(14_000, 14_000)).array());
        add(
                "tiff-65535-samples.tif",
                TiffFile.plain().page(grey().number(277, 65_535)).array());
        add(
                "tiff-tile-of-4-billion.tif",
                TiffFile.plain()
                        .page(grey().number(322, 0xffffffffL)
                                .number(323, 0xffffffffL)
                                .number(324, 64))
                        .array());
        add("tiff-lzw-noise.tif", TiffFile.plain().page(grey().number(259, 5)).array());
        add("tiff-jpeg-noise.tif", TiffFile.plain().page(grey().number(259, 7)).array());
        add(
                "tiff-fax-noise.tif",
                TiffFile.plain().page(grey().number(258, 1).number(259, 4)).array());
    }

    private void boxes() {
        add("moov-10000-deep.heic", nestedBoxes("heic", "moov", 10_000));
        add("meta-10000-deep.avif", nestedBoxes("avif", "meta", 10_000));
        add("moov-10000-deep.cr3", nestedBoxes("crx ", "trak", 10_000));
        byte[] heic = SampleImages.heic();
        byte[] overrun = heic.clone();
        System.arraycopy(new Bytes().u32(0x7fffffffL).array(), 0, overrun, 24, 4);
        add("box-beyond-the-end.heic", overrun);
        byte[] none = heic.clone();
        System.arraycopy(new byte[4], 0, none, 24, 4);
        add("box-to-the-end.heic", none);
        byte[] wide = new Bytes()
                .add(java.util.Arrays.copyOf(heic, 24))
                .u32(1)
                .text("meta")
                .u32(0x7fffffffL)
                .u32(0xffffffffL)
                .array();
        add("box-of-8-exbibytes.heic", wide);
        Bytes many = new Bytes().add(java.util.Arrays.copyOf(heic, 24));
        for (int at = 0; at < 100_000; at++) {
            many.add(0, 0, 0, 8).text("free");
        }
        add("100000-boxes.heic", many.array());
    }

    private static byte[] nestedBoxes(String brand, String type, int depth) {
        Bytes out = new Bytes()
                .box("ftyp", new Bytes().text(brand).u32(0).text("mif1").array());
        for (int at = 0; at < depth; at++) {
            out.u32(8L * (depth - at)).text(type);
        }
        return out.array();
    }
}
