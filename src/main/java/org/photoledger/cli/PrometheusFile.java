package org.photoledger.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.photoledger.job.ImportRunner;
import org.photoledger.job.RunEnd;
import org.photoledger.store.Database;
import org.slf4j.LoggerFactory;

/**
 * {@code HOME/photoledger.prom}: how the last run ended, in Prometheus' text format for the textfile collector of its
 * node_exporter. A night in which nothing ran shows by the age of the last complete import.
 */
final class PrometheusFile {

    private PrometheusFile() {}

    /** Replaced whole; one that cannot be written fails no run. */
    static void write(Home home, Database database, RunEnd end, int exitCode, Instant now) {
        Path file = home.folder().resolve("photoledger.prom");
        try {
            WholeFile.replace(file, text(knownComplete(database), end, exitCode, now));
        } catch (IOException | RuntimeException e) {
            LoggerFactory.getLogger(PrometheusFile.class).warn("photoledger.prom cannot be written", e);
        }
    }

    /** Empty too where the database is gone: that the run failed is told all the same. */
    private static Optional<Instant> knownComplete(Database database) {
        try {
            return lastComplete(database);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** When the last complete import ended; empty for none. A retry by day says nothing of the night. */
    static Optional<Instant> lastComplete(Database database) {
        return database.runs().all().stream()
                .filter(run -> run.status().equals("COMPLETE") && ImportRunner.isImport(run))
                .flatMap(run -> Stream.ofNullable(run.ended()))
                .max(Instant::compareTo);
    }

    static String text(Optional<Instant> complete, RunEnd end, int exitCode, Instant now) {
        StringBuilder text = new StringBuilder();
        gauge(text, "last_run_end_timestamp_seconds", "When the last run ended.", now.getEpochSecond());
        complete.ifPresent(at -> gauge(
                text,
                "last_complete_run_end_timestamp_seconds",
                "When the last complete import ended.",
                at.getEpochSecond()));
        gauge(text, "last_run_number", "Number of the last run.", end.run());
        gauge(text, "last_run_exit_code", "Exit code of the last run.", exitCode);
        gauge(text, "last_run_seconds", "How long the last launch of that run took.", end.seconds());
        if (end.counts() != null) {
            head(text, "last_run_files", "Files of the last run by outcome.");
            Map<String, Long> counts = end.counts().byName();
            counts.keySet().removeAll(java.util.Set.of("names", "unchanged", "found"));
            counts.forEach((outcome, count) -> text.append("photoledger_last_run_files{outcome=\"")
                    .append(outcome)
                    .append("\"} ")
                    .append(count)
                    .append('\n'));
        }
        return text.toString();
    }

    private static void gauge(StringBuilder text, String name, String help, Number value) {
        head(text, name, help);
        text.append("photoledger_").append(name).append(' ');
        text.append(value instanceof Double fraction ? String.format(Locale.ROOT, "%.3f", fraction) : value);
        text.append('\n');
    }

    private static void head(StringBuilder text, String name, String help) {
        text.append("# HELP photoledger_").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE photoledger_").append(name).append(" gauge\n");
    }
}
