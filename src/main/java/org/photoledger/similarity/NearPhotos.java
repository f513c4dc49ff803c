package org.photoledger.similarity;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the photos near one among many, each known by its place: by the hash of the whole, or by that of what is inside a
 * border. Photos of one hash are not told to one another: they are a group, whatever its size. For one thread.
 */
public final class NearPhotos {

    private static final int WORDS = TurnedBits.WORDS;

    private final HashIndex index;
    private final long[] words;
    private final int[] photoOf;
    private final int[] firstOf;
    private final boolean[] detailed;
    private final int[] toldIn;

    private int[] found = new int[16];
    private int count;
    private int searches;

    private NearPhotos(Builder photos) {
        this.words = Arrays.copyOf(photos.words, WORDS * photos.entries);
        this.photoOf = Arrays.copyOf(photos.photoOf, photos.entries);
        this.detailed = Arrays.copyOf(photos.detailed, photos.entries);
        this.firstOf = new int[photos.size + 1];
        for (int entry = photos.entries - 1; entry >= 0; entry--) {
            firstOf[photoOf[entry]] = entry;
        }
        firstOf[photos.size] = photos.entries;
        this.toldIn = new int[photos.size];
        this.index = HashIndex.of(words, PerceptualHash.NEAR);
    }

    /** Takes photos in the order of their places. */
    public static final class Builder {

        private long[] words = new long[WORDS * 16];
        private int[] photoOf = new int[16];
        private boolean[] detailed = new boolean[16];
        private int entries;
        private int size;

        /** The next photo; inside a border only what has detail is compared. */
        public void add(PerceptualHash hash, @Nullable PerceptualHash trimmedHash) {
            addEntry(hash);
            if (trimmedHash != null && trimmedHash.detailed()) {
                addEntry(trimmedHash);
            }
            size++;
        }

        private void addEntry(PerceptualHash hash) {
            if (entries == photoOf.length) {
                int longer = entries + (entries >> 1);
                words = Arrays.copyOf(words, WORDS * longer);
                photoOf = Arrays.copyOf(photoOf, longer);
                detailed = Arrays.copyOf(detailed, longer);
            }
            System.arraycopy(hash.words(), 0, words, WORDS * entries, WORDS);
            photoOf[entries] = size;
            detailed[entries] = hash.detailed();
            entries++;
        }

        public NearPhotos build() {
            return new NearPhotos(this);
        }
    }

    /** How many photos there are. */
    public int size() {
        return toldIn.length;
    }

    /** The places, all below this one, of the photos near the one there: each once, in no particular order. */
    public int[] before(int place) {
        count = 0;
        searches++;
        for (int entry = firstOf[place]; entry < firstOf[place + 1]; entry++) {
            search(place, entry);
        }
        return Arrays.copyOf(found, count);
    }

    private void search(int place, int entry) {
        long[] query = Arrays.copyOfRange(words, WORDS * entry, WORDS * entry + WORDS);
        for (int turn = 1; turn <= TurnedBits.TURNS; turn++) {
            index.near(TurnedBits.turned(query, turn), firstOf[place], (hit, distance) -> {
                take(place, entry, hit);
                return true;
            });
        }
    }

    private void take(int place, int entry, int hit) {
        int other = photoOf[hit];
        if (toldIn[other] != searches && comparable(place, entry, other, hit) && !ofOneHash(place, other)) {
            toldIn[other] = searches;
            if (count == found.length) {
                found = Arrays.copyOf(found, 2 * count);
            }
            found[count++] = other;
        }
    }

    private boolean comparable(int place, int entry, int other, int hit) {
        boolean wholes = entry == firstOf[place] && hit == firstOf[other];
        return wholes || (detailed[entry] && detailed[hit]);
    }

    private boolean ofOneHash(int place, int other) {
        int one = WORDS * firstOf[place];
        int two = WORDS * firstOf[other];
        return Arrays.equals(words, one, one + WORDS, words, two, two + WORDS);
    }
}
