package org.photoledger.benchmark;

import java.util.Arrays;
import java.util.Random;

/** What becomes of a file on a bad disk: cut short, or some of its bytes changed. */
final class Damage {

    private static final int FLIPS = 12;

    private Damage() {}

    static byte[] done(byte[] file, int number, Random random) {
        return number / 100 % 2 == 0
                ? Arrays.copyOf(file, file.length / 4 + random.nextInt(file.length / 2))
                : flipped(file, random);
    }

    private static byte[] flipped(byte[] file, Random random) {
        byte[] flipped = file.clone();
        for (int flip = 0; flip < FLIPS; flip++) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }
}
