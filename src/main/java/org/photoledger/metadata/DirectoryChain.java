package org.photoledger.metadata;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Counts the directories that a TIFF block chains: a chain of tens of thousands overflows the stacks of both decoders. */
final class DirectoryChain {

    private static final int CLASSIC = 42;

    private DirectoryChain() {}

    static boolean longerThan(int most, byte[] block) {
        if (block.length < 8) {
            return false;
        }
        ByteBuffer bytes = ByteBuffer.wrap(block).order(order(block));
        if (bytes.getShort(2) != CLASSIC) {
            return false;
        }
        long at = bytes.getInt(4) & 0xffffffffL;
        for (int count = 0; at >= 8 && at + 2 <= block.length; count++) {
            if (count == most) {
                return true;
            }
            long next = at + 2 + 12L * (bytes.getShort((int) at) & 0xffff);
            at = next + 4 <= block.length ? bytes.getInt((int) next) & 0xffffffffL : 0;
        }
        return false;
    }

    static ByteOrder order(byte[] block) {
        return block.length > 0 && block[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }
}
