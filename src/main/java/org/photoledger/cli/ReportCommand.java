package org.photoledger.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.photoledger.job.RunReports;
import org.photoledger.report.ReportFormat;
import org.photoledger.report.ReportLanguage;
import org.photoledger.report.RunReport;
import org.photoledger.report.RunReportWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code report RUN}: the report of any run, made anew from the database. */
@Command(name = "report", description = "Write the report of a run, made from the database (default: of the last run).")
final class ReportCommand implements Callable<Integer> {

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Parameters(
            paramLabel = "RUN",
            arity = "0..1",
            defaultValue = "last",
            description = "A run's number, last or last-failed.")
    private String run = "last";

    @Option(names = "--format", paramLabel = "html|json|csv", description = "Only this file (default: all three).")
    private @Nullable String format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description =
                    "The folder to write to, made if missing (default: HOME/reports, where the run's own is replaced).")
    private @Nullable Path output;

    @Option(
            names = "--language",
            paramLabel = "en|ar",
            description = "Language of the page (default: the setting photoledger.report.language).")
    private @Nullable String language;

    @Override
    public Integer call() {
        List<ReportFormat> formats = format == null
                ? Arrays.asList(ReportFormat.values())
                : List.of(Words.of(ReportFormat.class, "--format", format));
        ReportLanguage wanted = language == null ? null : Words.of(ReportLanguage.class, "--language", language);
        try (Session session = Session.existing(options, "report")) {
            Path folder = output == null ? session.home().folder().resolve("reports") : output;
            SourcesUntouched.require(session.database(), folder, "The report");
            RunReport report =
                    new RunReports(session.database()).of(RunArgument.find(session.database(), run), Instant.now());
            RunReportWriter writer = new RunReportWriter(
                    folder,
                    wanted == null ? session.settings().report().language() : wanted,
                    session.database().runFiles());
            tell(written(writer, report, formats));
        }
        return 0;
    }

    private List<Path> written(RunReportWriter writer, RunReport report, List<ReportFormat> formats) {
        try {
            return writer.write(report, formats);
        } catch (UncheckedIOException e) {
            throw new UsageException("The report cannot be written to "
                    + (output == null ? "the home's folder reports" : output)
                    + "; check its permissions and free space, or name another with -o.");
        }
    }

    private void tell(List<Path> files) {
        if (options.json()) {
            files.forEach(file -> new JsonLines().print("file", Map.of("file", file.toString())));
            new JsonLines().end(0);
        } else {
            files.forEach(System.out::println);
        }
    }
}
