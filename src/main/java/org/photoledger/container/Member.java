package org.photoledger.container;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One member of a container, as the container states it. Directories are no members.
 *
 * @param index 0, 1, 2 and so on in the container's own order
 * @param name the bytes as stored, undecoded; empty where there is none. Never to be used as a path
 * @param size bytes as declared, or -1
 * @param modified where the container states it with a zone or in UTC; a DOS time has none
 * @param derivedBy the library and version that wrote the content anew, so that its digest is no evidence; null where
 *     the bytes are the stored ones
 */
@SuppressWarnings("ArrayRecordComponent") // read once, by the process that got it
public record Member(
        int index,
        byte[] name,
        long size,
        @Nullable Instant modified,
        Kind kind,
        @Nullable String derivedBy) {

    /** What a member is; only a file has content that counts. */
    public enum Kind {
        FILE,
        SYMBOLIC_LINK,
        HARD_LINK,
        DEVICE,
        FIFO,
        OTHER
    }
}
