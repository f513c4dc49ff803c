package org.photoledger.sandbox;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How worker processes are started and bounded.
 *
 * @param workers processes at work at once, at least 1
 * @param deadline longest time of one attempt at one file
 * @param heapMegabytes largest Java heap of a worker
 * @param frameBytes largest file handed over in a frame; larger ones come as a private copy in the spool
 * @param workingFolder an empty folder of their own that workers run in
 * @param examination what a worker does with a file
 */
public record WorkerSettings(
        int workers,
        Duration deadline,
        int heapMegabytes,
        int frameBytes,
        Path workingFolder,
        ExaminationSettings examination) {

    /** The same, with text switched off. */
    public WorkerSettings withoutText() {
        return new WorkerSettings(
                workers, deadline, heapMegabytes, frameBytes, workingFolder, examination.withoutText());
    }

    /** The same for a single worker in a folder of its own. */
    public WorkerSettings forOne(Path folder) {
        return new WorkerSettings(1, deadline, heapMegabytes, frameBytes, folder, examination);
    }
}
