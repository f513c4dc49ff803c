package org.photoledger.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A private copy in the spool; its failures are the home's and never the source file's, hence unchecked. */
final class SpoolFile implements AutoCloseable {

    private final FileChannel channel;

    SpoolFile(Path file) {
        try {
            Files.deleteIfExists(file);
            channel = FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (IOException e) {
            throw new UncheckedIOException("the spool cannot be written", e);
        }
    }

    void write(byte[] buffer, int count) {
        try {
            ByteBuffer part = ByteBuffer.wrap(buffer, 0, count);
            while (part.hasRemaining()) {
                channel.write(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the spool cannot be written", e);
        }
    }

    /** Gives its bytes back at once: a worker that has mapped them keeps those of a file that is only deleted. */
    static void delete(Path file) throws IOException {
        if (Files.exists(file)) {
            FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                    .close();
            Files.delete(file);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the spool cannot be written", e);
        }
    }
}
