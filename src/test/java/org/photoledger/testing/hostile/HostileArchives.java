package org.photoledger.testing.hostile;

import static org.photoledger.testing.hostile.BaseFiles.utf8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.photoledger.container.Mails;
import org.photoledger.testing.Archives;
import org.photoledger.testing.Bytes;
import org.photoledger.testing.LockedArchives;
import org.photoledger.testing.ZipBombs;

/** Archives that hold more than anybody can read, name members that point elsewhere, or lie about what they hold. */
final class HostileArchives {

    private static final String[] ELSEWHERE = {
        "../../../etc/cron.d/x.jpg",
        "/etc/x.jpg",
        "..\\..\\x.jpg",
        "C:\\x.jpg",
        "CON",
        "a\0b.jpg",
        "\u001b[31m.jpg",
        "line\r\nbreak.jpg",
        "\u202egpj.exe",
        "<img src=x onerror=alert(1)>.jpg",
        "=cmd|' /C calc'!A0.jpg",
        "",
        ".",
        "a.zip!/x.jpg",
        "n".repeat(60_000)
    };

    private final List<HostileFile> files = new ArrayList<>();

    private HostileArchives() {}

    static List<HostileFile> all(GigabyteOfZeros zeros) {
        HostileArchives archives = new HostileArchives();
        archives.bombs(zeros);
        archives.names();
        archives.tars();
        archives.lies();
        archives.mails();
        return archives.files;
    }

    private void add(String name, byte[] content) {
        files.add(HostileFile.of("archives/" + name, content));
    }

    private void bombs(GigabyteOfZeros zeros) {
        add("1-gib.zip", zeros.zip("zeros.jpg"));
        add("1-gib.gz", zeros.gzip());
        add("42.zip", ZipBombs.ofZips(5, 3, 1 << 20));
        add("overlap.zip", ZipBombs.overlapping(1_000, 10 << 20));
        add("nest-1000.zip", ZipBombs.nest(1_000));
        byte[] gzip = utf8("inmost");
        for (int depth = 0; depth < 100; depth++) {
            gzip = BaseFiles.gzip(gzip);
        }
        add("nest-100.gz", gzip);
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int at = 0; at < 300; at++) {
            many.put(at + ".jpg", new byte[0]);
        }
        add("300-empty.zip", Archives.zip(many));
    }

    private void names() {
        Map<String, byte[]> members = new LinkedHashMap<>();
        for (String name : ELSEWHERE) {
            members.put(name, BaseFiles.photo(50));
        }
        add("names.zip", Archives.zip(members));
        Bytes tar = new Bytes();
        for (String name : ELSEWHERE) {
            tar.add(header(name, '0', 4, "")).add(padded(utf8("text")));
        }
        add("names.tar", tar.add(new byte[1024]).array());
    }

    private static byte[] padded(byte[] content) {
        return java.util.Arrays.copyOf(content, (content.length + 511) / 512 * 512);
    }

    /** As POSIX 1003.1 lays it out, with a right checksum. */
    private static byte[] header(String name, char type, long size, String link) {
        byte[] header = new byte[512];
        put(header, 0, 100, utf8(name));
        put(header, 100, 8, utf8("0000644"));
        put(header, 124, 12, utf8(Long.toOctalString(size)));
        put(header, 136, 12, utf8("0"));
        header[156] = (byte) type;
        put(header, 157, 100, utf8(link));
        put(header, 257, 8, utf8("ustar\00000"));
        put(header, 148, 8, utf8("        "));
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xff;
        }
        put(header, 148, 8, utf8(String.format(java.util.Locale.ROOT, "%06o\0 ", sum)));
        return header;
    }

    private static void put(byte[] header, int at, int room, byte[] value) {
        System.arraycopy(value, 0, header, at, Math.min(room, value.length));
    }

    private void tars() {
        Bytes special = new Bytes();
        for (char type : new char[] {'1', '2', '3', '4', '5', '6', '7', 'V', 'M', 'S', 'Z'}) {
            special.add(header("special-" + type, type, 0, "/etc/passwd"));
        }
        add("special.tar", special.add(new byte[1024]).array());
        add("size-8-gib.tar", header("large.jpg", '0', 077777777777L, ""));
        add("negative.tar", negative());
        add("long-name-2-gib.tar", header("././@LongLink", 'L', 0x7fffffffL, ""));
        add(
                "pax-without-end.tar",
                new Bytes()
                        .add(header("pax", 'x', 20, ""))
                        .add(padded(utf8("999999999 path=a\n")))
                        .array());
    }

    private static byte[] negative() {
        byte[] header = header("negative.jpg", '0', 0, "");
        java.util.Arrays.fill(header, 124, 136, (byte) 0xff);
        return header;
    }

    private void lies() {
        byte[] zip = Archives.zip(Map.of("a.jpg", BaseFiles.photo(51)));
        int end = zip.length - 22;
        add("65535-entries.zip", patched(zip, end + 8, 0xff, 0xff, 0xff, 0xff));
        add("directory-beyond.zip", patched(zip, end + 16, 0xff, 0xff, 0xff, 0x7f));
        add("directory-of-4-gib.zip", patched(zip, end + 12, 0xff, 0xff, 0xff, 0xff));
        add("method-99.zip", patched(zip, zip.length - 22 - 41, 99, 0));
        add("end-only.zip", java.util.Arrays.copyOfRange(zip, end, zip.length));
        add("locked.zip", LockedArchives.OLD_ZIP);
        add("locked.7z", LockedArchives.SEVEN_ZIP);
        byte[] seven = LockedArchives.SEVEN_ZIP.clone();
        add("header-of-8-exbibytes.7z", patched(seven, 20, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f));
        add("empty.rar", new Bytes().text("Rar!").add(0x1a, 7, 0).array());
        add(
                "five.rar",
                new Bytes().text("Rar!").add(0x1a, 7, 1, 0, 1, 2, 3, 4, 5).array());
        add(
                "dictionary-4-gib.xz",
                new Bytes()
                        .add(0xfd)
                        .text("7zXZ")
                        .add(0, 0, 4, 0xe6, 0xd6, 0xb4, 0x46, 2, 0, 0x21, 1, 40, 0, 0, 0)
                        .array());
        add(
                "window-beyond.zst",
                new Bytes().add(0x28, 0xb5, 0x2f, 0xfd, 0, 0xff, 1, 0, 0).array());
        add(
                "noise.bz2",
                new Bytes()
                        .text("BZh91AY&SY")
                        .add(GigabyteOfZeros.filled(200, 0x55))
                        .array());
    }

    private static byte[] patched(byte[] bytes, int at, int... values) {
        byte[] copy = bytes.clone();
        System.arraycopy(Bytes.of(values), 0, copy, at, values.length);
        return copy;
    }

    private void mails() {
        StringBuilder nested = new StringBuilder("From: a@example.org\r\n");
        for (int depth = 0; depth < 2_000; depth++) {
            nested.append("Content-Type: multipart/mixed; boundary=b")
                    .append(depth)
                    .append("\r\n\r\n--b")
                    .append(depth)
                    .append("\r\n");
        }
        add("nest-2000.eml", utf8(nested.toString()));
        add("header-1-mib.eml", utf8("From: a@example.org\r\nSubject: " + "s".repeat(1 << 20) + "\r\n\r\na"));
        add("headers-50000.eml", utf8("From: a@example.org\r\n" + "X-A: b\r\n".repeat(50_000) + "\r\na"));
        add(
                "name-crlf.eml",
                Mails.lines(
                        "From: a@example.org",
                        "MIME-Version: 1.0",
                        "Content-Type: image/jpeg; name*=UTF-8''a%0d%0ab%1b[31m%00.jpg",
                        "Content-Transfer-Encoding: base64",
                        "",
                        Mails.base64(BaseFiles.photo(52))));
    }
}
