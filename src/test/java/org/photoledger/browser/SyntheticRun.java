package org.photoledger.browser;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.photoledger.digest.Sha256;
import org.photoledger.finding.FindingCode;
import org.photoledger.job.RunReports;
import org.photoledger.report.ReportLanguage;
import org.photoledger.report.RunReportWriter;
import org.photoledger.source.Outcome;
import org.photoledger.source.Reason;
import org.photoledger.source.Source;
import org.photoledger.source.SourceFingerprint;
import org.photoledger.source.SourcePath;
import org.photoledger.store.Database;
import org.photoledger.store.DatabaseSettings;
import org.photoledger.store.NewRun;
import org.photoledger.store.Run;
import org.photoledger.store.RunCounts;
import org.springframework.jdbc.core.JdbcTemplate;

/** A run in a real database whose rows are made up: any number of files with every outcome and reason, and names as leaks have them. */
final class SyntheticRun {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final int CHUNK = 1_000;
    private static final List<FindingCode> CODES = List.of(FindingCode.values());
    private static final List<Reason> LOSSES = List.of(
            Reason.WORKER_DIED,
            Reason.DEADLINE,
            Reason.OUT_OF_MEMORY,
            Reason.TOO_LARGE,
            Reason.NOTHING_READABLE,
            Reason.ENCRYPTED,
            Reason.CONTAINER_LIMIT,
            Reason.NESTED_TOO_DEEP,
            Reason.CONTAINER_UNSUPPORTED);

    private static final String FILE =
            "insert into source_file (id, source_id, run_id, last_seen_run, last_seen_launch, path,"
                    + " path_bytes, path_key, observation, size, sha256, media_type, outcome, reason, attempts)"
                    + " values (?, ?, ?, ?, 1, ?, ?, ?, 1, ?, ?, ?, ?, ?, 2)";
    private static final String FINDING =
            "insert into finding (source_file_id, ordinal, code, severity, detail, method) values (?, 0, ?, 'INFO', 'made up', 'test-1')";
    private static final String PHOTO =
            "insert into photo (sha256, sha1, bytes, media_type, decode, make, model, serial_number,"
                    + " capture_time_local, text_status) values (?, ?, ?, 'image/jpeg', 'DECODED', ?, ?, ?, ?, 'EXAMINED')";

    private SyntheticRun() {}

    /** Writes the report of a run of so many files, in both languages: {@code en/run-1.html} and {@code ar/run-1.html}. */
    static void write(Path folder, int files) {
        try (Database database = Database.open(DatabaseSettings.h2In(folder.resolve("home")))) {
            Run run = begun(database);
            for (int at = 0; at < files; at += CHUNK) {
                int first = at;
                int count = Math.min(CHUNK, files - at);
                database.inTransaction(() -> take(database, run, first, count));
            }
            database.runs().inventoried(run.number(), files);
            database.runs().ended(run.number(), "COMPLETE", null, NOON.plusSeconds(5_025), 5_025.4);
            RunCounts counts = database.sourceFiles().counts(run.number(), run.sourceId());
            database.sourceFiles().close(run.number(), counts);
            database.runs()
                    .keepFacts(run.number(), "{\"exitCode\":3,\"sourceRoot\":\"/mnt/leak/\",\"java\":\"17.0.13+11\"}");
            for (ReportLanguage language : ReportLanguage.values()) {
                new RunReportWriter(folder.resolve(language.tag()), language, database.runFiles())
                        .write(new RunReports(database)
                                .of(database.runs().byNumber(run.number()).orElseThrow(), NOON));
            }
        }
    }

    private static Run begun(Database database) {
        long source = database.sources()
                .register(new Source("الأرشيف/archive <1>", "/mnt/leak/", SourceFingerprint.drawn()), "op", NOON)
                .id();
        return database.runs()
                .create(new NewRun(source, NOON, "night", "{\"limit\":0,\"text\":true}", "d".repeat(64), "1.0"));
    }

    private static void take(Database database, Run run, int first, int count) {
        List<Object[]> files = new ArrayList<>();
        List<Object[]> findings = new ArrayList<>();
        List<Object[]> photos = new ArrayList<>();
        for (int at = first; at < first + count; at++) {
            files.add(file(run, at));
            findings.add(new Object[] {at + 1, CODES.get(at % CODES.size()).name()});
            if (outcome(at) == Outcome.RECORDED) {
                photos.add(photo(at));
            }
        }
        JdbcTemplate template = new JdbcTemplate(database.dataSource());
        template.batchUpdate(FILE, files);
        template.batchUpdate(FINDING, findings);
        template.batchUpdate(PHOTO, photos);
    }

    /** Of seven files two are lost; names are of both directions, long, and such as would be markup or turn a line. */
    private static String path(int at) {
        String folder = String.format(
                Locale.ROOT, "2013-%02d-%02d/فرع %d/branch-%d", at % 12 + 1, at % 28 + 1, at % 215, at % 911);
        return switch (at % 10) {
            case 0 -> folder + "/ملف " + at + ".jpg";
            case 1 -> folder + "/" + "a-name-without-any-blank-".repeat(8) + at + ".jpg";
            case 2 -> folder + "/<script>alert(" + at + ")</script>\u202egpj.exe";
            default -> folder + "/DSC_" + at + ".JPG";
        };
    }

    private static Outcome outcome(int at) {
        return at % 7 == 3 || at % 7 == 5 ? Outcome.QUARANTINED : at % 7 == 6 ? Outcome.IGNORED : Outcome.RECORDED;
    }

    private static @Nullable Reason reason(int at) {
        return switch (outcome(at)) {
            case QUARANTINED -> LOSSES.get(at % LOSSES.size());
            case IGNORED -> Reason.NOT_A_PHOTO;
            default -> null;
        };
    }

    private static Object[] file(Run run, int at) {
        SourcePath path = SourcePath.ofBytes(path(at).getBytes(StandardCharsets.UTF_8));
        Reason reason = reason(at);
        return new Object[] {
            at + 1,
            run.sourceId(),
            run.number(),
            run.number(),
            path.text(),
            path(at).getBytes(StandardCharsets.UTF_8),
            path.key().hex(),
            1_000_000L + at,
            digest(at),
            outcome(at) == Outcome.IGNORED ? "text/plain" : "image/jpeg",
            outcome(at).word(),
            reason == null ? null : reason.name()
        };
    }

    private static String digest(int at) {
        return Sha256.of(Integer.toString(at).getBytes(StandardCharsets.US_ASCII))
                .hex();
    }

    private static Object[] photo(int at) {
        String time = String.format(Locale.ROOT, "20%02d-%02d-05T10:11:12", 8 + at % 7, at % 12 + 1);
        return new Object[] {
            digest(at),
            "a".repeat(40),
            1_000_000L + at,
            at % 3 == 0 ? "كاميرا" : "Orbis",
            "Model <" + at % 40 + ">",
            Integer.toString(1_000_000 + at % 2_000),
            at % 5 == 0 ? null : time
        };
    }
}
