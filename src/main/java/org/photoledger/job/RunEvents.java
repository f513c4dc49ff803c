package org.photoledger.job;

import java.util.function.Consumer;
import org.photoledger.custody.LedgerEvent;
import org.photoledger.store.Run;

/** What a run tells while it lives; called from several threads, must be quick and must not throw. Who listens overrides what it wants to know. */
public interface RunEvents {

    /** The run's row exists and its number is known; told again on each resume. */
    default void started(Run run, boolean resumed) {}

    /** A step of the job begins: inventory, examine, duplicates, identify, reconcile, report. */
    default void step(String name) {}

    /** So many names were seen by the inventory so far. */
    default void inventoried(long names) {}

    /** So many files of the source wait to be examined. */
    default void awaiting(long files) {}

    /** A file or member comes into work; its path is lossless text. */
    default void begun(String path) {}

    /** It is out of work, settled or not. */
    default void ended(String path) {}

    /** A chunk of files was settled; pending files remain where total is larger than the sum so far. */
    default void settled(long files, long bytes) {}

    /** Of a chunk that was settled: photos of new content, and photos whose bytes are recorded already. */
    default void recorded(long photos, long copies) {}

    /** A file was quarantined or could not be read; path is lossless text. */
    default void lost(String path, String outcome, String reason) {}

    /** Something about this machine or installation that the operator should know. */
    default void notice(String message) {}

    /** The run is between two chunks, outside any transaction, and waits until this returns; the ledger takes events of what is done. */
    default void betweenChunks(Consumer<LedgerEvent> ledger) {}
}
