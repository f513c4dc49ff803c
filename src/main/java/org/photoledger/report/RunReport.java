package org.photoledger.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.photoledger.store.ChangeCounts;
import org.photoledger.store.DuplicateCounts;
import org.photoledger.store.GoneName;
import org.photoledger.store.ReportReader;
import org.photoledger.store.RunCounts;

/**
 * Everything that the report of a run tells.
 *
 * @param facts about the run and its launches, in the order in which they are shown
 * @param closes whether the two equations of the books hold
 * @param losses every quarantined and unreadable file of the run
 * @param sinceLastRun null where the run did not walk through the whole source
 * @param gone names that are not there any more, the first {@link #GONE} in byte order
 * @param texts photos by what became of their text part, and regions of text by status
 * @param duplicates what is linked in the whole home
 */
public record RunReport(
        Map<String, @Nullable Object> facts,
        RunCounts counts,
        boolean closes,
        Map<String, Long> reasons,
        List<Loss> losses,
        @Nullable ChangeCounts sinceLastRun,
        List<GoneName> gone,
        DuplicateCounts duplicates,
        Map<String, Long> mediaTypes,
        Map<String, Long> decodes,
        Map<String, Long> texts,
        Map<String, Long> findings,
        List<ReportReader.Camera> cameras) {

    /** The facts that tell where the ledger ends: a ledger that lost its tail has not this line, or another hash in it. */
    public static final String LEDGER_LINE = "ledgerLine";

    public static final String LEDGER_HASH = "ledgerHash";

    /** Names that are gone and listed one by one; the view {@code v_absence} has all. */
    public static final int GONE = 1_000;

    /** A file that was not recorded though it may be a photo. */
    public record Loss(String path, String outcome, String reason) {

        /** What the operator can do about it. */
        public String advice() {
            return switch (reason) {
                case "NOT_READABLE", "DIRECTORY_NOT_READABLE" ->
                    "Check the permissions and the medium, then import again.";
                case "VANISHED" -> "It was removed while the run was at work; import again if it should be there.";
                case "TOO_LARGE" -> "Raise photoledger.import.file-bytes, then import again.";
                case "DEADLINE" -> "It takes longer than photoledger.workers.deadline; look at it apart.";
                case "OUT_OF_MEMORY" -> "Raise photoledger.workers.heap-megabytes, or look at it apart.";
                case "WORKER_DIED" -> "It ends the program that reads it; look at it apart, on a machine you can lose.";
                default -> "It claims to be a photo but nothing in it can be read; look at it apart.";
            };
        }
    }
}
