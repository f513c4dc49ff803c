package org.photoledger.testing.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.photoledger.container.Mails;
import org.photoledger.container.RarBytes;
import org.photoledger.testing.Archives;
import org.photoledger.testing.Bytes;
import org.photoledger.testing.ExifBlock;
import org.photoledger.testing.Pictures;
import org.photoledger.testing.RawFiles;
import org.photoledger.testing.SampleImages;
import org.photoledger.testing.samples.LosslessWebp;
import org.photoledger.text.PictureDocuments;

/** A small sound file of each format, from which damaged ones are made; the same bytes each time on the same Java. */
final class BaseFiles {

    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;

    private BaseFiles() {}

    /** By file name. */
    static Map<String, byte[]> all() throws IOException {
        Map<String, byte[]> files = pictures();
        byte[] photo = photo(20);
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("one.jpg", photo);
        members.put("two.png", drawn("png", 21));
        files.put("a.zip", Archives.zip(members));
        files.put("a.tar", tar(members));
        files.put("a.7z", sevenZip(members));
        files.put("a.gz", gzip(photo));
        files.put("a.rar", rar(members));
        files.put("a.eml", mail(photo));
        files.put("a.mbox", Mails.mbox(mail(photo), mail(photo(22))));
        files.put("a.pdf", PictureDocuments.pdf(photo, Pictures.drawn(23, WIDTH, HEIGHT)));
        files.put("a.docx", docx("<w:p><w:r><w:t>a line</w:t></w:r></w:p>", "", photo));
        return files;
    }

    static Map<String, byte[]> pictures() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.jpg", photo(10));
        files.put("progressive.jpg", Pictures.jpeg(Pictures.drawn(11, WIDTH, HEIGHT), 0.8f, true));
        files.put("a.png", png());
        files.put("a.gif", drawn("gif", 13));
        files.put("a.bmp", drawn("bmp", 14));
        files.put("a.tif", drawn("tiff", 15));
        files.put("a.webp", LosslessWebp.of(Pictures.drawn(16, WIDTH, HEIGHT)));
        files.put("extended.webp", SampleImages.webp());
        files.put("a.heic", SampleImages.heic());
        files.put("a.dng", RawFiles.dng(640, 480, 6, photo(17)));
        return files;
    }

    /** A JPEG with what a camera writes, thumbnail and position included. */
    static byte[] photo(int seed) {
        return ExifBlock.anExif()
                .camera("Orbis", "D40", "OR-1")
                .original("2013:04:05 10:11:12")
                .userComment("photo " + seed)
                .position("N", new int[] {33, 30, 10}, "E", new int[] {36, 18, 5})
                .thumbnail(Pictures.jpeg(Pictures.drawn(seed, 32, 24), 0.5f))
                .in(Pictures.jpeg(Pictures.drawn(seed, WIDTH, HEIGHT), 0.8f));
    }

    private static byte[] drawn(String format, int seed) {
        return Pictures.as(format, Pictures.drawn(seed, WIDTH, HEIGHT));
    }

    private static byte[] png() {
        byte[] png = drawn("png", 12);
        byte[] exif = ExifBlock.anExif().camera("Orbis", "D40", "OR-2").bytes();
        return new Bytes()
                .add(Arrays.copyOf(png, 33))
                .chunk("eXIf", exif)
                .chunk("tEXt", new Bytes().text("Author\0somebody").array())
                .add(Arrays.copyOfRange(png, 33, png.length))
                .array();
    }

    /** Writes into a stream. */
    @FunctionalInterface
    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] gzip(byte[] content) {
        return written(out -> {
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(content);
            }
        });
    }

    private static byte[] tar(Map<String, byte[]> members) {
        return written(out -> {
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
                for (Map.Entry<String, byte[]> member : members.entrySet()) {
                    TarArchiveEntry entry = new TarArchiveEntry(member.getKey());
                    entry.setSize(member.getValue().length);
                    entry.setModTime(0);
                    entry.setUserName("");
                    entry.setGroupName("");
                    tar.putArchiveEntry(entry);
                    tar.write(member.getValue());
                    tar.closeArchiveEntry();
                }
            }
        });
    }

    private static byte[] sevenZip(Map<String, byte[]> members) throws IOException {
        try (SeekableInMemoryByteChannel bytes = new SeekableInMemoryByteChannel()) {
            try (SevenZOutputFile archive = new SevenZOutputFile(bytes)) {
                for (Map.Entry<String, byte[]> member : members.entrySet()) {
                    SevenZArchiveEntry entry = new SevenZArchiveEntry();
                    entry.setName(member.getKey());
                    archive.putArchiveEntry(entry);
                    archive.write(member.getValue());
                    archive.closeArchiveEntry();
                }
            }
            return Arrays.copyOf(bytes.array(), (int) bytes.size());
        }
    }

    private static byte[] rar(Map<String, byte[]> members) {
        Bytes rar = new Bytes().add(RarBytes.MARKER).add(RarBytes.main(0));
        members.forEach(
                (name, content) -> rar.add(RarBytes.file(name.getBytes(StandardCharsets.US_ASCII), content, 0)));
        return rar.add(RarBytes.end()).array();
    }

    private static byte[] mail(byte[] photo) {
        return Mails.lines(
                "From: a@example.org",
                "Subject: photos",
                "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=one",
                "",
                "--one",
                "Content-Type: image/jpeg; name=one.jpg",
                "Content-Transfer-Encoding: base64",
                "",
                Mails.base64(photo),
                "--one--");
    }

    /** A Word document without a time: its body, what stands before its root, and a picture. */
    static byte[] docx(String body, String prolog, byte[] picture) {
        String types = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                + "<Default Extension='jpeg' ContentType='image/jpeg'/><Override PartName='/word/document.xml'"
                + " ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String package2006 = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>";
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", utf8(types));
        String main = "<Relationship Id='r1' Type='" + office + "/officeDocument' Target='word/document.xml'/>";
        parts.put("_rels/.rels", utf8(package2006 + main + "</Relationships>"));
        String image = "<Relationship Id='r2' Type='" + office + "/image' Target='media/image1.jpeg'/>";
        parts.put("word/_rels/document.xml.rels", utf8(package2006 + image + "</Relationships>"));
        parts.put(
                "word/document.xml",
                utf8(prolog
                        + "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>"
                        + body + "</w:body></w:document>"));
        parts.put("word/media/image1.jpeg", picture);
        return Archives.zip(parts);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
