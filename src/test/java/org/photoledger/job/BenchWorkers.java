package org.photoledger.job;

import java.nio.file.Path;
import java.time.Duration;
import org.photoledger.sandbox.Confinement;
import org.photoledger.sandbox.ExaminationSettings;
import org.photoledger.sandbox.WorkerSettings;
import org.photoledger.text.TextSettings;

/** The one worker of a {@link JobBench}. */
final class BenchWorkers {

    private BenchWorkers() {}

    static WorkerSettings of(Path home, Duration deadline, int frameBytes) {
        return new WorkerSettings(
                1, deadline, 256, 1_024, frameBytes, 2, home.resolve("workers"), Confinement.ofThisSystem(), reading());
    }

    private static ExaminationSettings reading() {
        ExaminationSettings none = ExaminationSettings.defaults();
        return new ExaminationSettings(
                none.imageLimits(),
                none.metadataLimits(),
                none.heif(),
                TextSettings.of(640, 100),
                none.documentChars());
    }
}
