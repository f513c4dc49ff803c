package org.photoledger.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * Tries passwords at an encrypted member. The old encryption of zip has one byte by which a wrong one is told, all but
 * one in 256 (APPNOTE 6.1.6): then the beginning is unpacked, a stored or small member whole, before anything of it is
 * handed over.
 */
final class ZipPasswords {

    /** Of packed content, unpacked as a trial: noise does not come so far. */
    private static final long TRIAL_BYTES = 1 << 20;

    /** Of the time in a member's own header, which is the check where the checksum was not known yet. */
    private static final int TIME_AT = 10;

    private final List<String> passwords;
    private final SeekableByteChannel bytes;

    ZipPasswords(List<String> passwords, SeekableByteChannel bytes) {
        this.passwords = List.copyOf(passwords);
        this.bytes = bytes;
    }

    void write(ZipContent content, OutputStream out) throws IOException {
        if (content.entry().getMethod() == ZipMethod.AES) {
            writeAes(content, out);
        } else {
            writeOld(content, out);
        }
    }

    private void writeAes(ZipContent content, OutputStream out) throws IOException {
        ZipAes aes = ZipAes.of(content.entry());
        for (String password : passwords) {
            InputStream plain = aes.decrypt(content.raw(), content.entry().getCompressedSize(), password);
            if (plain != null) {
                content.write(
                        plain, aes.method(), aes.hasChecksum() ? content.entry().getCrc() : -1, out);
                // the code at its end is compared when the end is reached
                plain.transferTo(OutputStream.nullOutputStream());
                return;
            }
        }
        throw new ContentException(new MemberEnd.Encrypted());
    }

    private void writeOld(ZipContent content, OutputStream out) throws IOException {
        byte[] checks = checks(content.entry());
        for (String password : passwords) {
            if (ZipCrypto.mayBe(content.raw(), password, checks) && opens(content, password)) {
                write(content, password, out);
                return;
            }
        }
        throw new ContentException(new MemberEnd.Encrypted());
    }

    private byte[] checks(ZipArchiveEntry entry) throws IOException {
        byte checksum = (byte) (entry.getCrc() >>> 24);
        if (!entry.getGeneralPurposeBit().usesDataDescriptor()) {
            return new byte[] {checksum};
        }
        byte[] time =
                ChannelStream.at(bytes, entry.getLocalHeaderOffset() + TIME_AT).readNBytes(2);
        return time.length < 2 ? new byte[] {checksum} : new byte[] {checksum, time[1]};
    }

    private static boolean opens(ZipContent content, String password) throws IOException {
        boolean stored = content.entry().getMethod() == 0;
        try {
            write(content, password, new Trial(stored ? Long.MAX_VALUE : TRIAL_BYTES));
            return true;
        } catch (IOException | RuntimeException e) {
            if (e instanceof ContentException known && known.end() instanceof MemberEnd.Unsupported) {
                throw known;
            }
            return Trial.passed(e);
        }
    }

    private static void write(ZipContent content, String password, OutputStream out) throws IOException {
        InputStream plain = ZipCrypto.decrypt(content.raw(), password);
        content.write(plain, content.entry().getMethod(), content.entry().getCrc(), out);
    }
}
