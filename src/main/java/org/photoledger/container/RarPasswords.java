package org.photoledger.container;

import com.github.junrar.Archive;
import com.github.junrar.exception.RarException;
import com.github.junrar.rarfile.FileHeader;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the password of a RAR archive: only a member's checksum tells a wrong one. */
final class RarPasswords {

    /** Of the member at which passwords are tried. */
    private static final long TRIAL_BYTES = 64L << 20;

    private final SeekableByteChannel bytes;
    private final List<String> passwords;
    private final Delivery delivery;

    RarPasswords(SeekableByteChannel bytes, List<String> passwords, Delivery delivery) {
        this.bytes = bytes;
        this.passwords = passwords;
        this.delivery = delivery;
    }

    /** The first that opens it, or null. */
    @Nullable
    String first() throws IOException {
        for (String password : passwords) {
            if (opens(password)) {
                return password;
            }
        }
        return null;
    }

    private boolean opens(String password) throws IOException {
        try (Archive archive = new Archive(new RarVolume(bytes), null, password)) {
            Optional<FileHeader> trial = trial(archive);
            if (trial.isPresent()) {
                archive.extractFile(trial.get(), new Trial(TRIAL_BYTES));
            }
            return trial.isPresent();
        } catch (RarException | IOException | RuntimeException e) {
            delivery.throwStop();
            return Trial.passed(e);
        }
    }

    /** The smallest that is encrypted; of a solid archive the first. */
    private static Optional<FileHeader> trial(Archive archive) {
        boolean solid =
                archive.getMainHeader() != null && archive.getMainHeader().isSolid();
        Stream<FileHeader> encrypted = archive.getFileHeaders().stream()
                .filter(header -> !header.isDirectory() && header.isEncrypted() && header.getFullUnpackSize() > 0);
        return solid ? encrypted.findFirst() : encrypted.min(Comparator.comparingLong(FileHeader::getFullUnpackSize));
    }
}
