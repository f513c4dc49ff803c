package org.photoledger.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Fills a folder with thousands of small files: JPEGs with EXIF, a tenth exact copies, some stripped of EXIF, some text. */
public final class SmallPhotos {

    private static final int DRAWINGS = 50;

    private SmallPhotos() {}

    public static void fill(Path folder, int files) throws IOException {
        byte[][] drawings = new byte[DRAWINGS][];
        for (int at = 0; at < DRAWINGS; at++) {
            drawings[at] = Pictures.jpeg(Pictures.drawn(at, 160, 120), 0.8f);
        }
        for (int at = 0; at < files; at++) {
            Path file = folder.resolve(String.format(java.util.Locale.ROOT, "day-%02d/photo-%04d.jpg", at % 20, at));
            Files.createDirectories(file.getParent());
            Files.write(file, content(drawings, at));
        }
    }

    /** Leaves of a folder that was filled the files of its first one. */
    public static void leaveFew(Path folder) throws IOException {
        for (String name : Archives.filesOf(folder).keySet()) {
            if (!name.startsWith("day-00/")) {
                Files.delete(folder.resolve(name));
            }
        }
    }

    /** So many files in the folder, and as many more in its {@code rest.zip}. */
    public static void fillWithContainer(Path folder, int files, int members) throws IOException {
        Path zipped = Files.createDirectory(folder.resolveSibling("zipped"));
        fill(folder, files);
        fill(zipped, members);
        Files.write(folder.resolve("rest.zip"), Archives.zip(Archives.filesOf(zipped)));
    }

    private static byte[] content(byte[][] drawings, int at) {
        if (at % 50 == 49) {
            return ("note " + at).getBytes(StandardCharsets.US_ASCII);
        }
        int number = at % 10 == 9 ? at - 5 : at;
        ExifBlock exif = ExifBlock.anExif()
                .camera("Orbis", "D40", "OR-" + number % 3)
                .original(
                        String.format(java.util.Locale.ROOT, "2013:04:05 %02d:%02d:00", number / 60 % 24, number % 60))
                .userComment("photo " + number);
        return exif.in(drawings[number % DRAWINGS]);
    }
}
