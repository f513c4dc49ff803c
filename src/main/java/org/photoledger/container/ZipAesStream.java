package org.photoledger.container;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** AES in counter mode, the counter from 1 and its lowest byte first; at the end 10 bytes of HMAC-SHA1 over what was encrypted. */
final class ZipAesStream extends InputStream {

    private static final int BLOCK = 16;

    private final InputStream encrypted;
    private final Cipher cipher;
    private final Mac mac;
    private final byte[] counter = new byte[BLOCK];
    private byte[] mask = new byte[BLOCK];
    private int used = BLOCK;
    private long left;
    private boolean compared;

    ZipAesStream(InputStream encrypted, long size, byte[] key, byte[] authenticationKey) throws IOException {
        this.encrypted = encrypted;
        left = Math.max(0, size);
        try {
            cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
            mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(authenticationKey, "HmacSHA1"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a JDK without AES", e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left == 0) {
            compare();
            return -1;
        }
        int count = encrypted.read(target, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw ContentException.damaged("cut short");
        }
        mac.update(target, offset, count);
        for (int at = offset; at < offset + count; at++) {
            target[at] ^= nextMask();
        }
        left -= count;
        return count;
    }

    private byte nextMask() {
        if (used == BLOCK) {
            int at = 0;
            while (++counter[at] == 0) {
                at++;
            }
            mask = cipher.update(counter);
            used = 0;
        }
        return mask[used++];
    }

    private void compare() throws IOException {
        if (compared) {
            return;
        }
        compared = true;
        byte[] code = encrypted.readNBytes(ZipAes.CODE);
        if (!Arrays.equals(code, Arrays.copyOf(mac.doFinal(), ZipAes.CODE))) {
            throw ContentException.damaged("authentication code differs");
        }
    }

    /** Nothing: what is behind is still to be compared. */
    @Override
    public void close() {
        // the stream around it is its owner's
    }
}
