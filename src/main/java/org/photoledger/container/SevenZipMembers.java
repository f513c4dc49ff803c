package org.photoledger.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;
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

    static void write(SevenZFile archive, SevenZArchiveEntry entry, OutputStream out) throws IOException {
        if (!entry.hasStream()) {
            return;
        }
        try {
            InputStream content = archive.getInputStream(entry);
            Checked checked = new Checked(out, entry.getSize(), -1);
            Content.copy(content, checked);
            checked.verify();
        } catch (PasswordRequiredException e) {
            throw new ContentException(new MemberEnd.Encrypted());
        } catch (MemoryLimitException e) {
            throw ContentException.unsupported(Compression.TOO_LARGE);
        } catch (IOException e) {
            throw unsupported(e) ? ContentException.unsupported("a 7z method that is not read") : e;
        }
    }

    /** The library has no type for it. */
    private static boolean unsupported(IOException problem) {
        String message = problem.getMessage() == null ? "" : problem.getMessage();
        return message.startsWith("Unsupported compression method") || message.startsWith("Multi input/output");
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
