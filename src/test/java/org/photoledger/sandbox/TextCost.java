package org.photoledger.sandbox;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.photoledger.image.ImageBytes;
import org.photoledger.text.BareDetection;
import org.photoledger.text.TextSettings;

/**
 * What text costs: CPU time of one thread on the same files with text on, with text off, and of the bare 640-pixel
 * detection, the three in turn on each photo, so that a busy machine slows them alike; the first rounds warm up.
 * {@code java -XX:+UseSerialGC -cp ... org.photoledger.sandbox.TextCost FOLDER}, photos of 4:3.
 */
public final class TextCost {

    private static final int ROUNDS = 8;

    private TextCost() {}

    public static void main(String[] arguments) throws IOException {
        List<byte[]> files = contents(Path.of(arguments[0]));
        PhotoExaminer on = examiner(TextPart.open(new TextSettings(640, 100, null, null)));
        PhotoExaminer off = examiner(TextPart.open(null));
        try (BareDetection bare = new BareDetection(640, 480)) {
            for (int round = 1; round <= ROUNDS; round++) {
                double with = 0;
                double without = 0;
                double floor = 0;
                for (byte[] file : files) {
                    with += milliseconds(() -> on.examine(ImageBytes.of(file)));
                    without += milliseconds(() -> off.examine(ImageBytes.of(file)));
                    floor += milliseconds(bare::run);
                }
                tell(round, with / files.size(), without / files.size(), floor / files.size());
            }
        }
    }

    private static void tell(int round, double with, double without, double floor) {
        System.out.printf(
                Locale.ROOT,
                "round %d: on %.1f, off %.1f, bare detection %.1f CPU-ms per photo; (on - off) / bare = %.3f%n",
                round,
                with,
                without,
                floor,
                (with - without) / floor);
    }

    private static PhotoExaminer examiner(TextPart text) {
        return new PhotoExaminer(ExaminationSettings.defaults(), text, new DocumentPart(false, 1_000_000));
    }

    private static List<byte[]> contents(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(TextCost::content).toList();
        }
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static double milliseconds(Runnable work) {
        long started = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - started) / 1e6;
    }
}
