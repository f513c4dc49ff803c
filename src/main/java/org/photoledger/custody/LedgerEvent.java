package org.photoledger.custody;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a line of the ledger tells. Readers pass over types that they do not know. */
public sealed interface LedgerEvent {

    String type();

    /** In the order in which the line has them. */
    Map<String, @Nullable Object> payload();

    private static Map<String, @Nullable Object> members(@Nullable Object... pairs) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            members.put(String.valueOf(pairs[at]), pairs[at + 1]);
        }
        return members;
    }

    /** The first line: the home's id, and what its database held already, which no line tells of. */
    record Begun(String home, long runs, long sourceFiles, long photos) implements LedgerEvent {

        public static final String TYPE = "ledger.begun";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Map<String, @Nullable Object> payload() {
            return members("home", home, "runs", runs, "sourceFiles", sourceFiles, "photos", photos);
        }
    }

    /** Lines after validUpTo, up to this, are void: what they tell was never committed. So many bytes of torn lines were cut off. */
    record Resumed(long validUpTo, long cutBytes) implements LedgerEvent {

        public static final String TYPE = "ledger.resumed";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Map<String, @Nullable Object> payload() {
            return members("validUpTo", validUpTo, "cutBytes", cutBytes);
        }
    }

    /** A run began. */
    record RunStarted(long run, String source, String root, String parameters) implements LedgerEvent {

        public static final String TYPE = "run.started";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Map<String, @Nullable Object> payload() {
            return members("run", run, "source", source, "root", root, "parameters", parameters);
        }
    }

    /** A launch went on with an unfinished run. */
    record RunResumed(long run, int launch, String root) implements LedgerEvent {

        public static final String TYPE = "run.resumed";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Map<String, @Nullable Object> payload() {
            return members("run", run, "launch", launch, "root", root);
        }
    }

    /** A launch ended before its run was complete. */
    record RunStopped(long run, String status, @Nullable String reason, Map<String, Long> counts)
            implements LedgerEvent {

        @Override
        public String type() {
            return "run.stopped";
        }

        @Override
        public Map<String, @Nullable Object> payload() {
            return members("run", run, "status", status, "reason", reason, "counts", counts);
        }
    }

    /** A run is complete, with its books and the digest of each table that an export as JSON lines has then. */
    record RunFinished(long run, Map<String, Long> counts, Map<String, String> tables) implements LedgerEvent {

        public static final String TYPE = "run.finished";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Map<String, @Nullable Object> payload() {
            return members("run", run, "counts", counts, "tables", tables);
        }
    }

    /**
     * A name was received and has its outcome, or waits to be opened or read again ({@code pending}).
     *
     * @param member its place in its container, two hexadecimal digits a byte; empty for a file of the source
     * @param outcome never {@code duplicate}: which of equal files is the duplicate is decided by a later step
     */
    record FileReceived(
            long run,
            String source,
            String path,
            String member,
            int observation,
            @Nullable String sha256,
            long bytes,
            @Nullable String mediaType,
            String outcome,
            @Nullable String reason,
            @Nullable String derivedBy)
            implements LedgerEvent {

        public static final String TYPE = "file.received";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Map<String, @Nullable Object> payload() {
            Map<String, @Nullable Object> members =
                    members("run", run, "source", source, "path", path, "member", member, "observation", observation);
            members.put("sha256", sha256);
            members.put("bytes", bytes);
            members.put("mediaType", mediaType);
            members.put("outcome", outcome);
            members.put("reason", reason);
            members.put("derivedBy", derivedBy);
            return members;
        }
    }

    /** A photo has its record, or a part of it anew; the digest is of its export lines as far as no later step changes them. */
    record PhotoRecorded(String sha256, String record) implements LedgerEvent {

        public static final String TYPE = "photo.recorded";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Map<String, @Nullable Object> payload() {
            return members("sha256", sha256, "record", record);
        }
    }

    /** The home was verified up to a line of this ledger. */
    record Verified(long upTo, boolean rehash, long mismatches) implements LedgerEvent {

        @Override
        public String type() {
            return "verified";
        }

        @Override
        public Map<String, @Nullable Object> payload() {
            return members("upTo", upTo, "rehash", rehash, "mismatches", mismatches);
        }
    }

    /** The whole home was exported; of each file the digest. */
    record Exported(String format, boolean complete, Map<String, String> files) implements LedgerEvent {

        @Override
        public String type() {
            return "exported";
        }

        @Override
        public Map<String, @Nullable Object> payload() {
            return members("format", format, "complete", complete, "files", files);
        }
    }

    /** The database was made anew from this ledger and the originals, with so many runs, files and photos. */
    record Rebuilt(long runs, long files, long photos) implements LedgerEvent {

        @Override
        public String type() {
            return "rebuilt";
        }

        @Override
        public Map<String, @Nullable Object> payload() {
            return members("runs", runs, "files", files, "photos", photos);
        }
    }

    /** The database's file was written anew, with the same content; encrypted or not, under the same key or another. */
    record Compacted(long bytesBefore, long bytesAfter, boolean encrypted) implements LedgerEvent {

        @Override
        public String type() {
            return "compacted";
        }

        @Override
        public Map<String, @Nullable Object> payload() {
            return members("bytesBefore", bytesBefore, "bytesAfter", bytesAfter, "encrypted", encrypted);
        }
    }

    /** Database and ledger were copied into one file of that digest, with the ledger up to a line. */
    record BackedUp(long upTo, long bytes, String sha256) implements LedgerEvent {

        @Override
        public String type() {
            return "backup";
        }

        @Override
        public Map<String, @Nullable Object> payload() {
            return members("upTo", upTo, "bytes", bytes, "sha256", sha256);
        }
    }
}
