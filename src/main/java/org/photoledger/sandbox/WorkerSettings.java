package org.photoledger.sandbox;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How worker processes are started and bounded.
 *
 * @param workers processes at work at once, at least 1
 * @param deadline longest time of one attempt at one file
 * @param heapMegabytes largest Java heap of a worker
 * @param residentMegabytes most memory of a worker as the system counts it; watched where the system tells it (Linux)
 * @param frameBytes largest file handed over in a frame; larger ones come as a private copy in the spool
 * @param deathsInARow deaths without a success between them after which a worker must examine a photo that is known to be sound
 * @param workingFolder an empty folder of their own that workers run in
 * @param confinement what it is started through
 * @param examination what a worker does with a file
 */
public record WorkerSettings(
        int workers,
        Duration deadline,
        int heapMegabytes,
        int residentMegabytes,
        int frameBytes,
        int deathsInARow,
        Path workingFolder,
        Confinement confinement,
        ExaminationSettings examination) {

    /** The same, with text switched off. */
    public WorkerSettings withoutText() {
        return new WorkerSettings(
                workers,
                deadline,
                heapMegabytes,
                residentMegabytes,
                frameBytes,
                deathsInARow,
                workingFolder,
                confinement,
                examination.withoutText());
    }

    /** The same for a single worker in a folder of its own. */
    public WorkerSettings forOne(Path folder) {
        return new WorkerSettings(
                1,
                deadline,
                heapMegabytes,
                residentMegabytes,
                frameBytes,
                deathsInARow,
                folder,
                confinement,
                examination);
    }
}
