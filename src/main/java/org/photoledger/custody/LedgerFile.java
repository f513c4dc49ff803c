package org.photoledger.custody;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A home's ledger, open for appending. What cannot be written is an UncheckedIOException; the caller holds the home's lock. */
public final class LedgerFile implements AutoCloseable {

    private static final int WINDOW = 64 << 10;

    private final Path file;
    private final FileChannel channel;
    private LedgerHead end;
    private long cut;

    private LedgerFile(Path file, FileChannel channel, LedgerHead end) {
        this.file = file;
        this.channel = channel;
        this.end = end;
    }

    /** A home's ledger. */
    public static Path in(Path home) {
        return home.resolve("ledger.jsonl");
    }

    /**
     * Opens a ledger that the database names a line of; throws {@link LedgerDamagedException} where that line is not there, and unless
     * acceptOlder where more follows it than a kill leaves: the database was put back from an earlier time, or its file was cut.
     */
    public static LedgerFile open(Path file, LedgerHead named, boolean acceptOlder) {
        try {
            if (!Files.exists(file)) {
                throw new LedgerDamagedException("The ledger " + file
                        + " is missing, though the database names its line " + named.seq() + "; put it back.");
            }
            LedgerFile ledger = new LedgerFile(file, channel(file), named);
            ledger.begin(named, acceptOlder);
            return ledger;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Makes a ledger for a database that names none; one line that a killed process left without its database is made anew. */
    public static LedgerFile create(Path file) {
        try {
            if (Files.exists(file) && holdsMoreThanALine(file)) {
                throw new LedgerDamagedException(
                        "The ledger " + file
                                + " is there, and the database knows nothing of it: put back the one that it belongs to, make it anew with photoledger rebuild, or move the ledger away.");
            }
            FileChannel channel = channel(file);
            channel.truncate(0);
            syncFolder(file);
            return new LedgerFile(file, channel, LedgerHead.NONE);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static boolean holdsMoreThanALine(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            int read = in.read();
            while (read >= 0 && read != '\n') {
                read = in.read();
            }
            return in.read() >= 0;
        }
    }

    private static FileChannel channel(Path file) throws IOException {
        return FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private static void syncFolder(Path file) throws IOException {
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private static UncheckedIOException failure(IOException e) {
        return new UncheckedIOException("the ledger cannot be written", e);
    }

    private void begin(LedgerHead named, boolean acceptOlder) throws IOException {
        LedgerLine line = lineBefore(named.bytes());
        if (line == null || line.seq() != named.seq() || !line.hash().equals(named.hash())) {
            channel.close();
            throw new LedgerDamagedException("The ledger " + file + " has not the line " + named.seq()
                    + " that the database names as its last: lines are missing, or one of the two was put back from elsewhere."
                    + " photoledger verify names what is off; put back the one that is right.");
        }
        channel.position(named.bytes());
        InputStream rest = new BufferedInputStream(Channels.newInputStream(channel));
        LedgerReader reader = new LedgerReader(rest, named);
        Uncommitted behind = new Uncommitted();
        for (LedgerLine next = reader.next(); next != null; next = reader.next()) {
            behind.line(next);
            end = reader.last();
        }
        if (behind.committed() && !acceptOlder) {
            channel.close();
            throw new LedgerDamagedException("The database is older than the ledger " + file
                    + ", which goes on after line " + named.seq()
                    + " with what was committed: put the newer database back, make it anew with photoledger rebuild,"
                    + " or add --accept-changes to an import to go on with the older.");
        }
        cutRest();
    }

    /** The line that ends at an offset; null where none does. */
    private @Nullable LedgerLine lineBefore(long offset) throws IOException {
        for (long window = WINDOW; offset > 0 && offset <= channel.size(); window *= 4) {
            long from = Math.max(0, offset - window);
            byte[] bytes = read(from, Math.toIntExact(offset - from));
            int start = bytes.length - 1;
            while (start > 0 && bytes[start - 1] != '\n') {
                start--;
            }
            if (start > 0 || from == 0) {
                boolean ended = bytes[bytes.length - 1] == '\n';
                return ended ? LedgerLine.parse(Arrays.copyOfRange(bytes, start, bytes.length - 1)) : null;
            }
        }
        return null;
    }

    private byte[] read(long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
            // on until all is read
        }
        return buffer.array();
    }

    /** What stands behind the last whole line, of a write that a crash or a full disk broke off. */
    private void cutRest() throws IOException {
        long rest = channel.size() - end.bytes();
        if (rest < 0) {
            throw new LedgerDamagedException("The ledger " + file + " was cut while it was written; put it back.");
        }
        if (rest > 0) {
            channel.truncate(end.bytes());
            cut += rest;
        }
    }

    /** The last line that is on disk; lines after the one that the database names were never committed. */
    public LedgerHead end() {
        return end;
    }

    /** How many bytes of torn lines were cut off since they were last asked for. */
    public long takeCutBytes() {
        long bytes = cut;
        cut = 0;
        return bytes;
    }

    /** Appends a line for each event and returns when they are on disk: one write, one sync. */
    public LedgerHead append(LedgerStamp stamp, List<? extends LedgerEvent> events) {
        LedgerHead last = end;
        StringBuilder lines = new StringBuilder();
        for (LedgerEvent event : events) {
            LedgerLine line = LedgerLine.after(last, stamp, event);
            last = line.head(last);
            lines.append(line.text()).append('\n');
        }
        try {
            cutRest();
            ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.US_ASCII));
            channel.position(end.bytes());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            throw failure(e);
        }
        end = last;
        return last;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw failure(e);
        }
    }
}
