package org.photoledger.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.photoledger.report.PrintableText;
import org.photoledger.source.Outcome;
import org.photoledger.source.Reason;
import org.photoledger.store.FileRow;
import org.photoledger.store.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code files RUN}: every source file that a run took up, with its outcome. */
@Command(name = "files", description = "List the files that a run took up, each with its outcome.")
final class FilesCommand implements Callable<Integer> {

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Parameters(
            paramLabel = "RUN",
            arity = "0..1",
            defaultValue = "last",
            description = "A run's number, last or last-failed.")
    private String run = "last";

    @Option(
            names = "--outcome",
            paramLabel = "O",
            description = "Only files that ended so: recorded, duplicate, ignored, ...")
    private @Nullable String outcome;

    @Option(names = "--reason", paramLabel = "R", description = "Only files with this reason: NOT_A_PHOTO, EMPTY, ...")
    private @Nullable String reason;

    @Override
    public Integer call() {
        Outcome wantedOutcome = outcome == null ? null : Words.of(Outcome.class, "--outcome", outcome);
        Reason wantedReason = reason == null ? null : Words.of(Reason.class, "--reason", reason);
        try (Session session = Session.existing(options, "files")) {
            Run found = RunArgument.find(session.database(), run);
            session.database()
                    .sourceFiles()
                    .files(found.number(), wantedOutcome, wantedReason)
                    .forEach(this::print);
        }
        if (options.json()) {
            new JsonLines().end(0);
        }
        return 0;
    }

    private void print(FileRow file) {
        if (options.json()) {
            new JsonLines().print("file", members(file));
        } else {
            System.out.printf(
                    "%-11s %-18s %s%n",
                    file.outcome().word(), file.reason() == null ? "" : file.reason(), PrintableText.of(file.path()));
        }
    }

    static Map<String, Object> members(FileRow file) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("source", file.source());
        members.put("path", file.path());
        members.put("observation", file.observation());
        members.put("bytes", file.size());
        members.put("sha256", file.sha256());
        members.put("mediaType", file.mediaType());
        members.put("outcome", file.outcome().word());
        members.put("reason", file.reason() == null ? null : file.reason().name());
        members.put("attempts", file.attempts());
        members.put("run", file.run());
        return members;
    }
}
