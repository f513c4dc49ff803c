package org.photoledger.job;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.photoledger.store.StoredContainer;

/** A container of the source, read from where it lies for as long as it is what was digested: its size and time tell. */
final class RootFile implements AutoCloseable {

    private final Path path;
    private final StoredContainer digested;
    private final SeekableByteChannel channel;

    RootFile(Path path, StoredContainer digested) throws IOException {
        this.path = path;
        this.digested = digested;
        this.channel = Files.newByteChannel(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }

    SeekableByteChannel channel() {
        return channel;
    }

    boolean changed() {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            @Nullable Object modified = now.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MILLIS);
            return now.size() != digested.size() || !Objects.equals(modified, digested.modified());
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("a file of the source cannot be closed", e);
        }
    }
}
