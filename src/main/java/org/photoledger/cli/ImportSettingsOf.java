package org.photoledger.cli;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.photoledger.digest.Sha256;
import org.photoledger.image.ImageLimits;
import org.photoledger.job.ImportSettings;
import org.photoledger.metadata.MetadataLimits;
import org.photoledger.sandbox.WorkerSettings;
import org.photoledger.similarity.PerceptualHash;

/** Translates the settings file into what the job takes. */
final class ImportSettingsOf {

    private ImportSettingsOf() {}

    static ImportSettings session(Session session, @Nullable Integer workerOption) {
        Settings settings = session.settings();
        Settings.LimitsPart limits = settings.limits();
        Settings.WorkersPart workers = settings.workers();
        WorkerSettings workerSettings = new WorkerSettings(
                workerOption == null ? workers.countOrCores() : workerOption,
                workers.deadline(),
                workers.heapMegabytes(),
                workers.frameBytes(),
                session.home().folder().resolve("workers"),
                new ImageLimits(
                        limits.pixels(),
                        limits.scans(),
                        limits.blockBytes(),
                        limits.blocks(),
                        limits.inflatedBytes(),
                        limits.directories()),
                new MetadataLimits(limits.tags(), limits.valueChars(), limits.totalChars(), limits.directories()));
        return new ImportSettings(
                session.home().folder(),
                settings.importing().chunkSize(),
                settings.importing().inventoryChunkSize(),
                settings.importing().fileBytes(),
                workerSettings,
                resultDigest(settings),
                Version.number());
    }

    /** Digest over what changes results: limits and algorithm versions, never numbers of workers or chunks. */
    static String resultDigest(Settings settings) {
        String text = settings.limits() + " " + settings.importing().fileBytes() + " "
                + settings.workers().deadline() + " " + settings.workers().heapMegabytes() + " "
                + PerceptualHash.ALGORITHM + " structure-1 metadata-1 extension-1";
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
