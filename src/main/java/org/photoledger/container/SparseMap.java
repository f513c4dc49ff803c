package org.photoledger.container;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the parts of a file with holes belong.
 *
 * @param parts places and lengths by turns
 */
record SparseMap(List<Long> parts, long realSize) {

    /** Of numbers in a map: a file of 100,000 holes. */
    private static final int NUMBERS_MOST = 200_000;

    /** GNU tar's old way: in the header and in blocks that follow it, which are read here. */
    static SparseMap ofHeader(TarHeader header, InputStream in) throws IOException {
        List<Long> parts = new ArrayList<>();
        take(header, 386, 4, parts);
        boolean more = header.block()[482] != 0;
        while (more) {
            TarHeader next = new TarHeader(in.readNBytes(TarHeader.BLOCK));
            if (next.block().length < TarHeader.BLOCK) {
                throw new EOFException();
            }
            take(next, 0, 21, parts);
            more = next.block()[504] != 0;
        }
        return new SparseMap(parts, header.number(483, 12));
    }

    private static void take(TarHeader block, int from, int count, List<Long> parts) throws ContentException {
        for (int at = from; at < from + count * 24 && block.block()[at] != 0; at += 24) {
            parts.add(block.number(at, 12));
            parts.add(block.number(at + 12, 12));
        }
        limit(parts.size());
    }

    private static void limit(long numbers) throws ContentException {
        if (numbers > NUMBERS_MOST) {
            throw ContentException.damaged("a file of more than 100,000 holes");
        }
    }

    /** POSIX archives: in the attributes, or in the first blocks of the content, which are read here. */
    static SparseMap of(TarAttributes attributes, InputStream content) throws IOException {
        List<Long> parts = attributes.mapInContent() ? ofContent(content) : attributes.sparseNumbers();
        return new SparseMap(parts, attributes.realSize());
    }

    private static List<Long> ofContent(InputStream content) throws IOException {
        Lines lines = new Lines(content);
        long numbers = 2 * lines.number();
        limit(numbers);
        List<Long> parts = new ArrayList<>();
        for (long i = 0; i < numbers; i++) {
            parts.add(lines.number());
        }
        lines.finishBlock();
        return parts;
    }

    /** Decimal numbers, one a line, filled up to a block. */
    private static final class Lines {

        private final InputStream in;
        private long count;

        private Lines(InputStream in) {
            this.in = in;
        }

        private long number() throws IOException {
            byte[] digits = new byte[20];
            int length = 0;
            for (int value = next(); value != '\n'; value = next()) {
                if (value < 0 || length == digits.length) {
                    throw ContentException.damaged("the map of a file with holes is not readable");
                }
                digits[length++] = (byte) value;
            }
            return TarAttributes.number(digits, 0, length);
        }

        private int next() throws IOException {
            count++;
            return in.read();
        }

        private void finishBlock() throws IOException {
            in.skipNBytes((TarHeader.BLOCK - count % TarHeader.BLOCK) % TarHeader.BLOCK);
        }
    }
}
