package org.photoledger.source;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.photoledger.digest.Sha256;

/** The digests of one file, all made of the same bytes as they pass by. */
final class FileDigests {

    private final MessageDigest sha256 = Sha256.newDigest();
    private final MessageDigest sha1 = digest("SHA-1");
    private final @Nullable MessageDigest md5;

    FileDigests(boolean withMd5) {
        this.md5 = withMd5 ? digest("MD5") : null;
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    void update(byte[] bytes, int length) {
        sha256.update(bytes, 0, length);
        sha1.update(bytes, 0, length);
        if (md5 != null) {
            md5.update(bytes, 0, length);
        }
    }

    /** The digests of all bytes so far; asked once. */
    Digests finish() {
        return new Digests(Sha256.ofDigest(sha256.digest()), hex(sha1), md5 == null ? null : hex(md5));
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Digests in lower-case hexadecimal digits; md5 is null where nobody asked for it. */
    record Digests(Sha256 sha256, String sha1, @Nullable String md5) {}
}
