package org.photoledger.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.photoledger.digest.Sha256;
import org.photoledger.finding.Finding;
import org.photoledger.photo.DocumentFound;
import org.photoledger.source.Outcome;
import org.photoledger.source.Reason;

/**
 * A file with its outcome, as read.
 *
 * @param size in bytes as read, which is what the digest is of
 * @param document what reading a file that is a document gave, null for any other
 * @param findings about this file (its name, its reading), not about the photo in it
 */
public record SettledFile(
        long id,
        Outcome outcome,
        @Nullable Reason reason,
        @Nullable Sha256 sha256,
        @Nullable String mediaType,
        int attempts,
        long size,
        @Nullable Instant modified,
        @Nullable DocumentFound document,
        List<Finding> findings) {

    public SettledFile {
        findings = List.copyOf(findings);
    }

    /** The same, with an outcome. */
    public SettledFile ended(Outcome end, Reason why) {
        return new SettledFile(id, end, why, sha256, mediaType, attempts, size, modified, document, findings);
    }

    /** The same, with what reading it as a document gave. */
    public SettledFile with(@Nullable DocumentFound found) {
        return new SettledFile(id, outcome, reason, sha256, mediaType, attempts, size, modified, found, findings);
    }

    /** The same, with one more finding. */
    public SettledFile with(Finding finding) {
        List<Finding> more = new ArrayList<>(findings);
        more.add(finding);
        return new SettledFile(id, outcome, reason, sha256, mediaType, attempts, size, modified, document, more);
    }

    /** The same, after so many attempts. */
    public SettledFile after(int count) {
        return new SettledFile(id, outcome, reason, sha256, mediaType, count, size, modified, document, findings);
    }
}
