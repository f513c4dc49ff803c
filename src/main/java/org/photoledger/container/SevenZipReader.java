package org.photoledger.container;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.jspecify.annotations.Nullable;

/** Reads a 7z archive in the order of its directory, with the first password that opens what is encrypted. */
final class SevenZipReader {

    /** Of the member at which passwords are tried; noise does not unpack so far, and a stored member has a checksum. */
    private static final long TRIAL_BYTES = 64L << 20;

    private static final int NONE = -1;
    private static final int DIRECTORY = -2;

    private final SeekableByteChannel bytes;
    private final List<String> passwords;
    private final Delivery delivery;

    SevenZipReader(SeekableByteChannel bytes, List<String> passwords, Delivery delivery) {
        this.bytes = bytes;
        this.passwords = List.copyOf(passwords);
        this.delivery = delivery;
    }

    Opening read() throws IOException {
        try (SevenZFile archive = open(password())) {
            SevenZipContents contents = new SevenZipContents(archive);
            for (SevenZArchiveEntry entry : archive.getEntries()) {
                if (!entry.isDirectory()) {
                    delivery.hand(SevenZipMembers.member(delivery.members(), entry), out -> contents.write(entry, out));
                }
            }
            return new Opening.Whole(delivery.members());
        } catch (PasswordRequiredException e) {
            return new Opening.Encrypted(delivery.members());
        } catch (MemoryLimitException e) {
            return new Opening.Unsupported(delivery.members(), Compression.TOO_LARGE);
        }
    }

    private SevenZFile open(@Nullable String password) throws IOException {
        SevenZFile.Builder builder = SevenZFile.builder()
                .setSeekableByteChannel(bytes.position(0))
                .setMaxMemoryLimitKiB(Compression.MEMORY_KIB);
        return (password == null ? builder : builder.setPassword(password)).get();
    }

    /** Null if none is needed, or none is right. */
    private @Nullable String password() throws IOException {
        if (passwords.isEmpty()) {
            return null;
        }
        int encrypted = firstEncrypted();
        for (String password : passwords) {
            if (encrypted != NONE && opens(password, encrypted)) {
                return password;
            }
        }
        return null;
    }

    /** By going from member to member, which unpacks nothing. */
    private int firstEncrypted() throws IOException {
        int index = DIRECTORY;
        try (SevenZFile archive = open(null)) {
            index = 0;
            for (SevenZArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (SevenZipMembers.encrypted(entry)) {
                    return index;
                }
                index++;
            }
            return NONE;
        } catch (PasswordRequiredException e) {
            return index;
        }
    }

    private boolean opens(String password, int encrypted) throws IOException {
        try (SevenZFile archive = open(password)) {
            if (encrypted == DIRECTORY) {
                return true;
            }
            new SevenZipContents(archive).write(SevenZipMembers.list(archive).get(encrypted), new Trial(TRIAL_BYTES));
            return true;
        } catch (IOException | RuntimeException e) {
            delivery.throwStop();
            return Trial.passed(e);
        }
    }
}
