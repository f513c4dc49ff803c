package org.photoledger.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The program of the system that decodes HEIC, HEIF and AVIF: {@code heif-dec} or {@code heif-convert} of libheif.
 *
 * @param program its absolute path, null where there is none
 * @param state its version; where there is none, why not and what to do
 * @param deadline longest time of one conversion
 */
public record HeifConverter(@Nullable Path program, String state, Duration deadline) {

    private static final List<Path> FOLDERS = List.of(Path.of("/usr/bin"), Path.of("/usr/local/bin"));
    private static final List<String> NAMES = List.of("heif-dec", "heif-convert");
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");
    private static final Duration ANSWER = Duration.ofSeconds(10);

    /** None, by a setting. */
    public static HeifConverter off() {
        return absent("switched off by photoledger.image.heif-converter");
    }

    private static HeifConverter absent(String why) {
        return new HeifConverter(null, why, Duration.ZERO);
    }

    /** The program in a fixed list of folders, never by the environment's PATH. */
    public static HeifConverter found(Duration deadline) {
        return FOLDERS.stream()
                .flatMap(folder -> NAMES.stream().map(folder::resolve))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> at(program, deadline))
                .orElseGet(() -> absent("install the Debian package libheif-examples"));
    }

    /** The program at an absolute path; one that tells no version is none. */
    public static HeifConverter at(Path program, Duration deadline) {
        String version = version(program);
        return version == null
                ? absent(program + " does not tell the version of libheif")
                : new HeifConverter(program, version, deadline);
    }

    /** What the record says of the route; the column has 20 characters. */
    String route() {
        String route = "HEIF_CONVERT " + state;
        return route.substring(0, Math.min(route.length(), 20));
    }

    /** All releases name it, in their answer to an option or in what they say of an unknown one. */
    private static @Nullable String version(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String words = new String(process.getInputStream().readNBytes(1 << 16), StandardCharsets.UTF_8);
            if (!process.waitFor(ANSWER.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return Stream.of(VERSION.matcher(words))
                    .filter(Matcher::find)
                    .map(Matcher::group)
                    .findFirst()
                    .orElse(null);
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
