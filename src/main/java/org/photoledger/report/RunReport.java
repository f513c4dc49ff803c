package org.photoledger.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.photoledger.store.ChangeCounts;
import org.photoledger.store.CopySpace;
import org.photoledger.store.DuplicateCounts;
import org.photoledger.store.GoneName;
import org.photoledger.store.IdentifierCount;
import org.photoledger.store.MonthCount;
import org.photoledger.store.OutcomeCount;
import org.photoledger.store.ReadingCount;
import org.photoledger.store.ReportReader;
import org.photoledger.store.Run;
import org.photoledger.store.RunCounts;
import org.photoledger.store.RunStep;

/**
 * Everything that the report of a run tells; src/docs/report.md says what each number counts.
 *
 * @param facts about the run and its launches, in the order in which they are shown
 * @param losses every quarantined and unreadable file of the run, in byte order of paths
 * @param findings about the run's files and photos, by code
 */
public record RunReport(
        Run run,
        Map<String, @Nullable Object> facts,
        Books books,
        Changes changes,
        List<RunStep> steps,
        List<Loss> losses,
        Copies copies,
        Photos photos,
        Texts texts,
        Map<String, Long> findings) {

    /** Of the run itself. */
    public RunOutline outline() {
        return new RunOutline(run, facts, books);
    }

    /** The facts that tell where the ledger ends: a ledger that lost its tail has not this line, or another hash in it. */
    public static final String LEDGER_LINE = "ledgerLine";

    public static final String LEDGER_HASH = "ledgerHash";

    /** The facts that have tables of their own: settings by key, and the files that were longest in work. */
    public static final String SETTINGS = "settings";

    public static final String SLOWEST = "slowestFiles";

    /** Names that are gone and listed one by one; the view {@code v_absence} has all. */
    public static final int GONE = 1_000;

    /**
     * The run's books.
     *
     * @param closes whether the two equations hold
     * @param outcomes the rows of the run as the table has them now
     * @param takenUpLater files that later runs took up again in their place: in this run's counts, in those runs' rows
     */
    public record Books(RunCounts counts, boolean closes, List<OutcomeCount> outcomes, long takenUpLater) {}

    /**
     * What is new since the runs before.
     *
     * @param previous the last run of the same source before this one, null if there was none
     * @param sinceLastRun null where the run did not walk through the whole source
     * @param gone names that are not there any more, the first {@link #GONE} in byte order
     */
    public record Changes(
            @Nullable PreviousRun previous, @Nullable ChangeCounts sinceLastRun, List<GoneName> gone) {}

    /** The run before of the same source. */
    public record PreviousRun(long run, String status, String started, RunCounts counts) {}

    /** What is linked in the whole home, and the space that copies take. */
    public record Copies(DuplicateCounts counts, List<CopySpace> space) {}

    /**
     * The photos whose bytes the run met.
     *
     * @param number of them, each once however many files show it
     * @param ignoredTypes files that are no photos, by media type
     */
    public record Photos(
            long number,
            Map<String, Long> mediaTypes,
            Map<String, Long> ignoredTypes,
            Map<String, Long> decodes,
            List<ReportReader.Camera> cameras,
            List<MonthCount> months,
            List<FolderCount> folders) {}

    /**
     * The files of one folder, or of one container, without those of the folders in it.
     *
     * @param folder relative to the source; empty for the source itself
     * @param photos those that are recorded or a copy of a recorded photo
     * @param lost those that are quarantined or unreadable
     */
    public record FolderCount(String folder, long files, long photos, long lost) {}

    /**
     * Texts on photos.
     *
     * @param counts photos by what became of their text part, and regions of text by status
     */
    public record Texts(Map<String, Long> counts, List<ReadingCount> readings, List<IdentifierCount> identifiers) {}

    /** A file that was not recorded though it may be a photo. */
    public record Loss(
            String path,
            String outcome,
            String reason,
            @Nullable String sha256,
            long bytes,
            int attempts) {}

    /** Files and bytes that were examined, and the seconds that this took; of all launches. */
    public record Throughput(long files, long bytes, double seconds) {}

    /** What the steps that read files did; seconds are 0 where none has ended. */
    Throughput throughput() {
        List<RunStep> reading = steps.stream()
                .filter(step -> step.name().equals("examine") || step.name().equals("open"))
                .toList();
        double seconds = reading.stream()
                .mapToDouble(step -> step.seconds() == null ? 0 : step.seconds())
                .sum();
        long bytes = books.outcomes.stream()
                .filter(files ->
                        !files.outcome().equals("pending") && !files.outcome().equals("unreadable"))
                .filter(files -> !"TOO_LARGE".equals(files.reason()))
                .mapToLong(OutcomeCount::bytes)
                .sum();
        return new Throughput(reading.stream().mapToLong(RunStep::written).sum(), bytes, seconds);
    }
}
