package org.photoledger.image;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;

/**
 * Decodes HEIC, HEIF and AVIF by a program of the system, in a process of its own with bounded memory, time and output. It sees
 * a copy under a name of ours, in a folder of the worker's own.
 */
final class HeifDecoder {

    /**
     * Sets the bounds, then runs the converter. A libheif that meets its bound of memory may wait for itself for ever: where
     * nobody is left to end it, {@code timeout} does.
     */
    private static final String BOUNDED =
            "ulimit -v \"$1\" && ulimit -f \"$2\" && shift 2 && exec /usr/bin/timeout -s KILL \"$@\"";

    /**
     * What libheif maps before a picture, threads and their arenas above all, and for each pixel of one. At 12 and 16
     * megapixels 600,000 KiB together were enough, and 400,000 not always.
     */
    private static final long BASE_KILOBYTES = 1 << 20;

    private static final long PIXEL_BYTES = 16;

    /** Blocks of 512 bytes: a frame has 1.5 bytes a pixel. */
    private static final long BLOCK_BYTES = 512;

    private static final int MOST_WORDS = 4_096;

    private final ImageLimits limits;
    private final HeifConverter converter;

    HeifDecoder(ImageLimits limits, HeifConverter converter) {
        this.limits = limits;
        this.converter = converter;
    }

    /** Why there is no decoder, null where there is one. */
    @Nullable
    String missing(String mediaType) {
        return converter.program() == null ? "no decoder for " + mediaType + ": " + converter.state() : null;
    }

    Decoding decode(ImageBytes bytes, PixelSize size, int step) {
        try {
            Path folder = Files.createTempDirectory("heif");
            try {
                return decode(bytes, size, step, folder);
            } finally {
                for (String name : List.of("in.heif", "out.y4m", "words")) {
                    Files.deleteIfExists(folder.resolve(name));
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the worker's folder cannot be used", e);
        }
    }

    private Decoding decode(ImageBytes bytes, PixelSize size, int step, Path folder) throws IOException {
        HeifCopy copy = HeifCopy.of(bytes, limits);
        Files.write(folder.resolve("in.heif"), copy.bytes());
        String problem = convert(folder, size);
        if (problem == null) {
            try {
                BufferedImage pixels =
                        Y4mPicture.read(folder.resolve("out.y4m"), step, limits.pixels(), copy.limitedRange());
                return Decoding.of(Decoding.Status.DECODED, pixels, converter.route(), List.of());
            } catch (IOException e) {
                problem = String.valueOf(e.getMessage());
            }
        }
        // a libheif that was built without this codec
        boolean unsupported = problem.contains("Unsupported");
        return unsupported
                ? ended(Decoding.Status.UNSUPPORTED, FindingCode.DECODE_UNSUPPORTED, problem)
                : ended(Decoding.Status.FAILED, FindingCode.DECODE_FAILED, problem);
    }

    private Decoding ended(Decoding.Status status, FindingCode code, String problem) {
        return Decoding.without(status, new Finding(code, converter.route() + ": " + problem, ImageDecoder.METHOD));
    }

    /** What kept the program from making a picture, null for nothing. */
    private @Nullable String convert(Path folder, PixelSize size) throws IOException {
        Process process = started(folder, size);
        try {
            if (!process.waitFor(converter.deadline().toMillis(), TimeUnit.MILLISECONDS)) {
                end(process);
                process.waitFor();
                return "gave no picture within " + converter.deadline().toMillis() + " ms";
            }
        } catch (InterruptedException e) {
            end(process);
            Thread.currentThread().interrupt();
            return "was interrupted";
        }
        return process.exitValue() == 0 ? null : words(folder.resolve("words"), process.exitValue());
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private Process started(Path folder, PixelSize size) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        BOUNDED,
                        "sh",
                        Long.toString(BASE_KILOBYTES + size.pixels() * PIXEL_BYTES / 1_024),
                        Long.toString(2 * size.pixels() / BLOCK_BYTES + 1_024),
                        Long.toString(converter.deadline().toSeconds() + 1),
                        String.valueOf(converter.program()),
                        "in.heif",
                        "out.y4m")
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("words").toFile());
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    private static String words(Path file, int exit) throws IOException {
        try (var in = Files.newInputStream(file)) {
            String words = new String(in.readNBytes(MOST_WORDS), StandardCharsets.UTF_8)
                    .replaceAll("\\p{Cntrl}+", " ")
                    .strip();
            return words.isEmpty() ? "ended with exit code " + exit : words;
        }
    }
}
