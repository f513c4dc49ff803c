package org.photoledger.testing.hostile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.photoledger.testing.Bytes;
import org.photoledger.testing.ExifBlock;
import org.photoledger.testing.Pictures;

/** Metadata that is code, markup or a command elsewhere: in reports, tables, terminals, logs and databases. */
final class HostileTexts {

    static final List<String> TEXTS = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "</title><svg/onload=alert(1)>",
            "=HYPERLINK(\"http://127.0.0.1:9\",\"a\")",
            "\t=cmd|' /C calc'!A0",
            "+1+1",
            "-1+1",
            "@SUM(1)",
            "\r\n2026-11-27T00:00:00.000 ERROR [main] forged line",
            "\u001b[2J\u001b[31mred\u0007\u001b]0;title\u0007",
            "${jndi:ldap://127.0.0.1:9/a}",
            "%n%d{yyyy}%xEx",
            "'); DROP TABLE photo; --",
            "\u202egpj.exe\u2066isolated",
            "\u009b31m C1",
            "\u2028line\u2029paragraph",
            "\ufeff\ufffe\uffff",
            "\\u0000\\x00%00",
            "a\u0301\u0300".repeat(5_000),
            "x".repeat(60_000));

    /** What is no text: NUL, lone surrogates, sequences that are no UTF-8. */
    private static final List<byte[]> NO_TEXTS = List.of(
            Bytes.of('n', 0, 'u', 0, 'l'),
            Bytes.of(0xed, 0xa0, 0x80),
            Bytes.of(0xc0, 0xaf, 0xc0, 0x80),
            Bytes.of(0xff, 0xfe, 0xfd),
            Bytes.of(0xf5, 0x80, 0x80, 0x80),
            Bytes.of(1, 2, 3, 4, 5, 6, 7, 8, 0x1b, 0x7f, 0x80, 0x9b));

    /** XPComment's UTF-16: lone surrogates in wrong order, NUL, half a character. */
    private static final byte[] SURROGATES = Bytes.of('a', 0, 0x00, 0xdc, 0x00, 0xd8, 'b', 0, 0, 0, 0x3d, 0xd8, 'c');

    private final List<HostileFile> files = new ArrayList<>();

    private HostileTexts() {}

    static List<HostileFile> all() {
        HostileTexts texts = new HostileTexts();
        for (int at = 0; at < TEXTS.size(); at++) {
            texts.add(at, TEXTS.get(at).getBytes(StandardCharsets.UTF_8));
        }
        for (int at = 0; at < NO_TEXTS.size(); at++) {
            texts.add(TEXTS.size() + at, NO_TEXTS.get(at));
        }
        texts.files.add(
                HostileFile.of("texts/surrogates.jpg", in(70, ExifBlock.anExif().bytes(0x9c9c, SURROGATES))));
        texts.others();
        texts.values();
        return texts.files;
    }

    private void add(int number, byte[] text) {
        // as a camera's name too, which the report lists
        boolean small = text.length < 1_000;
        ExifBlock exif = ExifBlock.anExif().bytes(0x10e, text).bytes(small ? 0x10f : 0x131, text);
        if (small) {
            exif.bytes(0x110, text).bytes(0xa431, text).bytes(0x9003, text);
        }
        files.add(HostileFile.of("texts/" + number + ".jpg", in(number, exif)));
    }

    private static byte[] in(int seed, ExifBlock exif) {
        return exif.in(Pictures.jpeg(Pictures.drawn(seed, 64, 48), 0.8f));
    }

    private void others() {
        byte[] text = String.join("", TEXTS.subList(0, 17)).getBytes(StandardCharsets.UTF_8);
        byte[] comment = new Bytes().text("Comment\0").add(text).array();
        byte[] png = BaseFiles.pictures().getOrDefault("a.png", new byte[0]);
        files.add(HostileFile.of(
                "texts/comment.png",
                new Bytes()
                        .add(java.util.Arrays.copyOf(png, 33))
                        .chunk("tEXt", comment)
                        .chunk(
                                "iTXt",
                                new Bytes().text("Title\0\0\0\0\0").add(text).array())
                        .chunk("<b>x", comment)
                        .add(java.util.Arrays.copyOfRange(png, 33, png.length))
                        .array()));
        byte[] jpeg = BaseFiles.photo(71);
        files.add(HostileFile.of(
                "texts/comment.jpg",
                new Bytes()
                        .add(0xff, 0xd8)
                        .segment(0xfe, text)
                        .segment(
                                0xed,
                                new Bytes()
                                        .text("Photoshop 3.0\0" + "8BIM")
                                        .u16(0x404)
                                        .u16(0)
                                        .u32(9)
                                        .add(0x1c, 2, 80, 0, 4)
                                        .add(0x1b, 0, 10, 13)
                                        .array())
                        .add(java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length))
                        .array()));
    }

    private void values() {
        for (String time :
                List.of("0000:00:00 00:00:00", "9999:99:99 99:99:99", "-001:01:01", "2013:04:05 10:11:12\r\n")) {
            files.add(HostileFile.of(
                    "texts/time-" + files.size() + ".jpg",
                    in(files.size(), ExifBlock.anExif().original(time))));
        }
        int[] beyond = {-1, 0x7fffffff, -1};
        files.add(HostileFile.of(
                "texts/position.jpg", in(72, ExifBlock.anExif().position("\u001b", beyond, "<", beyond))));
    }
}
