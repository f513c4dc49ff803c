package org.photoledger.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.photoledger.custody.LedgerEvent;
import org.photoledger.digest.Sha256;
import org.photoledger.export.ExportResult;
import org.photoledger.export.Exporter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code export}: the whole home as files that any tool reads. */
@Command(name = "export", description = "Write the whole home as CSV or JSON lines, in a stable order.")
final class ExportCommand implements Callable<Integer> {

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Option(
            names = "--format",
            paramLabel = "csv|jsonl",
            defaultValue = "csv",
            description = "csv or jsonl (default: ${DEFAULT-VALUE}).")
    private Exporter.Format format = Exporter.Format.CSV;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            required = true,
            description = "The folder to write to; made if missing.")
    private Path output = Path.of(".");

    private ExportResult export(Session session) {
        try {
            return new Exporter(session.database()).export(format, output);
        } catch (UncheckedIOException e) {
            throw new UsageException("The export cannot be written to " + output
                    + "; check its permissions and free space, or name another with -o.");
        }
    }

    private void note(Session session, ExportResult result, boolean complete) {
        if (session.database().ledger().named().isPresent()) {
            Map<String, String> files = new LinkedHashMap<>();
            result.rows().keySet().forEach(file -> files.put(file, digest(output.resolve(file))));
            LedgerNote.write(
                    session, new LedgerEvent.Exported(format.name().toLowerCase(Locale.ROOT), complete, files));
        }
    }

    private String digest(Path file) {
        try {
            return Sha256.of(file).hex();
        } catch (IOException e) {
            throw new UsageException("The export in " + output + " cannot be read again; check the disk.");
        }
    }

    @Override
    public Integer call() {
        try (Session session = Session.existing(options, "export")) {
            SourcesUntouched.require(session.database(), output, "The export");
            ExportResult result = export(session);
            boolean complete = session.database().runs().lastUnfinished().isEmpty();
            note(session, result, complete);
            if (!complete) {
                System.err.println(
                        "photoledger: a run of this home is not finished; the export holds what is recorded so far.");
            }
            if (options.json()) {
                result.rows()
                        .forEach((file, rows) -> new JsonLines().print("file", Map.of("file", file, "rows", rows)));
                Map<String, Object> end = new LinkedHashMap<>();
                end.put("exitCode", 0);
                end.put("complete", complete);
                new JsonLines().print("end", end);
            } else {
                result.rows().forEach((file, rows) -> System.out.printf("%9d rows  %s%n", rows, output.resolve(file)));
            }
        }
        return 0;
    }
}
