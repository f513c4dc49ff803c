package org.photoledger.testing;

import java.util.LinkedHashMap;
import java.util.Map;

/** One tiny file of each container; coded pixels are placeholders that only a walker accepts. */
public final class SampleImages {

    private SampleImages() {}

    public static byte[] tiff() {
        return new Bytes()
                .text("MM\0*")
                .u32(8)
                .u16(6)
                .tag(256, 3, 1, 7)
                .tag(257, 3, 1, 5)
                .tag(273, 4, 1, 86)
                .tag(279, 4, 1, 3)
                .tag(700, 1, 4, 0x3c782f3e)
                .tag(330, 4, 1, 8)
                .u32(0)
                .add(1, 2, 3)
                .array();
    }

    public static byte[] jpeg() {
        return new Bytes()
                .add(0xff, 0xd8)
                .segment(
                        0xe0,
                        new Bytes()
                                .text("JFIF\0")
                                .add(1, 1, 0, 0, 1, 0, 1, 0, 0)
                                .array())
                .segment(0xe1, new Bytes().text("Exif\0\0").add(tiff()).array())
                .segment(0xed, new Bytes().text("Photoshop 3.0\0" + "8BIM").array())
                .segment(0xfe, new Bytes().text("hello").array())
                .segment(
                        0xee,
                        new Bytes().text("Adobe").add(0, 100, 0, 0, 0, 0, 1).array())
                .add(jpegPixels())
                .add(0xff, 0xd9)
                .array();
    }

    /** SOF0 to the end of the only scan. */
    public static byte[] jpegPixels() {
        return new Bytes()
                .segment(0xc0, Bytes.of(8, 0, 5, 0, 7, 1, 1, 0x11, 0))
                .segment(0xda, Bytes.of(1, 1, 0, 0, 63, 0))
                .add(0x12, 0xff, 0x00, 0xff, 0xd0, 0x34)
                .array();
    }

    public static byte[] png() {
        return new Bytes()
                .text("\u0089PNG\r\n\u001a\n")
                .chunk("IHDR", Bytes.of(0, 0, 0, 7, 0, 0, 0, 5, 8, 2, 0, 0, 0))
                .chunk("eXIf", tiff())
                .chunk("tEXt", new Bytes().text("Author\0B\u00f6b").array())
                .chunk(
                        "tEXt",
                        new Bytes()
                                .text("Raw profile type iptc\0\niptc\n       2\n1c02\n")
                                .array())
                .chunk(
                        "iTXt",
                        new Bytes().text("XML:com.adobe.xmp\0\0\0\0\0<x/>").array())
                .chunk("IDAT", Bytes.of(1, 2))
                .chunk("IDAT", Bytes.of(3))
                .chunk("IEND", new byte[0])
                .array();
    }

    public static byte[] webp() {
        byte[] body = new Bytes()
                .text("WEBP")
                .riff("VP8X", Bytes.of(8, 0, 0, 0, 6, 0, 0, 4, 0, 0))
                .riff("VP8L", Bytes.of(0x2f, 6, 0, 1, 0))
                .riff("EXIF", new Bytes().text("Exif\0\0").add(tiff()).array())
                .riff("XMP ", new Bytes().text("<x/>").array())
                .array();
        return new Bytes().text("RIFF").little32(body.length).add(body).array();
    }

    public static byte[] gif() {
        return new Bytes()
                .text("GIF89a")
                .add(7, 0, 5, 0, 0, 0, 0)
                .add(0x21, 0xfe, 2, 'h', 'i', 0)
                .add(0x2c, 0, 0, 0, 0, 7, 0, 5, 0, 0, 2, 1, 0, 0)
                .add(0x3b)
                .array();
    }

    public static byte[] bmp() {
        return new Bytes()
                .text("BM")
                .little32(58)
                .add(0, 0, 0, 0)
                .little32(54)
                .little32(40)
                .little32(7)
                .little32(-5)
                .add(new byte[32])
                .array();
    }

    /** A grid item of 1024x768 with one tile of 512x512, turned by a quarter, with an Exif and an XMP item in idat. */
    public static byte[] heic() {
        byte[] exif = new Bytes().u32(6).text("Exif\0\0").add(tiff()).array();
        byte[] xmp = new Bytes().text("<x/>").array();
        Bytes meta = new Bytes().u32(0).box("pitm", Bytes.of(0, 0, 0, 0, 0, 1));
        meta.box("iinf", heicNames());
        meta.box(
                "iloc",
                new Bytes()
                        .add(1, 0, 0, 0, 0x44, 0)
                        .u16(4)
                        .add(place(1, 0, 2))
                        .add(place(2, 2, 3))
                        .add(place(3, 5, exif.length))
                        .add(place(4, 5 + exif.length, 4))
                        .array());
        meta.box(
                "iref",
                new Bytes().u32(0).box("dimg", Bytes.of(0, 1, 0, 1, 0, 2)).array());
        meta.box("iprp", heicProperties());
        meta.box("idat", new Bytes().add(9, 8, 1, 2, 3).add(exif).add(xmp).array());
        return new Bytes()
                .box("ftyp", new Bytes().text("heic").u32(0).text("mif1").array())
                .box("meta", meta.array())
                .array();
    }

    private static byte[] heicProperties() {
        return new Bytes()
                .box(
                        "ipco",
                        new Bytes()
                                .box(
                                        "ispe",
                                        new Bytes().u32(0).u32(512).u32(512).array())
                                .box(
                                        "ispe",
                                        new Bytes().u32(0).u32(1024).u32(768).array())
                                .box("irot", Bytes.of(3))
                                .array())
                .box(
                        "ipma",
                        new Bytes()
                                .u32(0)
                                .u32(2)
                                .add(0, 1, 2, 2, 3)
                                .add(0, 2, 1, 1)
                                .array())
                .array();
    }

    private static byte[] heicNames() {
        return new Bytes()
                .u32(0)
                .u16(4)
                .add(item(1, "grid"))
                .add(item(2, "hvc1"))
                .add(item(3, "Exif"))
                .add(item(4, "mime\0application/rdf+xml\0"))
                .array();
    }

    private static byte[] item(int id, String type) {
        return new Bytes()
                .box(
                        "infe",
                        new Bytes()
                                .add(2, 0, 0, 0)
                                .u16(id)
                                .u16(0)
                                .text(type + "\0")
                                .array())
                .array();
    }

    private static byte[] place(int id, int offset, int length) {
        return new Bytes().u16(id).u16(1).u16(0).u16(1).u32(offset).u32(length).array();
    }

    /** Every format by its name. */
    public static Map<String, byte[]> all() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("JPEG", jpeg());
        all.put("PNG", png());
        all.put("WEBP", webp());
        all.put("TIFF", tiff());
        all.put("ISO_BMFF", heic());
        all.put("GIF", gif());
        all.put("BMP", bmp());
        return all;
    }
}
