package org.photoledger.custody;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What checking a ledger from its first line on gave.
 *
 * @param end the last line that is right
 * @param torn bytes of a line that has no end, as a crash leaves one; the next that writes cuts them off
 * @param voids ranges of lines that were never committed
 * @param fault the first line that is off, null where none is
 */
public record LedgerChain(
        LedgerHead end,
        long torn,
        List<Range> voids,
        @Nullable Fault fault) {

    /** Lines from and to, both included. */
    public record Range(long from, long to) {}

    /** A line of the file, counted from 1, and what is wrong with it. */
    public record Fault(long line, String what) {}

    /** Checks a ledger against the line that the database names last; a file that cannot be read is an UncheckedIOException. */
    public static LedgerChain check(Path file, LedgerHead named) {
        return read(file, named, line -> {});
    }

    /** The same, and hands on each line that is right. */
    public static LedgerChain read(Path file, LedgerHead named, Consumer<LedgerLine> lines) {
        List<Range> voids = new ArrayList<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            LedgerReader reader = new LedgerReader(in, LedgerHead.NONE);
            for (LedgerLine line = reader.next(); line != null; line = reader.next()) {
                if (line.seq() == named.seq() && !line.hash().equals(named.hash())) {
                    return faulty(reader, voids, line.seq(), "the database names another hash for it");
                }
                if (line.validUpTo() >= 0) {
                    voids.add(new Range(line.validUpTo() + 1, line.seq() - 1));
                }
                lines.accept(line);
            }
            return ended(reader, voids, named);
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger cannot be read", e);
        }
    }

    private static LedgerChain ended(LedgerReader reader, List<Range> voids, LedgerHead named) {
        long next = reader.last().seq() + 1;
        if (reader.flaw() != null) {
            return faulty(reader, voids, next, reader.flaw());
        }
        if (next <= named.seq()) {
            String what = (reader.torn() > 0 ? "it has no end" : "it is missing") + ", and the database names line "
                    + named.seq() + " as the last";
            return faulty(reader, voids, next, what);
        }
        return new LedgerChain(reader.last(), reader.torn(), List.copyOf(voids), null);
    }

    private static LedgerChain faulty(LedgerReader reader, List<Range> voids, long line, String what) {
        return new LedgerChain(reader.last(), reader.torn(), List.copyOf(voids), new Fault(line, what));
    }

    /** How many lines are void. */
    public long voidLines() {
        return LongStream.rangeClosed(1, end.seq()).filter(this::isVoid).count();
    }

    /** Whether a line tells of what was never committed, by a later line's word. */
    public boolean isVoid(long seq) {
        return voids.stream().anyMatch(range -> range.from <= seq && seq <= range.to);
    }
}
