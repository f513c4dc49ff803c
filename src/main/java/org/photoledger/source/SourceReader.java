package org.photoledger.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;

/** Reads a source file once and digests it on the way; the source is never written to and no link is followed. */
public final class SourceReader {

    private static final int BUFFER = 1 << 16;

    private final Path spool;
    private final int frameBytes;
    private final long fileBytes;
    private final boolean md5;

    /**
     * Files up to frameBytes are read into memory, larger ones into a private copy in the spool, and those over fileBytes
     * not at all.
     *
     * @param md5 whether MD5 is made too
     */
    public SourceReader(Path spool, int frameBytes, long fileBytes, boolean md5) {
        this.spool = spool;
        this.frameBytes = frameBytes;
        this.fileBytes = fileBytes;
        this.md5 = md5;
    }

    /** Reads a file; one that changes meanwhile is read once more, and then told by a finding. */
    public Reading read(Path file, long spoolNumber) {
        try {
            Attempt first = attempt(file, spoolNumber);
            Attempt last = first.changed() ? attempt(file, spoolNumber) : first;
            return last.reading();
        } catch (NoSuchFileException e) {
            discard(spoolNumber);
            return new Reading.Failed(Reason.VANISHED);
        } catch (IOException e) {
            discard(spoolNumber);
            return new Reading.Failed(Reason.NOT_READABLE);
        }
    }

    /** Whether a file of this size is read into memory. */
    public boolean fitsFrame(long size) {
        return size <= frameBytes;
    }

    /** The first 64 KiB of a file; empty where it cannot be read, which {@link #read} will tell. */
    public byte[] head(Path file) {
        try (SeekableByteChannel in = open(file)) {
            return Channels.newInputStream(in).readNBytes(BUFFER);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    /** Digests a file of any size and keeps nothing of it: it is a container that is read from where it lies. */
    public Reading digest(Path file) {
        try {
            Attempt first = digested(file);
            return (first.changed() ? digested(file) : first).reading();
        } catch (NoSuchFileException e) {
            return new Reading.Failed(Reason.VANISHED);
        } catch (IOException e) {
            return new Reading.Failed(Reason.NOT_READABLE);
        }
    }

    private Attempt digested(Path file) throws IOException {
        BasicFileAttributes before = attributes(file);
        FileDigests digests = new FileDigests(md5);
        long size = 0;
        byte[] buffer = new byte[BUFFER];
        try (SeekableByteChannel in = open(file)) {
            InputStream stream = Channels.newInputStream(in);
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                digests.update(buffer, read);
                size += read;
            }
        }
        return attempt(file, before, new Digested(new byte[0], digests.finish(), size), null);
    }

    private void discard(long spoolNumber) {
        try {
            Files.deleteIfExists(spool.resolve(Long.toString(spoolNumber)));
        } catch (IOException e) {
            throw new UncheckedIOException("the spool cannot be emptied", e);
        }
    }

    /** Removes what a dead process left in the spool. */
    public void emptySpool() {
        try (DirectoryStream<Path> copies = Files.newDirectoryStream(spool)) {
            for (Path copy : copies) {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the spool cannot be emptied", e);
        }
    }

    private record Attempt(Reading reading, boolean changed) {}

    private Attempt attempt(Path file, long spoolNumber) throws IOException {
        BasicFileAttributes before = attributes(file);
        Reason refusal = refusal(before);
        if (refusal != null) {
            return new Attempt(new Reading.Failed(refusal), false);
        }
        Path copy = before.size() > frameBytes ? spool.resolve(Long.toString(spoolNumber)) : null;
        Digested digested = copy == null ? intoMemory(file, before.size()) : intoSpool(file, copy);
        return attempt(file, before, digested, copy);
    }

    private static Attempt attempt(Path file, BasicFileAttributes before, Digested digested, @Nullable Path copy)
            throws IOException {
        BasicFileAttributes after = attributes(file);
        boolean changed = digested.size != before.size() || !same(before, after);
        List<Finding> findings = changed ? List.of(changedFinding()) : List.of();
        Reading.Content content = new Reading.Content(
                digested.bytes,
                copy,
                digested.digests.sha256(),
                digested.digests.sha1(),
                digested.digests.md5(),
                digested.size,
                after.lastModifiedTime().toInstant(),
                findings);
        return new Attempt(content, changed);
    }

    private static Finding changedFinding() {
        return new Finding(
                FindingCode.FILE_CHANGED_WHILE_READ,
                "the file changed twice while it was read; the digest is that of the bytes examined",
                "reading-1");
    }

    private @Nullable Reason refusal(BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            return Reason.SYMBOLIC_LINK;
        }
        if (!attributes.isRegularFile()) {
            return Reason.OTHER_SPECIAL_FILE;
        }
        return attributes.size() > fileBytes ? Reason.TOO_LARGE : null;
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean same(BasicFileAttributes before, BasicFileAttributes after) {
        return before.size() == after.size()
                && before.lastModifiedTime().equals(after.lastModifiedTime())
                && Objects.equals(before.fileKey(), after.fileKey());
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Digested(byte[] bytes, FileDigests.Digests digests, long size) {}

    private Digested intoMemory(Path file, long size) throws IOException {
        byte[] bytes = new byte[(int) size];
        int length = 0;
        try (SeekableByteChannel in = open(file)) {
            // piece by piece: a channel keeps a direct buffer as large as the largest read, for each thread
            InputStream stream = Channels.newInputStream(in);
            for (int read = 0; read >= 0 && length < bytes.length; length += Math.max(0, read)) {
                read = stream.read(bytes, length, Math.min(BUFFER, bytes.length - length));
            }
        }
        byte[] content = length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
        FileDigests digests = new FileDigests(md5);
        digests.update(content, length);
        return new Digested(content, digests.finish(), length);
    }

    private Digested intoSpool(Path file, Path copy) throws IOException {
        FileDigests digests = new FileDigests(md5);
        long size = 0;
        byte[] buffer = new byte[BUFFER];
        try (SeekableByteChannel in = open(file);
                SpoolFile out = new SpoolFile(copy)) {
            InputStream stream = Channels.newInputStream(in);
            for (int read = stream.read(buffer); read >= 0 && size <= fileBytes; read = stream.read(buffer)) {
                digests.update(buffer, read);
                out.write(buffer, read);
                size += read;
            }
        }
        return new Digested(new byte[0], digests.finish(), size);
    }

    private static SeekableByteChannel open(Path file) throws IOException {
        return Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }
}
