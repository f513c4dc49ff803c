package org.photoledger.custody;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads lines that follow each other, up to the first that does not. */
final class LedgerReader {

    /** No line of ours comes near it: a path in five nested containers, all of it escaped. */
    private static final int LONGEST_LINE = 16 << 20;

    private final InputStream in;
    private LedgerHead last;
    private @Nullable String flaw;
    private long torn;

    /** The stream begins where the line before ended. */
    LedgerReader(InputStream in, LedgerHead before) {
        this.in = in;
        this.last = before;
    }

    /** The next line; null at the end and at a line that is off. */
    @Nullable
    LedgerLine next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        int read = flaw == null ? in.read() : -1;
        while (read >= 0 && read != '\n' && bytes.size() <= LONGEST_LINE) {
            bytes.write(read);
            read = in.read();
        }
        if (read < 0) {
            torn = Math.max(torn, bytes.size());
            return null;
        }
        return whole(bytes.toByteArray());
    }

    private @Nullable LedgerLine whole(byte[] bytes) {
        LedgerLine line = LedgerLine.parse(bytes);
        flaw = line == null ? "it has not the form of a line of the ledger" : line.flaw(last);
        if (line == null || flaw != null) {
            return null;
        }
        last = line.head(last);
        return line;
    }

    /** The last line that was right. */
    LedgerHead last() {
        return last;
    }

    /** What is wrong with the line after the last that was right; null where the file ends there. */
    @Nullable
    String flaw() {
        return flaw;
    }

    /** Bytes behind the last line's end. */
    long torn() {
        return torn;
    }
}
