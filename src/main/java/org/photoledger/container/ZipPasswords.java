package org.photoledger.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * Tries passwords at an encrypted member. The old encryption of zip has no mark by which a wrong one is told: the
 * beginning is unpacked, a stored or small member whole, before anything of it is handed over.
 */
final class ZipPasswords {

    /** Of packed content, unpacked as a trial: noise does not come so far. */
    private static final long TRIAL_BYTES = 1 << 20;

    private final List<String> passwords;

    ZipPasswords(List<String> passwords) {
        this.passwords = List.copyOf(passwords);
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
        for (String password : passwords) {
            if (opens(content, password)) {
                write(content, password, out);
                return;
            }
        }
        throw new ContentException(new MemberEnd.Encrypted());
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
