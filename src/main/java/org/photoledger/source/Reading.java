package org.photoledger.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.photoledger.digest.Sha256;
import org.photoledger.finding.Finding;

/** How reading one source file ended. */
public sealed interface Reading {

    /** Nothing was read, and why. */
    record Failed(Reason reason) implements Reading {}

    /**
     * The whole content, digested as it was read.
     *
     * @param bytes the content, empty where it lies in the spool
     * @param spooled a private copy of a file too large for a frame, null where bytes holds the content; the caller deletes it
     * @param sha1 40 hexadecimal digits
     * @param md5 32 hexadecimal digits, null unless it was asked for
     * @param size in bytes, as read
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Content(
            byte[] bytes,
            @Nullable Path spooled,
            Sha256 sha256,
            String sha1,
            @Nullable String md5,
            long size,
            @Nullable Instant modified,
            List<Finding> findings)
            implements Reading {

        /** Its first bytes, so many where there are. */
        public byte[] head(int most) {
            if (spooled == null) {
                return Arrays.copyOf(bytes, Math.min(most, bytes.length));
            }
            try (InputStream in = Files.newInputStream(spooled)) {
                return in.readNBytes(most);
            } catch (IOException e) {
                throw new UncheckedIOException("the spool cannot be read", e);
            }
        }

        /** Deletes the private copy where there is one. */
        public void discard() {
            try {
                if (spooled != null) {
                    SpoolFile.delete(spooled);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the spool cannot be emptied", e);
            }
        }
    }
}
