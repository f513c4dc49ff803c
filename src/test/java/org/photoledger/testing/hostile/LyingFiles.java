package org.photoledger.testing.hostile;

import static org.photoledger.testing.hostile.BaseFiles.utf8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.photoledger.testing.Archives;
import org.photoledger.testing.Bytes;
import org.photoledger.testing.SampleImages;

/** Files of two types at once, of another type than they are called, and of none. */
final class LyingFiles {

    private final List<HostileFile> files = new ArrayList<>();

    private LyingFiles() {}

    static List<HostileFile> all() {
        LyingFiles lying = new LyingFiles();
        lying.polyglots();
        lying.extensions();
        lying.nothing();
        return lying.files;
    }

    private void add(String name, byte[] content) {
        files.add(HostileFile.of("lies/" + name, content));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return new Bytes().add(first).add(second).array();
    }

    private void polyglots() {
        byte[] photo = BaseFiles.photo(60);
        byte[] html = utf8("<html><script>alert(1)</script></html>");
        byte[] pdf = utf8("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF");
        byte[] zip = Archives.zip(Map.of("inner.jpg", BaseFiles.photo(61)));
        add("jpeg-and-zip.jpg", joined(photo, zip));
        add("jpeg-and-zip.zip", joined(BaseFiles.photo(62), zip));
        add("jpeg-and-pdf.pdf", joined(BaseFiles.photo(63), pdf));
        add("pdf-and-jpeg.jpg", joined(pdf, photo));
        add(
                "jpeg-with-html.html",
                new Bytes()
                        .add(0xff, 0xd8)
                        .segment(0xfe, html)
                        .add(Arrays.copyOfRange(photo, 2, photo.length))
                        .array());
        add("gif-and-script.js", joined(utf8("GIF89a=1/*"), joined(SampleImages.gif(), utf8("*/;alert(1)"))));
        add("zip-and-jpeg.jpg", joined(zip, photo));
        add("two-jpegs.jpg", joined(photo, BaseFiles.photo(64)));
        add("jpeg-in-thumbnail-of-itself.jpg", joined(photo, photo));
        add("mbr-and-jpeg.jpg", joined(new byte[512], photo));
    }

    private void extensions() {
        add("really-a-png.jpg", BaseFiles.pictures().getOrDefault("a.png", new byte[0]));
        add("really-a-jpeg.exe", BaseFiles.photo(65));
        add("really-text.jpg", utf8("no picture\n"));
        add("really-html.jpg", utf8("<!DOCTYPE html><script>alert(1)</script>"));
        add("really-a-script.png", utf8("#!/bin/sh\nrm -rf /\n"));
        add(
                "really-an-elf.jpg",
                new Bytes().add(0x7f).text("ELF").add(new byte[60]).array());
        add("really-windows.jpg", new Bytes().text("MZ").add(new byte[62]).array());
    }

    private void nothing() {
        byte[] noise = new byte[20_000];
        new Random(66).nextBytes(noise);
        add("empty.jpg", new byte[0]);
        add("noise.jpg", noise);
        add("zeros.jpg", new byte[20_000]);
        add("one-byte.jpg", Bytes.of(0xff));
        BaseFiles.pictures().forEach((name, content) -> {
            add("magic-only-" + name, Arrays.copyOf(content, 4));
            byte[] noisy = noise.clone();
            System.arraycopy(content, 0, noisy, 0, Math.min(16, content.length));
            add("magic-and-noise-" + name, noisy);
        });
        add("utf-16.txt", new Bytes().add(0xff, 0xfe).text("a\0b\0").array());
        add("ones.jpg", GigabyteOfZeros.filled(20_000, 0xff));
    }
}
