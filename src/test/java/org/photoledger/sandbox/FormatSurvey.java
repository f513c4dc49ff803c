package org.photoledger.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.photoledger.image.HeifConverter;
import org.photoledger.image.ImageBytes;
import org.photoledger.photo.PhotoExamination;

/** Examines every file below a folder in this process and counts, by extension, how their decodes ended. Run by hand. */
final class FormatSurvey {

    private FormatSurvey() {}

    /** Arguments: a folder, and optionally {@code each} for a line per file. */
    public static void main(String[] arguments) throws IOException {
        PhotoExaminer examiner = PhotoExaminers.with(HeifConverter.found(Duration.ofSeconds(20)));
        boolean each = arguments.length > 1;
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                long start = System.nanoTime();
                PhotoExamination found = examiner.examine(ImageBytes.of(Files.readAllBytes(file)));
                long millis = (System.nanoTime() - start) / 1_000_000;
                counts.computeIfAbsent(extension(file), key -> new TreeMap<>()).merge(end(found), 1, Integer::sum);
                if (each) {
                    System.out.println(file.getFileName() + " | " + line(found) + " | " + millis + " ms");
                }
            }
        }
        counts.forEach((extension, ends) -> System.out.println(extension + " " + ends));
    }

    private static String extension(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String end(PhotoExamination found) {
        return found.photo() ? String.valueOf(found.decode()) : "NO_PHOTO";
    }

    private static String line(PhotoExamination found) {
        return found.mediaType() + " | " + found.size() + " | " + end(found) + " | " + found.decodeRoute() + " | "
                + found.metadata().values().size() + " values | "
                + (found.imageDataDigest() == null ? "no digest" : "digest") + " | "
                + found.findings().stream()
                        .map(finding -> finding.code() + ": " + finding.detail())
                        .toList();
    }
}
