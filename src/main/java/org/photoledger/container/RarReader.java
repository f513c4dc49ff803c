package org.photoledger.container;

import com.github.junrar.Archive;
import com.github.junrar.exception.RarException;
import com.github.junrar.exception.UnsupportedRarV5Exception;
import com.github.junrar.rarfile.FileHeader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a RAR archive of the formats before RAR 5, in its own order. */
final class RarReader {

    private final SeekableByteChannel bytes;
    private final List<String> passwords;
    private final Delivery delivery;

    RarReader(SeekableByteChannel bytes, List<String> passwords, Delivery delivery) {
        this.bytes = bytes;
        this.passwords = List.copyOf(passwords);
        this.delivery = delivery;
    }

    Opening read() throws IOException {
        try {
            String password = new RarPasswords(bytes, passwords, delivery).first();
            RarVolume volume = new RarVolume(bytes);
            try (Archive archive = new Archive(volume, null, password)) {
                boolean whole = volume.whole(archive);
                return read(archive, password, whole);
            }
        } catch (UnsupportedRarV5Exception e) {
            return new Opening.Unsupported(0, "RAR 5");
        } catch (RarException e) {
            throw new IOException(e);
        }
    }

    private Opening read(Archive archive, @Nullable String password, boolean whole) throws IOException {
        if (archive.getMainHeader() == null) {
            throw ContentException.damaged("its main header is not readable");
        }
        if (archive.getMainHeader().isEncrypted() && password == null) {
            return new Opening.Encrypted(0);
        }
        for (FileHeader header : archive.getFileHeaders()) {
            if (!header.isDirectory()) {
                hand(archive, header, password);
            }
        }
        if (archive.getMainHeader().isMultiVolume()) {
            return new Opening.Unsupported(delivery.members(), "a part of a split RAR");
        }
        return whole ? new Opening.Whole(delivery.members()) : new Opening.Damaged(delivery.members(), "cut short");
    }

    private void hand(Archive archive, FileHeader header, @Nullable String password) throws IOException {
        boolean[] read = {false};
        delivery.hand(RarMembers.member(delivery.members(), header), out -> {
            read[0] = true;
            write(archive, header, password, out);
        });
        if (!read[0] && archive.getMainHeader().isSolid()) {
            passOver(archive, header, password);
        }
    }

    /** What follows in a solid archive is packed with the help of what came before. */
    private void passOver(Archive archive, FileHeader header, @Nullable String password) throws IOException {
        try {
            write(archive, header, password, OutputStream.nullOutputStream());
        } catch (IOException | RuntimeException e) {
            // the next member will tell
            delivery.throwStop();
        }
    }

    private static void write(Archive archive, FileHeader header, @Nullable String password, OutputStream out)
            throws IOException {
        if (header.isEncrypted() && password == null) {
            throw new ContentException(new MemberEnd.Encrypted());
        }
        if (header.isSplitBefore() || header.isSplitAfter()) {
            throw ContentException.unsupported("goes on in another part of a split RAR");
        }
        Checked checked = new Checked(out, header.getFullUnpackSize(), -1);
        try {
            archive.extractFile(header, checked);
        } catch (RarException e) {
            throw new IOException(e);
        }
        checked.verify();
    }
}
