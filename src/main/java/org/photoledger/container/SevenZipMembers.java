package org.photoledger.container;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.apache.commons.compress.archivers.sevenz.SevenZMethodConfiguration;
import org.jspecify.annotations.Nullable;
import org.photoledger.container.Member.Kind;

/** What a 7z archive states of its members. Names are UTF-16 there, and handed over as UTF-8. */
final class SevenZipMembers {

    /** In the attributes of Windows: the upper half is a mode of UNIX. */
    private static final int UNIX = 0x8000;

    private static final List<SevenZMethodConfiguration> NO_STEPS = List.of();

    private SevenZipMembers() {}

    static List<SevenZArchiveEntry> list(SevenZFile archive) {
        List<SevenZArchiveEntry> entries = new ArrayList<>();
        archive.getEntries().forEach(entries::add);
        return entries;
    }

    static Member member(int index, SevenZArchiveEntry entry) {
        String name = entry.getName() == null ? "" : entry.getName();
        long size = entry.hasStream() ? entry.getSize() : 0;
        return new Member(index, name.getBytes(StandardCharsets.UTF_8), size, modified(entry), kind(entry), null);
    }

    private static @Nullable Instant modified(SevenZArchiveEntry entry) {
        return entry.getHasLastModifiedDate() ? entry.getLastModifiedTime().toInstant() : null;
    }

    private static Kind kind(SevenZArchiveEntry entry) {
        int attributes = entry.getHasWindowsAttributes() ? entry.getWindowsAttributes() : 0;
        int type = (attributes & UNIX) == 0 ? 0 : (attributes >>> 16) & 0xf000;
        return switch (type) {
            case 0xa000 -> Kind.SYMBOLIC_LINK;
            case 0x1000 -> Kind.FIFO;
            case 0x2000, 0x6000 -> Kind.DEVICE;
            default -> entry.isAntiItem() ? Kind.OTHER : Kind.FILE;
        };
    }

    /** Whether its content is encrypted; known when it was come to. */
    static boolean encrypted(SevenZArchiveEntry entry) {
        for (SevenZMethodConfiguration step :
                entry.getContentMethods() == null ? NO_STEPS : entry.getContentMethods()) {
            if (step.getMethod() == SevenZMethod.AES256SHA256) {
                return true;
            }
        }
        return false;
    }
}
