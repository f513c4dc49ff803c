package org.photoledger.container;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipExtraField;
import org.apache.commons.compress.archivers.zip.ZipShort;
import org.jspecify.annotations.Nullable;

/**
 * The encryption of WinZip (AE-1, AE-2) as its extra field describes it.
 *
 * @param method by which the content is packed
 * @param hasChecksum AE-1 keeps it, AE-2 has an authentication code alone
 */
record ZipAes(int keyBytes, int method, boolean hasChecksum) {

    private static final ZipShort FIELD = new ZipShort(0x9901);
    private static final int ITERATIONS = 1000;
    private static final int VERIFIER = 2;
    static final int CODE = 10;

    static ZipAes of(ZipArchiveEntry entry) throws ContentException {
        ZipExtraField field = entry.getExtraField(FIELD);
        byte[] bytes = field == null ? new byte[0] : field.getCentralDirectoryData();
        if (bytes.length < 7 || bytes[4] < 1 || bytes[4] > 3) {
            throw ContentException.unsupported("an encryption that is not known");
        }
        return new ZipAes(8 + 8 * bytes[4], (bytes[5] & 0xff) | ((bytes[6] & 0xff) << 8), bytes[0] == 1);
    }

    /** The bytes under a password, or null if it is a wrong one. */
    @Nullable
    InputStream decrypt(InputStream encrypted, long size, String password) throws IOException {
        byte[] salt = encrypted.readNBytes(keyBytes / 2);
        byte[] verifier = encrypted.readNBytes(VERIFIER);
        byte[] keys = keys(password, salt);
        if (!Arrays.equals(verifier, Arrays.copyOfRange(keys, 2 * keyBytes, keys.length))) {
            return null;
        }
        long content = size - salt.length - VERIFIER - CODE;
        return new ZipAesStream(
                encrypted, content, Arrays.copyOf(keys, keyBytes), Arrays.copyOfRange(keys, keyBytes, 2 * keyBytes));
    }

    private byte[] keys(String password, byte[] salt) throws ContentException {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, (2 * keyBytes + VERIFIER) * 8);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw ContentException.damaged("the encryption is not readable");
        }
    }
}
