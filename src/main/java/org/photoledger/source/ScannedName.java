package org.photoledger.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One name that the inventory saw below a source's root; nothing was opened to learn it.
 *
 * @param size in bytes, 0 for what is no regular file
 * @param modified the file system's time of last change, null where it could not be read; a fact about the file, never a capture time
 * @param reason null for a regular file that will be read; else why it will not: a link, a special file, a directory that cannot be listed
 */
public record ScannedName(
        SourcePath path,
        long size,
        @Nullable Instant modified,
        @Nullable Reason reason) {

    /** Whether the walk could not learn what is there: one name, or all names of a directory. */
    public boolean unreadable() {
        return reason == Reason.DIRECTORY_NOT_READABLE || reason == Reason.NOT_READABLE;
    }
}
