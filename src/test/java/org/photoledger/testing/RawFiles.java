package org.photoledger.testing;

import org.photoledger.testing.TiffFile.Directory;

/** Camera raws as their makers lay them out, with a sensor of noise and previews as given. */
public final class RawFiles {

    private static final int CFA = 32803;

    private RawFiles() {}

    private static Directory sensor(int width, int height) {
        return new Directory()
                .number(254, 0)
                .size(width, height)
                .number(258, 16)
                .number(259, 7)
                .number(262, CFA)
                .number(277, 1)
                .data(273, 279, losslessJpeg(width, height));
    }

    /** A JPEG of raw data: its frame is lossless. */
    public static byte[] losslessJpeg(int width, int height) {
        return new Bytes()
                .add(0xff, 0xd8)
                .segment(
                        0xc3,
                        new Bytes()
                                .add(14)
                                .u16(height)
                                .u16(width)
                                .add(1, 0, 0x11, 0)
                                .array())
                .segment(0xda, Bytes.of(1, 0, 0, 1, 0, 0))
                .add(1, 2, 3)
                .add(0xff, 0xd9)
                .array();
    }

    /** The main directory is a reduced picture, its children the sensor and a preview. */
    public static byte[] dng(int width, int height, int orientation, byte[] preview) {
        Directory main = new Directory()
                .number(254, 1)
                .size(16, 12)
                .number(258, 8, 8, 8)
                .number(259, 1)
                .number(262, 2)
                .text(271, "Orbis")
                .number(274, orientation)
                .number(277, 3)
                .data(273, 279, new byte[16 * 12 * 3])
                .bytes(50706, Bytes.of(1, 4, 0, 0));
        Directory shown = new Directory()
                .number(254, 1)
                .size(1, 1)
                .number(259, 7)
                .number(262, 6)
                .data(273, 279, preview);
        return TiffFile.plain()
                .page(main.to(330, sensor(width, height).to(330, shown)))
                .array();
    }

    /** The directory of a thumbnail, a preview as JPEGInterchangeFormat, and the sensor in Nikon's coding. */
    public static byte[] nef(int width, int height, byte[] preview) {
        Directory shown = new Directory().number(254, 1).number(259, 6).data(513, 514, preview);
        Directory raw = new Directory()
                .number(254, 0)
                .size(width, height)
                .number(259, 34713)
                .number(262, CFA)
                .data(273, 279, new byte[99]);
        return TiffFile.plain()
                .page(new Directory()
                        .number(254, 1)
                        .size(16, 12)
                        .number(259, 1)
                        .number(262, 2)
                        .number(277, 3)
                        .data(273, 279, new byte[16 * 12 * 3])
                        .to(330, shown.to(330, raw)))
                .array();
    }

    /** The sensor first, then two pages that are JPEGs. */
    public static byte[] pef(int width, int height, byte[] small, byte[] large) {
        return TiffFile.plain()
                .page(new Directory()
                        .size(width, height)
                        .number(259, 65535)
                        .number(262, CFA)
                        .data(273, 279, new byte[99]))
                .page(new Directory().size(160, 120).number(259, 6).data(513, 514, small))
                .page(new Directory().size(640, 480).number(259, 6).data(513, 514, large))
                .array();
    }

    /** Four pages: a preview in a strip, a thumbnail, a small picture, and the raw data, a lossless JPEG in a strip. */
    public static byte[] cr2(int width, int height, byte[] preview) {
        Directory exif = new Directory().number(40962, width).number(40963, height);
        return TiffFile.of("II*\0", "CR\2\0")
                .page(new Directory()
                        .size(64, 48)
                        .number(259, 6)
                        .data(273, 279, preview)
                        .to(34665, exif))
                .page(new Directory().data(513, 514, losslessJpeg(9, 9)))
                .page(new Directory().size(4, 4).number(259, 1).data(273, 279, new byte[48]))
                .page(new Directory().number(259, 6).data(273, 279, losslessJpeg(8_000, 8_000)))
                .array();
    }

    /** The sensor's borders instead of a size, and the JPEG as a value. */
    public static byte[] rw2(int width, int height, byte[] preview) {
        return TiffFile.of("IIU\0", "")
                .page(new Directory()
                        .number(4, 2)
                        .number(5, 4)
                        .number(6, height + 2L)
                        .number(7, width + 4L)
                        .bytes(46, preview))
                .array();
    }

    /** The place of the preview stands in the maker note and counts from that note's start. */
    public static byte[] orf(int width, int height, byte[] preview) {
        int settings = 12 + 2 + 12 + 4;
        int jpeg = settings + 2 + 24 + 4;
        byte[] note = new Bytes()
                .text("OLYMPUS\0II")
                .add(3, 0)
                .add(1, 0)
                .add(0x20, 0x20, 13, 0)
                .little32(1)
                .little32(settings)
                .little32(0)
                .add(2, 0)
                .add(1, 1, 4, 0)
                .little32(1)
                .little32(jpeg)
                .add(2, 1, 4, 0)
                .little32(1)
                .little32(preview.length)
                .little32(0)
                .add(preview)
                .array();
        return TiffFile.of("IIRO", "")
                .page(new Directory()
                        .size(width, height)
                        .number(259, 1)
                        .data(273, 279, new byte[99])
                        .to(34665, new Directory().bytes(37500, note)))
                .array();
    }

    /** A header of places, the JPEG, a directory with the sensor's size, the sensor. */
    public static byte[] raf(int width, int height, byte[] preview) {
        byte[] directory =
                new Bytes().u32(1).u16(0x111).u16(4).u16(height).u16(width).array();
        int jpeg = 108;
        return new Bytes()
                .text("FUJIFILMCCD-RAW 0201FF383501")
                .add(new byte[84 - 28])
                .u32(jpeg)
                .u32(preview.length)
                .u32(jpeg + preview.length)
                .u32(directory.length)
                .u32(jpeg + preview.length + directory.length)
                .u32(3)
                .add(preview)
                .add(directory)
                .add(7, 8, 9)
                .array();
    }

    /** A thumbnail and a preview in boxes, a JPEG and raw data in tracks. */
    public static byte[] cr3(int width, int height, byte[] metadata, byte[] small, byte[] full) {
        byte[] type = new Bytes()
                .box("ftyp", new Bytes().text("crx \0\0\0\1crx isom").array())
                .array();
        byte[] preview = new Bytes()
                .u32(0)
                .u16(1)
                .u32(0)
                .u16(1)
                .u32(small.length)
                .add(small)
                .array();
        byte[] shown = new Bytes()
                .box(
                        "uuid",
                        new Bytes()
                                .add(0xea, 0xf4, 0x2b, 0x5e, 0x1c, 0x98, 0x4b, 0x88)
                                .add(0xb9, 0xfb, 0xb7, 0xdc, 0x40, 0x6e, 0x4d, 0x16)
                                .add(new byte[8])
                                .box("PRVW", preview)
                                .array())
                .array();
        byte[] canon = canon(metadata, small);
        byte[] raw = track(width, height, 1 << 30, 5);
        int before = type.length + shown.length + 16 + canon.length + raw.length;
        int data = before + track(0, 0, 0, 0).length + 8;
        byte[] jpeg = track(64, 48, data, full.length);
        return new Bytes()
                .add(type)
                .box("moov", new Bytes().add(canon).add(jpeg).add(raw).array())
                .add(shown)
                .add(new byte[] {0, 0, 0, 8})
                .text("free")
                .box("mdat", full)
                .array();
    }

    private static byte[] canon(byte[] metadata, byte[] thumbnail) {
        byte[] boxed = new Bytes()
                .u32(0)
                .u32(0)
                .u32(thumbnail.length)
                .u32(0)
                .add(thumbnail)
                .array();
        byte[] body = new Bytes()
                .add(0x85, 0xc0, 0xb6, 0x87, 0x82, 0x0f, 0x11, 0xe0, 0x81, 0x11, 0xf4, 0xce, 0x46, 0x2b, 0x6a, 0x48)
                .box("CMT1", metadata)
                .box("THMB", boxed)
                .array();
        return new Bytes().box("uuid", body).array();
    }

    private static byte[] track(int width, int height, int offset, int length) {
        byte[] entry = new Bytes().add(new byte[24]).u16(width).u16(height).array();
        byte[] tables = new Bytes()
                .box("stsd", new Bytes().u32(0).u32(1).box("CRAW", entry).array())
                .box("stsz", new Bytes().u32(0).u32(length).u32(1).array())
                .box("co64", new Bytes().u32(0).u32(1).u32(0).u32(offset).array())
                .array();
        byte[] media =
                new Bytes().box("minf", new Bytes().box("stbl", tables).array()).array();
        return new Bytes().box("trak", new Bytes().box("mdia", media).array()).array();
    }
}
