package org.photoledger.container;

import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.apache.commons.compress.archivers.zip.X000A_NTFS;
import org.apache.commons.compress.archivers.zip.X5455_ExtendedTimestamp;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.jspecify.annotations.Nullable;
import org.photoledger.container.Member.Kind;

/** What a zip states of its members. */
final class ZipMembers {

    private static final int UNIX_TYPE = 0xf000;

    private ZipMembers() {}

    /** An entry that is named as a directory and yet holds something is a member. */
    static boolean directory(ZipArchiveEntry entry) {
        byte[] name = entry.getRawName();
        return name.length > 0
                && name[name.length - 1] == '/'
                && entry.getSize() <= 0
                && entry.getCompressedSize() <= 2;
    }

    static Member member(int index, ZipArchiveEntry entry) {
        return new Member(index, entry.getRawName(), entry.getSize(), modified(entry), kind(entry), null);
    }

    private static Kind kind(ZipArchiveEntry entry) {
        return switch (entry.getUnixMode() & UNIX_TYPE) {
            case 0xa000 -> Kind.SYMBOLIC_LINK;
            case 0x1000 -> Kind.FIFO;
            case 0x2000, 0x6000 -> Kind.DEVICE;
            default -> Kind.FILE;
        };
    }

    private static @Nullable Instant modified(ZipArchiveEntry entry) {
        FileTime time = null;
        if (entry.getExtraField(X000A_NTFS.HEADER_ID) instanceof X000A_NTFS ntfs) {
            time = ntfs.getModifyFileTime();
        }
        if (time == null
                && entry.getExtraField(X5455_ExtendedTimestamp.HEADER_ID) instanceof X5455_ExtendedTimestamp unix) {
            time = unix.getModifyFileTime();
        }
        return time == null ? null : time.toInstant();
    }
}
