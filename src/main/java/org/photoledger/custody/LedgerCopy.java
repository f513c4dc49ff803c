package org.photoledger.custody;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies a ledger up to a line that a database names: what is behind it belongs to no transaction of that database. */
public final class LedgerCopy {

    private static final int BUFFER = 1 << 16;

    private LedgerCopy() {}

    /** Throws {@link LedgerDamagedException} where the ledger has not that line there. */
    public static void write(Path file, LedgerHead last, OutputStream out) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        OutputStream buffered = new BufferedOutputStream(out, BUFFER);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            for (long left = last.bytes(); left > 0; left--) {
                int read = in.read();
                if (read < 0) {
                    throw new EOFException();
                }
                buffered.write(read);
                if (read != '\n') {
                    line.write(read);
                } else if (left > 1) {
                    line.reset();
                }
            }
        } catch (EOFException e) {
            throw damaged(file, last);
        }
        LedgerLine copied = LedgerLine.parse(line.toByteArray());
        if (copied == null || copied.seq() != last.seq() || !copied.hash().equals(last.hash())) {
            throw damaged(file, last);
        }
        buffered.flush();
    }

    private static LedgerDamagedException damaged(Path file, LedgerHead last) {
        return new LedgerDamagedException("The ledger " + file + " has not the line " + last.seq()
                + " that the database names as its last; photoledger verify names what is off.");
    }
}
