package org.photoledger.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.digest.Sha256;
import org.photoledger.job.JobBench.Interference;
import org.photoledger.report.ReportFormat;
import org.photoledger.report.ReportLanguage;
import org.photoledger.report.RunComparison;
import org.photoledger.report.RunOutline;
import org.photoledger.report.RunReport;
import org.photoledger.report.RunReportWriter;
import org.photoledger.store.FileRow;
import org.photoledger.store.OutcomeCount;
import org.photoledger.store.Run;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Reports of runs of the real job: what they count is what the tables hold, and each can be made again. */
class RunReportsIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private static Path folder = Path.of("");

    private static @Nullable JobBench set;

    /** Run 1 fails, is resumed and complete; run 2 takes up one changed file. Each report is kept as it was written. */
    @BeforeAll
    static void twoRuns() throws IOException {
        set = new JobBench(folder);
        // a PNG by its first bytes, and a name that a spreadsheet would calculate
        bench().put("=1+1.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
        bench().run(new Interference().at("duplicates", () -> {
            throw new IllegalStateException("broken off");
        }));
        keep("failed");
        bench().complete();
        keep("one");
        bench().put("=1+1.png", new byte[] {'n', 'o', 't', 'e', '!'});
        bench().complete();
    }

    private static void keep(String name) throws IOException {
        Files.createDirectory(folder.resolve(name));
        for (String file : List.of("run-1.json", "run-1.csv", "run-1.html")) {
            Files.copy(reports().resolve(file), folder.resolve(name).resolve(file));
        }
    }

    @AfterAll
    static void close() {
        bench().close();
    }

    private static JobBench bench() {
        return Objects.requireNonNull(set);
    }

    private static Path kept(String name) {
        return folder.resolve(name);
    }

    private static Path reports() {
        return bench().home().resolve("reports");
    }

    private Run run(long number) {
        return bench().database().runs().byNumber(number).orElseThrow();
    }

    private RunReport report(long number) {
        return new RunReports(bench().database()).of(run(number), Instant.EPOCH);
    }

    private JsonNode json(Path file) {
        return MAPPER.readTree(file.toFile());
    }

    private static void assertValid(Path report) throws IOException {
        try (InputStream file = RunReports.class.getResourceAsStream("/run-report.schema.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Objects.requireNonNull(file));
            assertThat(schema.validate(Files.readString(report), InputFormat.JSON))
                    .isEmpty();
            assertThat(schema.validate("{\"v\":2}", InputFormat.JSON)).isNotEmpty();
        }
    }

    @Test
    void theReportOfACompleteRunIsValidAndCountsWhatTheTablesHold() throws IOException {
        assertValid(kept("one/run-1.json"));
        assertValid(reports().resolve("run-2.json"));
        RunReport report = report(1);
        assertThat(report.books().closes()).isTrue();
        assertThat(report.books().outcomes().stream()
                        .mapToLong(OutcomeCount::files)
                        .sum())
                .isEqualTo(report.books().counts().found())
                .isEqualTo(51);
        assertThat(sum(report.photos().mediaTypes().values().stream()))
                .isEqualTo(report.photos().number())
                .isEqualTo(report.books().counts().recorded());
        assertThat(sum(report.photos().months().stream().map(month -> month.photos())))
                .isEqualTo(report.photos().number());
        assertThat(sum(report.photos().folders().stream().map(RunReport.FolderCount::files)))
                .isEqualTo(51);
        assertThat(report.losses())
                .extracting(RunReport.Loss::path, RunReport.Loss::reason)
                .containsExactly(tuple("=1+1.png", "NOTHING_READABLE"));
        assertThat(report.steps())
                .extracting(step -> step.launch() + " " + step.name())
                .containsExactly(
                        "1 inventory",
                        "1 examine",
                        "1 open",
                        "1 duplicates",
                        "2 inventory",
                        "2 examine",
                        "2 open",
                        "2 duplicates",
                        "2 identify",
                        "2 reconcile",
                        "2 report");
        assertThat(report.steps().get(1).written()).isEqualTo(51);
        assertThat(report.copies().space().get(0).copies())
                .isEqualTo(report.books().counts().duplicate())
                .isPositive();
    }

    private static long sum(Stream<Long> numbers) {
        return numbers.mapToLong(Long::longValue).sum();
    }

    @Test
    void theReportThatIsMadeLaterTellsWhatTheOneOfTheRunsEndTold() throws IOException {
        Path later = folder.resolve("later");
        writer(later, ReportLanguage.EN).write(report(2));
        Map<String, Object> then = comparable(reports().resolve("run-2.json"));
        assertThat(comparable(later.resolve("run-2.json"))).isEqualTo(then);
        assertThat(then).containsKeys("java", "libraries", "settingsDigest", "ledgerHash", "exitCode", "settings");
        assertThat(Files.readString(later.resolve("run-2.csv")))
                .isEqualTo(Files.readString(reports().resolve("run-2.csv")));
    }

    /** Without when it was made, and the last step, which was at work then. */
    @SuppressWarnings("unchecked")
    private Map<String, Object> comparable(Path report) {
        Map<String, Object> members = MAPPER.readValue(report.toFile(), Map.class);
        assertThat(members.remove("reportMade")).isNotNull();
        List<Object> steps = (List<Object>) Objects.requireNonNull(members.get("steps"));
        members.put("steps", steps.subList(0, steps.size() - 1));
        return members;
    }

    private RunReportWriter writer(Path to, ReportLanguage language) {
        return new RunReportWriter(to, language, bench().database().runFiles());
    }

    @Test
    void theTableOfFilesHasEachFileAsTheVerbFilesListsItAndNoFormula() throws IOException {
        List<FileRow> files = bench().database().sourceFiles().files(1, null, null);
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(kept("one/run-1.csv"))) {
            List<NamedCsvRecord> read = rows.stream().toList();
            assertThat(read).hasSameSizeAs(files);
            for (int at = 0; at < files.size(); at++) {
                FileRow file = files.get(at);
                assertThat(read.get(at).getField("path").replaceFirst("^'", "")).isEqualTo(file.path());
                assertThat(read.get(at).getField("outcome"))
                        .isEqualTo(file.outcome().word());
                assertThat(read.get(at).getField("sha256")).isEqualTo(file.sha256());
            }
            assertThat(read.get(0).getField("path")).isEqualTo("'=1+1.png");
        }
    }

    @Test
    void theDigestsBesideAReportAreThoseOfItsFiles() throws IOException {
        Path both = folder.resolve("both");
        writer(both, ReportLanguage.EN).write(report(1));
        writer(both, ReportLanguage.EN).write(report(2));
        List<String> lines = Files.readAllLines(both.resolve("SHA256SUMS"));
        assertThat(lines).hasSize(6);
        for (String line : lines) {
            assertThat(line)
                    .startsWith(Sha256.of(Files.readAllBytes(both.resolve(line.substring(66))))
                                    .hex() + "  run-");
        }
        writer(both, ReportLanguage.AR).write(report(1), List.of(ReportFormat.HTML));
        List<String> others =
                lines.stream().filter(line -> !line.endsWith("run-1.html")).toList();
        assertThat(Files.readAllLines(both.resolve("SHA256SUMS"))).hasSize(6).containsAll(others);
        assertThat(Files.readString(both.resolve("run-1.html"))).contains("<html lang=\"ar\" dir=\"rtl\">");
    }

    @Test
    void aRunThatFailedHasAReportAndOneOfWhichNothingWasKeptTooAndBothAreValid() throws IOException {
        assertValid(kept("failed/run-1.json"));
        assertThat(json(kept("failed/run-1.json")).get("status").asString()).isEqualTo("FAILED");
        bench().sql("insert into import_run (number, source_id, status, started, operator, parameters, settings_digest,"
                + " software_version) values (9, 1, 'RUNNING', current_timestamp, 'op', '{}', '" + "d".repeat(64)
                + "', '1')");
        Path killed = folder.resolve("killed");
        writer(killed, ReportLanguage.EN).write(report(9));
        assertValid(killed.resolve("run-9.json"));
        assertThat(Files.readString(killed.resolve("run-9.html"))).contains("photoledger resume");
        bench().sql("delete from import_run where number = 9");
    }

    @Test
    void thePageTellsTheSlowestFilesEachSettingAndTheBandsInTheirOrder() throws IOException {
        String page = Files.readString(reports().resolve("run-1.html"));
        String slowest = table(page, "t-slowest");
        assertThat(slowest.split("<tr>", -1)).hasSize(SlowestFiles.KEPT + 2);
        assertThat(table(page, "t-settings").replace("<wbr>", "")).contains("photoledger.limits.scans", ">100<");
        assertThat(table(page, "t-copies"))
                .containsSubsequence(">EXACT<", ">SAME_IMAGE_DATA<", ">REENCODE<", ">NEAR<", ">LOW_DETAIL<");
        assertThat(json(reports().resolve("run-1.json")).get("slowestFiles")).hasSize(SlowestFiles.KEPT);
    }

    private static String table(String page, String id) {
        int from = page.indexOf("id=\"" + id + "\"");
        assertThat(from).as(id).isPositive();
        return page.substring(from, page.indexOf("</table>", from));
    }

    @Test
    void settingsThatDifferBetweenTwoRunsAreNamed() {
        RunOutline one = report(1).outline();
        Map<String, Object> facts = new java.util.HashMap<>(one.facts());
        facts.put("settings", Map.of("photoledger.limits.scans", "99", "photoledger.limits.tags", "5"));
        RunComparison comparison = RunComparison.of(
                new RunOutline(one.run(), facts, one.books()),
                report(2).outline(),
                bench().database().runFiles());
        assertThat(comparison.facts())
                .containsExactly(
                        new RunComparison.Facts("photoledger.limits.scans", "99", "100"),
                        new RunComparison.Facts("photoledger.limits.tags", "5", null));
    }

    @Test
    void twoRunsAreComparedByCountsOutcomesFilesAndFacts() {
        RunComparison comparison = RunComparison.of(
                report(1).outline(), report(2).outline(), bench().database().runFiles());
        assertThat(comparison.counts()).contains(new RunComparison.Numbers("found", 51, 1));
        assertThat(comparison.outcomes())
                .contains(new RunComparison.OutcomeNumbers("quarantined", "NOTHING_READABLE", 1, 0));
        assertThat(comparison.inBoth()).isEqualTo(1);
        assertThat(comparison.files()).singleElement().satisfies(file -> {
            assertThat(file.path()).isEqualTo("=1+1.png");
            assertThat(file.becameReason()).isEqualTo("NOT_A_PHOTO");
        });
        assertThat(comparison.facts()).isEmpty();
        assertThat(json(reports().resolve("run-2.json"))
                        .get("previousRun")
                        .get("run")
                        .asLong())
                .isEqualTo(1);
    }
}
