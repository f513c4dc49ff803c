package org.photoledger.cli;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.photoledger.report.PrintableText;
import org.springframework.boot.convert.DurationStyle;
import picocli.CommandLine.Option;

/** The options that every verb has. */
final class GlobalOptions {

    private static final Duration LONGEST_WAIT = Duration.ofDays(365);

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "The collection's folder (else PHOTOLEDGER_HOME, else the XDG data folder).")
    private @Nullable Path home;

    @Option(names = "--config", paramLabel = "FILE", description = "Settings that override the defaults (YAML).")
    private @Nullable Path config;

    @Option(names = "--json", description = "JSON lines on standard output, nothing else there.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print results and errors only.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Also print what is done.")
    private boolean verbose;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "auto, always or never (default: ${DEFAULT-VALUE}, on a terminal unless NO_COLOR is set).")
    private Paint.When color = Paint.When.AUTO;

    @Option(
            names = "--lock-wait",
            paramLabel = "TIME",
            defaultValue = "60s",
            description = "How long to wait for another command on the same home (default: ${DEFAULT-VALUE}).")
    private String lockWait = "60s";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    Home home() {
        return Home.of(home, System.getenv());
    }

    /** What to type for a verb, on the same home and with the same settings. */
    String command(String verb) {
        return "photoledger " + verb
                + (home == null ? "" : " --home " + word(home))
                + (config == null ? "" : " --config " + word(config));
    }

    /** As a shell reads it. */
    private static String word(Path path) {
        String text = PrintableText.of(path.toString());
        return text.matches("[A-Za-z0-9_@%+=:,./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    @Nullable
    Path config() {
        return config;
    }

    boolean json() {
        return json;
    }

    boolean quiet() {
        return quiet;
    }

    boolean verbose() {
        return verbose;
    }

    String painted(Paint paint, String words) {
        return paint.of(words, color);
    }

    Duration lockWait() {
        try {
            Duration wait = DurationStyle.detectAndParse(lockWait);
            if (!wait.isNegative() && wait.compareTo(LONGEST_WAIT) <= 0) {
                return wait;
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            // told below, in our words
        }
        throw new UsageException(
                "--lock-wait is \"" + lockWait + "\"; it must be a time such as 60s or 8h, at most 365d.");
    }
}
