package org.photoledger.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The key that an H2 file is encrypted with (AES-128 in XTS mode), drawn from a secret: PBKDF2 with HMAC-SHA-512 (RFC 8018), 210,000 rounds,
 * since H2's own derivation has ten. H2 adds a salt of the file's own.
 */
public final class FileKey {

    private static final byte[] SALT = "photoledger database key 1".getBytes(StandardCharsets.US_ASCII);
    private static final int ROUNDS = 210_000;
    private static final int BITS = 256;

    private final String word;

    private FileKey(String word) {
        this.word = word;
    }

    /** A secret of any characters; the same secret gives the same key on every machine. */
    public static FileKey of(String secret) {
        PBEKeySpec spec = new PBEKeySpec(secret.toCharArray(), SALT, ROUNDS, BITS);
        try {
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
            return new FileKey(HexFormat.of().formatHex(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has PBKDF2", e);
        } finally {
            spec.clearPassword();
        }
    }

    /** H2 takes it as the first word of the password, never from the URL. */
    String word() {
        return word;
    }

    @Override
    public String toString() {
        return "a key";
    }
}
