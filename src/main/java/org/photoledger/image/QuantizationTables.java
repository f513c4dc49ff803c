package org.photoledger.image;

import java.security.MessageDigest;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.photoledger.digest.Sha256;

/** Gathers the quantization tables of a JPEG up to its first scan. */
final class QuantizationTables {

    private static final int VALUES = 64;
    private static final int MOST_NUMBER = 3;

    private final SortedMap<Integer, Span> tables = new TreeMap<>();
    private boolean closed;
    private boolean broken;

    /** A segment DQT; false where it is no row of whole tables: then there is no digest. */
    boolean take(Span payload) throws CutShortException {
        for (int at = 0; at < payload.length() && !closed; ) {
            int head = payload.u8(at);
            int length = 1 + VALUES * ((head >> 4) + 1);
            broken |= head >> 4 > 1 || (head & 0xf) > MOST_NUMBER || !payload.has(at, length);
            if (broken) {
                return false;
            }
            tables.put(head & 0xf, payload.part(at, length));
            at += length;
        }
        return true;
    }

    /** The first scan begins: later tables belong to later scans. */
    void close() {
        closed = true;
    }

    /** Null where no scan was met with whole tables before it. */
    @Nullable
    Quantization finish(int luminance) throws CutShortException {
        if (broken || !closed || tables.isEmpty()) {
            return null;
        }
        MessageDigest sha = Sha256.newDigest();
        tables.values().forEach(table -> sha.update(table.file().view(table.start(), table.length())));
        Span table = tables.get(luminance);
        Integer quality = table == null ? null : JpegQuality.of(values(table));
        return new Quantization(Sha256.ofDigest(sha.digest()), quality);
    }

    private static int[] values(Span table) throws CutShortException {
        int width = (table.u8(0) >> 4) + 1;
        int[] values = new int[VALUES];
        for (int at = 0; at < VALUES; at++) {
            values[at] = (int) table.number(1 + (long) at * width, width);
        }
        return values;
    }
}
