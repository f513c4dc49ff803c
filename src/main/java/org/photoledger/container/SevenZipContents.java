package org.photoledger.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.jspecify.annotations.Nullable;

/** Unpacks the members of a 7z archive; several share one block, and what is wrong with a block is so for each of them. */
final class SevenZipContents {

    private final SevenZFile archive;

    /** Why the last block could not be begun. */
    private @Nullable IOException blocked;

    SevenZipContents(SevenZFile archive) {
        this.archive = archive;
    }

    void write(SevenZArchiveEntry entry, OutputStream out) throws IOException {
        if (!entry.hasStream()) {
            return;
        }
        try (Checked checked = new Checked(out, entry.getSize(), -1)) {
            Content.copy(stream(entry), checked);
            checked.verify();
        } catch (IOException e) {
            throw named(e);
        }
    }

    private InputStream stream(SevenZArchiveEntry entry) throws IOException {
        try {
            InputStream stream = archive.getInputStream(entry);
            blocked = null;
            return stream;
        } catch (IOException e) {
            blocked = e;
            throw e;
        } catch (NullPointerException e) {
            // the library goes on in a block that it could not begin
            if (blocked == null) {
                throw e;
            }
            throw blocked;
        }
    }

    private static IOException named(IOException problem) {
        if (problem instanceof PasswordRequiredException) {
            return new ContentException(new MemberEnd.Encrypted());
        }
        if (problem instanceof MemoryLimitException) {
            return ContentException.unsupported(Compression.TOO_LARGE);
        }
        // the library has no type for these
        String message = problem.getMessage() == null ? "" : problem.getMessage();
        boolean unsupported =
                message.startsWith("Unsupported compression method") || message.startsWith("Multi input/output");
        return unsupported ? ContentException.unsupported("a 7z method that is not read") : problem;
    }
}
