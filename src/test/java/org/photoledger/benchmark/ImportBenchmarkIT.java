package org.photoledger.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.photoledger.testing.SharedFiles;

/**
 * Imports a generated corpus as an operator would and prints what it cost; {@code src/docs/performance.md} tells how to run it.
 * Nothing is asserted about time. Settings: {@code -Dbenchmark.photos=100 -Dbenchmark.style=mixed|small|textless}.
 */
class ImportBenchmarkIT {

    private static final Path RESULTS = SharedFiles.repository().resolve("target/benchmark");
    private static final double MEGABYTE = 1 << 20;

    private final int photos = Integer.getInteger("benchmark.photos", 100);
    private final CorpusStyle style =
            CorpusStyle.valueOf(System.getProperty("benchmark.style", "mixed").toUpperCase(Locale.ROOT));
    private final String name = style.name().toLowerCase(Locale.ROOT) + "-" + photos;
    private final Path corpus = RESULTS.resolve(name);
    private final Figures figures = new Figures();

    @Test
    void anImportIsMeasuredAgainstItsFloor() throws IOException, SQLException {
        if (!Files.exists(corpus)) {
            Corpus.fill(corpus, photos, 1, style);
        }
        Path work = Files.createTempDirectory(RESULTS, "run-");
        figures.add("photos", photos, "");
        MeasuredFloor floor = style == CorpusStyle.SMALL ? null : MeasuredFloor.of(corpus);
        MeasuredRun run = MeasuredRun.of(work.resolve("home"), null, "import", corpus.toString());
        assertThat(run.number("names")).isEqualTo(photos);
        tellRun(run);
        if (floor != null) {
            tellFloor(floor, 1_000 * run.cpuSeconds() / photos);
        }
        tellParts(work);
        tellRerun(work.resolve("home"));
        tellDatabase(work.resolve("home"));
        System.out.println(figures.text());
        figures.writeCsv(RESULTS.resolve(name + ".csv"));
    }

    private void tellRun(MeasuredRun run) {
        MeasuredRun.Span examine = run.step("examine");
        int cores = Runtime.getRuntime().availableProcessors();
        figures.add("import: wall", run.whole().wall(), "s");
        figures.add("import: photos per minute, examine alone", 60 * photos / examine.wall(), "");
        figures.add("import: CPU in all", run.cpuSeconds(), "s");
        figures.add("import: CPU per photo", 1_000 * run.cpuSeconds() / photos, "ms");
        figures.add("examine: cores busy with it", 100 * examine.cpu() / examine.wall() / cores, "%");
        figures.add("examine: cores busy with anything", 100 * examine.machine() / examine.wall() / cores, "%");
        figures.add("most memory of the parent", run.parentMemory() / MEGABYTE, "MiB");
        figures.add("most memory of a worker", run.workerMemory() / MEGABYTE, "MiB");
        tellSteps("import", run);
    }

    private void tellSteps(String what, MeasuredRun run) {
        for (String step : run.steps()) {
            MeasuredRun.Span span = run.step(step);
            figures.add(what + ", " + step + ": wall", span.wall(), "s");
            figures.add(what + ", " + step + ": CPU", span.cpu(), "s");
        }
    }

    private void tellFloor(MeasuredFloor floor, double perPhoto) {
        double bare = floor.decode() + floor.detect();
        figures.add("floor: decode to luma, CPU per photo", floor.decode(), "ms");
        figures.add("floor: bare detection, CPU per photo", floor.detect(), "ms");
        figures.add("floor: whole process, CPU per photo", floor.process(), "ms");
        figures.add("import / floor (decode + detection)", perPhoto / bare, "");
        figures.add("import / floor's whole process", perPhoto / floor.process(), "");
    }

    /** In a run of its own, as sampling costs too. */
    private void tellParts(Path work) throws IOException {
        Sampling sampling = new Sampling(work.resolve("samples"));
        MeasuredRun run = MeasuredRun.of(work.resolve("sampled"), sampling, "import", corpus.toString());
        Map<Part, Double> parts = sampling.parts();
        double seen = parts.values().stream().mapToDouble(Double::doubleValue).sum();
        parts.forEach((part, millis) -> figures.add("part: " + part.label(), millis / photos, "ms"));
        figures.add(
                "part: not sampled (start of Java and of workers)", (1_000 * run.cpuSeconds() - seen) / photos, "ms");
        figures.add("parts: CPU per photo of the sampled run", 1_000 * run.cpuSeconds() / photos, "ms");
    }

    private void tellRerun(Path home) throws IOException {
        MeasuredRun run = MeasuredRun.of(home, null, "import", corpus.toString());
        assertThat(run.number("unchanged")).isEqualTo(photos);
        figures.add("again, nothing changed: wall", run.whole().wall(), "s");
        figures.add("again, nothing changed: CPU in all", run.cpuSeconds(), "s");
        tellSteps("again", run);
    }

    private void tellDatabase(Path home) throws IOException, SQLException {
        double before = DatabaseSize.of(home);
        MeasuredRun compact = MeasuredRun.of(home, null, "compact");
        double after = DatabaseSize.of(home);
        double counted = DatabaseSize.counted(home);
        figures.add("database before compact, per photo", before / photos, "bytes");
        figures.add("database after compact, per photo", after / photos, "bytes");
        figures.add("  without metadata_value and region_crop", counted / photos, "bytes");
        figures.add("  the same share of the file before compact", before * counted / after / photos, "bytes");
        figures.add("compact: CPU in all", compact.cpuSeconds(), "s");
    }
}
