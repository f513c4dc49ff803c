package org.photoledger.container;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/** Reads what is left of a zip whose directory is gone: member after member by their own headers, up to the damage. */
final class ZipScan {

    /** Bytes that are unpacked for each of the zip's own to get behind members whose length nobody tells, and then as many more. */
    private static final int UNPACKED_MOST = 8;

    private static final long UNPACKED_FREE = 64L << 20;

    private static final byte[] SPLIT = {'P', 'K', 7, 8};

    private final SeekableByteChannel bytes;
    private final Delivery delivery;

    ZipScan(SeekableByteChannel bytes, Delivery delivery) {
        this.bytes = bytes;
        this.delivery = delivery;
    }

    Opening read(String damage) throws IOException {
        if (java.util.Arrays.equals(ChannelStream.at(bytes, 0).readNBytes(SPLIT.length), SPLIT)) {
            return new Opening.Unsupported(0, "the first part of a split zip");
        }
        try (ZipArchiveInputStream zip = open()) {
            for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!ZipMembers.directory(entry)) {
                    hand(zip, entry);
                }
            }
        } catch (IOException | RuntimeException e) {
            delivery.throwStop();
        }
        return new Opening.Damaged(delivery.members(), damage);
    }

    private ZipArchiveInputStream open() {
        BufferedInputStream in = new BufferedInputStream(ChannelStream.at(bytes, 0), 64 * 1024);
        return new ZipArchiveInputStream(in, "ISO-8859-1", false, true) {
            @Override
            protected InputStream createZstdInputStream(InputStream packed) throws IOException {
                return Compression.ZSTD.unpack(packed);
            }
        };
    }

    /** Whether there are more members than so many; hands over none. */
    boolean findsMoreThan(int most) throws IOException {
        Trial unpacked = new Trial(UNPACKED_MOST * bytes.size() + UNPACKED_FREE);
        int count = 0;
        try (ZipArchiveInputStream zip = open()) {
            ZipArchiveEntry entry = zip.getNextEntry();
            while (entry != null && count <= most) {
                count += ZipMembers.directory(entry) ? 0 : 1;
                if (entry.getGeneralPurposeBit().usesDataDescriptor()) {
                    Content.copy(zip, unpacked);
                }
                entry = zip.getNextEntry();
            }
        } catch (IOException | RuntimeException e) {
            delivery.throwStop();
        }
        return count > most;
    }

    private void hand(ZipArchiveInputStream zip, ZipArchiveEntry entry) throws IOException {
        Member member = ZipMembers.member(delivery.members(), entry);
        MemberEnd end = delivery.hand(member, out -> content(zip, entry, out));
        if (end instanceof MemberEnd.Damaged damaged) {
            throw new ContentException(damaged);
        }
    }

    private static void content(ZipArchiveInputStream zip, ZipArchiveEntry entry, OutputStream out) throws IOException {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new ContentException(new MemberEnd.Encrypted());
        }
        if (!ZipMethod.readInOrder(entry.getMethod()) || !zip.canReadEntryData(entry)) {
            throw ContentException.unsupported("zip method " + entry.getMethod() + " without a directory");
        }
        Checked checked = new Checked(out, -1, -1);
        copy(zip, checked);
        checked.compare(entry.getSize(), entry.getCrc());
    }

    /** The library says by an ordinary exception that its input ended. */
    private static void copy(ZipArchiveInputStream zip, OutputStream out) throws IOException {
        try {
            Content.copy(zip, out);
        } catch (IOException e) {
            throw "Truncated ZIP file".equals(e.getMessage()) ? new EOFException() : e;
        }
    }
}
