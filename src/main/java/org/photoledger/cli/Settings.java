package org.photoledger.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.photoledger.image.HeifConverter;
import org.photoledger.report.ReportLanguage;

/**
 * All settings as config/application.yml names them; the loader refuses unknown keys and values out of range.
 *
 * @param shown each value by its key, without a secret
 */
record Settings(
        DatabasePart database,
        StoragePart storage,
        ImportPart importing,
        DigestPart digest,
        WorkersPart workers,
        ImagePart image,
        TextPart text,
        DuplicatesPart duplicates,
        ContainersPart containers,
        IdentifiersPart identifiers,
        LimitsPart limits,
        ReportPart report,
        LogPart log,
        Map<String, String> shown) {

    /**
     * @param encryption {@code off}, {@code key-file} or {@code prompt}
     */
    record DatabasePart(
            String url, String user, String passwordFile, boolean allowUnsafe, String encryption, String keyFile) {

        DatabasePart {
            if (!isOff(encryption) && !encryption.equals("key-file") && !encryption.equals("prompt")) {
                throw new UsageException("The setting photoledger.database.encryption is \"" + encryption
                        + "\"; it must be off, key-file or prompt.");
            }
            if (encryption.equals("key-file") == keyFile.isEmpty()) {
                throw new UsageException("The settings photoledger.database.encryption: key-file and"
                        + " photoledger.database.key-file go together; give both or neither.");
            }
        }

        /** Whether the database is a PostgreSQL server's, and no file of ours. */
        boolean isServer() {
            return url.startsWith("jdbc:postgresql:");
        }

        boolean encrypted() {
            if (!isOff(encryption) && isServer()) {
                throw new UsageException(
                        "The setting photoledger.database.encryption is for the H2 file alone; put the data"
                                + " folder of the PostgreSQL server on an encrypted volume, and set it to off.");
            }
            return !isOff(encryption);
        }
    }

    record StoragePart(int freeMegabytes) {

        StoragePart {
            Settings.within("storage.free-megabytes", freeMegabytes, 0, Integer.MAX_VALUE);
        }
    }

    record ImportPart(int chunkSize, int inventoryChunkSize, long fileBytes) {

        ImportPart {
            Settings.within("import.chunk-size", chunkSize, 1, 10_000);
            Settings.within("import.inventory-chunk-size", inventoryChunkSize, 1, 10_000);
            Settings.within("import.file-bytes", fileBytes, 1, Integer.MAX_VALUE);
        }
    }

    record DigestPart(boolean md5) {}

    record WorkersPart(
            int count,
            Duration deadline,
            int heapMegabytes,
            int residentMegabytes,
            int frameBytes,
            int deathsInARow,
            boolean confine) {

        WorkersPart {
            Settings.within("workers.count", count, 0, 1_024);
            Settings.within("workers.deadline", deadline.toMillis(), 100, 3_600_000);
            Settings.within("workers.heap-megabytes", heapMegabytes, 64, 65_536);
            Settings.within("workers.resident-megabytes", residentMegabytes, 128, 1_048_576);
            Settings.within("workers.deaths-in-a-row", deathsInARow, 1, 1_000);
            Settings.within("workers.frame-bytes", frameBytes, 0, 256 << 20);
        }

        int countOrCores() {
            return count == 0 ? Runtime.getRuntime().availableProcessors() : count;
        }
    }

    /**
     * @param heifConverter {@code auto}, {@code off}, or the absolute path of a program
     */
    record ImagePart(String heifConverter) {

        ImagePart {
            boolean path = heifConverter.startsWith("/") && Files.isExecutable(Path.of(heifConverter));
            if (!path && !heifConverter.equals("auto") && !isOff(heifConverter)) {
                throw new UsageException("The setting photoledger.image.heif-converter is \"" + heifConverter
                        + "\"; it must be auto, off, or the absolute path of an executable program.");
            }
        }

        HeifConverter converter(Duration deadline) {
            if (isOff(heifConverter)) {
                return HeifConverter.off();
            }
            return heifConverter.equals("auto")
                    ? HeifConverter.found(deadline)
                    : HeifConverter.at(Path.of(heifConverter), deadline);
        }
    }

    record TextPart(
            boolean enabled, int detectorSide, int regions, String recognizer, String dictionary, int documentChars) {

        TextPart {
            Settings.within("text.detector-side", detectorSide, 320, 1_920);
            Settings.within("text.regions", regions, 1, 1_000);
            Settings.within("text.document-chars", documentChars, 1, 16 << 20);
            if (recognizer.isEmpty() != dictionary.isEmpty()) {
                throw new UsageException("The settings photoledger.text.recognizer and photoledger.text.dictionary go"
                        + " together; give both files or neither.");
            }
        }
    }

    record DuplicatesPart(int partners) {

        DuplicatesPart {
            Settings.within("duplicates.partners", partners, 1, 100_000);
        }
    }

    record ContainersPart(int depth, long members, int ratio, long freeBytes) {

        ContainersPart {
            Settings.within("containers.depth", depth, 1, 16);
            Settings.within("containers.members", members, 1, 100_000_000);
            Settings.within("containers.ratio", ratio, 1, 1_000_000);
            Settings.within("containers.free-bytes", freeBytes, 0, Long.MAX_VALUE);
        }
    }

    record IdentifiersPart(String rules) {}

    record LimitsPart(
            long pixels,
            int scans,
            int blockBytes,
            int blocks,
            int inflatedBytes,
            int directories,
            int tags,
            int valueChars,
            int totalChars) {

        LimitsPart {
            Settings.within("limits.pixels", pixels, 1, Integer.MAX_VALUE);
            Settings.within("limits.scans", scans, 1, 100_000);
            Settings.within("limits.block-bytes", blockBytes, 1, 256 << 20);
            Settings.within("limits.blocks", blocks, 1, 1_000_000);
            Settings.within("limits.inflated-bytes", inflatedBytes, 1, 256 << 20);
            Settings.within("limits.directories", directories, 1, 10_000);
            Settings.within("limits.tags", tags, 1, 1_000_000);
            Settings.within("limits.value-chars", valueChars, 1, 16 << 20);
            Settings.within("limits.total-chars", totalChars, 1, 16 << 20);
        }
    }

    record ReportPart(ReportLanguage language) {}

    record LogPart(LogFile.Format format, int fileMegabytes, int totalMegabytes) {

        LogPart {
            Settings.within("log.file-megabytes", fileMegabytes, 1, 10_000);
            Settings.within("log.total-megabytes", totalMegabytes, 1, 1_000_000);
        }
    }

    /** YAML reads an unquoted off as false. */
    private static boolean isOff(String value) {
        return value.equals("off") || value.equals("false");
    }

    private static void within(String key, long value, long least, long most) {
        if (value < least || value > most) {
            throw new UsageException(
                    "The setting photoledger." + key + " is " + value + "; it must be " + least + " to " + most + ".");
        }
    }
}
