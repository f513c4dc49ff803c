package org.photoledger.container;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Reads a zip by the directory at its end, in the directory's order. If the directory is gone or damaged, the members
 * that stand before the damage are found by their own headers. The library ends a directory at the first entry that is
 * none and says nothing: the number of entries that the zip's end tells is compared.
 */
final class ZipReader {

    /** Of the directory, in bytes; one of 500,000 photos has 50 MB. */
    private static final long DIRECTORY_MOST = 64L << 20;

    private static final int LOCAL_HEADER = 30;

    private final SeekableByteChannel bytes;
    private final ZipPasswords passwords;
    private final Delivery delivery;

    ZipReader(SeekableByteChannel bytes, List<String> passwords, Delivery delivery) {
        this.bytes = bytes;
        this.passwords = new ZipPasswords(passwords, bytes);
        this.delivery = delivery;
    }

    Opening read() throws IOException {
        Optional<ZipEnd> end = ZipEnd.find(bytes);
        if (end.isEmpty()) {
            return new ZipScan(bytes, delivery).read("the directory at its end is missing");
        }
        if (end.get().split()) {
            return new Opening.Unsupported(0, "the last part of a split zip");
        }
        if (end.get().directoryBytes() > DIRECTORY_MOST) {
            return new Opening.Refused(0, "directory size", end.get().directoryBytes() + " bytes of directory");
        }
        try (ZipFile zip = open()) {
            return read(zip, Collections.list(zip.getEntries()), end.get());
        } catch (DirectoryException e) {
            return new ZipScan(bytes, delivery).read("the directory at its end is not readable");
        }
    }

    private ZipFile open() throws IOException {
        try {
            return ZipFile.builder()
                    .setSeekableByteChannel(bytes)
                    .setCharset(StandardCharsets.ISO_8859_1)
                    .setUseUnicodeExtraFields(false)
                    .setIgnoreLocalFileHeader(true)
                    .get();
        } catch (IOException | RuntimeException e) {
            delivery.throwStop();
            throw new DirectoryException(e);
        }
    }

    private Opening read(ZipFile zip, List<ZipArchiveEntry> entries, ZipEnd end) throws IOException {
        if (overlap(entries)) {
            return new Opening.Refused(0, "overlapping entries", "members that share their bytes");
        }
        if (end.tells(entries.size())) {
            hand(zip, entries);
            return new Opening.Whole(delivery.members());
        }
        String damage =
                "the directory at its end breaks off after " + entries.size() + " of " + end.entries() + " entries";
        if (new ZipScan(bytes, delivery).findsMoreThan(members(entries))) {
            return new ZipScan(bytes, delivery).read(damage);
        }
        hand(zip, entries);
        return new Opening.Damaged(delivery.members(), damage);
    }

    private static int members(List<ZipArchiveEntry> entries) {
        return (int)
                entries.stream().filter(entry -> !ZipMembers.directory(entry)).count();
    }

    private void hand(ZipFile zip, List<ZipArchiveEntry> entries) throws IOException {
        for (ZipArchiveEntry entry : entries) {
            if (!ZipMembers.directory(entry)) {
                delivery.hand(
                        ZipMembers.member(delivery.members(), entry),
                        out -> new ZipContent(zip, entry, passwords).writeTo(out));
            }
        }
    }

    /** As zip bombs do it: thousands of members of the same few bytes. */
    private static boolean overlap(List<ZipArchiveEntry> entries) {
        List<ZipArchiveEntry> inFile = entries.stream()
                .sorted(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset))
                .toList();
        long free = 0;
        for (ZipArchiveEntry entry : inFile) {
            long at = entry.getLocalHeaderOffset();
            if (at < free) {
                return true;
            }
            free = at + LOCAL_HEADER + entry.getRawName().length + Math.max(0, entry.getCompressedSize());
        }
        return false;
    }

    /** What the library says of the directory. */
    private static final class DirectoryException extends IOException {

        private static final long serialVersionUID = 1L;

        private DirectoryException(Exception cause) {
            super(cause);
        }
    }
}
