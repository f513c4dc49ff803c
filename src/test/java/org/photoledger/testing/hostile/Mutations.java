package org.photoledger.testing.hostile;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;

/** Damage by chance: the same seed makes the same files. */
public final class Mutations {

    private static final int[] EXTREMES = {0, 1, -1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000};
    private static final int KINDS = 8;
    private static final int PNG_HEAD = 8;

    private final Random random;
    private final List<byte[]> bases;

    private Mutations(long seed, List<byte[]> bases) {
        this.random = new Random(seed);
        this.bases = bases;
    }

    /** So many of each base file, in a folder for each hundred. */
    static List<HostileFile> of(Map<String, byte[]> bases, int each, long seed) {
        Mutations mutations = new Mutations(seed, List.copyOf(bases.values()));
        List<HostileFile> files = new ArrayList<>();
        bases.forEach((name, content) -> {
            for (int at = 0; at < each; at++) {
                String path = String.format(Locale.ROOT, "mutated/%s/%02d/%05d-%s", name, at / 100, at, name);
                files.add(HostileFile.of(path, mutations.mutated(name, content)));
            }
        });
        return files;
    }

    private byte[] mutated(String name, byte[] content) {
        byte[] bytes = content.clone();
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            bytes = once(bytes);
        }
        // with right checksums half of the damage gets past the first look
        return name.endsWith(".png") && random.nextBoolean() ? withChecksums(bytes) : bytes;
    }

    private byte[] once(byte[] bytes) {
        if (bytes.length < 16) {
            return bytes;
        }
        // most of what readers believe stands at the beginning and, of archives, at the end
        int at = switch (random.nextInt(4)) {
            case 0 -> random.nextInt(bytes.length);
            case 1 -> bytes.length - 1 - random.nextInt(Math.min(bytes.length, 100));
            default -> random.nextInt(Math.min(bytes.length, 512));
        };
        int length = 1 + random.nextInt(Math.min(bytes.length - at, 64));
        return switch (random.nextInt(KINDS)) {
            case 0, 1 -> flipped(bytes, at);
            case 2 -> number(bytes, at);
            case 3 -> replaced(bytes, at, length, new byte[0]);
            case 4 -> replaced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
            case 5 -> replaced(bytes, at, length, noise(length));
            case 6 -> replaced(bytes, at, 0, piece(length));
            default ->
                random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : replaced(bytes, at, length, new byte[length]);
        };
    }

    private byte[] flipped(byte[] bytes, int at) {
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    private byte[] number(byte[] bytes, int at) {
        int width = 1 << random.nextInt(3);
        int value = EXTREMES[random.nextInt(EXTREMES.length)];
        boolean little = random.nextBoolean();
        for (int digit = 0; digit < width && at + digit < bytes.length; digit++) {
            bytes[at + digit] = (byte) (value >>> (8 * (little ? digit : width - 1 - digit)));
        }
        return bytes;
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    /** Of another base file. */
    private byte[] piece(int length) {
        byte[] other = bases.get(random.nextInt(bases.size()));
        int at = random.nextInt(Math.max(1, other.length - length));
        return Arrays.copyOfRange(other, at, Math.min(other.length, at + length));
    }

    private static byte[] replaced(byte[] bytes, int at, int length, byte[] by) {
        byte[] out = new byte[bytes.length - length + by.length];
        System.arraycopy(bytes, 0, out, 0, at);
        System.arraycopy(by, 0, out, at, by.length);
        System.arraycopy(bytes, at + length, out, at + by.length, bytes.length - at - length);
        return out;
    }

    private static byte[] withChecksums(byte[] png) {
        ByteBuffer bytes = ByteBuffer.wrap(png);
        int at = PNG_HEAD;
        while (at + 12 <= png.length) {
            int length = bytes.getInt(at);
            if (length < 0 || length > png.length - at - 12) {
                break;
            }
            CRC32 crc = new CRC32();
            crc.update(png, at + 4, 4 + length);
            bytes.putInt(at + 8 + length, (int) crc.getValue());
            at += 12 + length;
        }
        return png;
    }
}
