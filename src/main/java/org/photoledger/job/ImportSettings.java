package org.photoledger.job;

import java.nio.file.Path;
import java.util.Map;
import org.photoledger.identifier.IdentifierRules;
import org.photoledger.report.ReportLanguage;
import org.photoledger.sandbox.WorkerSettings;

/**
 * How imports are run.
 *
 * @param home the collection's folder: database, spool, reports
 * @param chunkSize files per transaction of the examine step, at least 1
 * @param inventoryChunkSize names per transaction of the inventory, at least 1
 * @param fileBytes the largest file that is examined; larger ones are quarantined as TOO_LARGE
 * @param md5 whether MD5 is kept of every file
 * @param textByDefault whether an import that does not say so looks for text
 * @param partners the most near photos of one that are kept as pairs; one with more is a hub
 * @param containers bounds of what a container may hold
 * @param rules turn readings and paths into identifiers
 * @param settingsDigest SHA-256 over the settings and algorithm versions that change results
 * @param softwareVersion of this product
 * @param reportLanguage of the report's page
 * @param shown every setting in force by its key, without a secret, for the run's report
 */
public record ImportSettings(
        Path home,
        int chunkSize,
        int inventoryChunkSize,
        long fileBytes,
        boolean md5,
        WorkerSettings workers,
        boolean textByDefault,
        int partners,
        ContainerLimits containers,
        IdentifierRules rules,
        String settingsDigest,
        String softwareVersion,
        ReportLanguage reportLanguage,
        Map<String, String> shown) {

    public Path spool() {
        return home.resolve("spool");
    }

    public Path reports() {
        return home.resolve("reports");
    }

    /** The same for another folder. */
    public ImportSettings at(Path folder) {
        return new ImportSettings(
                folder,
                chunkSize,
                inventoryChunkSize,
                fileBytes,
                md5,
                workers,
                textByDefault,
                partners,
                containers,
                rules,
                settingsDigest,
                softwareVersion,
                reportLanguage,
                shown);
    }
}
