package org.photoledger.source;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.photoledger.finding.Finding;

/** Digests content that arrives in pieces and keeps it: in memory as long as it is small, else as a private copy in the spool. */
public final class ContentCollector implements AutoCloseable {

    private final Path copy;
    private final int inMemory;
    private final long most;
    private FileDigests digests;
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable SpoolFile spooled;
    private final boolean md5;
    private long size;

    /**
     * Keeps up to inMemory bytes in memory, and up to most bytes at all; of what is longer only the size is known.
     *
     * @param copy the private copy's place
     */
    public ContentCollector(Path copy, int inMemory, long most, boolean md5) {
        this.copy = copy;
        this.inMemory = inMemory;
        this.most = most;
        this.md5 = md5;
        this.digests = new FileDigests(md5);
    }

    /** Forgets everything, for the same content from its beginning. */
    public void restart() {
        close();
        digests = new FileDigests(md5);
        memory = new ByteArrayOutputStream();
        spooled = null;
        size = 0;
    }

    public void add(byte[] piece) {
        size += piece.length;
        if (size > most) {
            return;
        }
        digests.update(piece, piece.length);
        if (spooled == null && size > inMemory) {
            spooled = new SpoolFile(copy);
            spooled.write(memory.toByteArray(), memory.size());
            memory = new ByteArrayOutputStream();
        }
        if (spooled == null) {
            memory.writeBytes(piece);
        } else {
            spooled.write(piece, piece.length);
        }
    }

    public long size() {
        return size;
    }

    public boolean tooLarge() {
        return size > most;
    }

    /** All of it, which must not be too large. */
    public Reading.Content finish(@Nullable Instant modified, List<Finding> findings) {
        close();
        FileDigests.Digests made = digests.finish();
        return new Reading.Content(
                memory.toByteArray(),
                spooled == null ? null : copy,
                made.sha256(),
                made.sha1(),
                made.md5(),
                size,
                modified,
                findings);
    }

    /** Closes the private copy; whoever has the content deletes it. */
    @Override
    public void close() {
        if (spooled != null) {
            spooled.close();
        }
    }
}
