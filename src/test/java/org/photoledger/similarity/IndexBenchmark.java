package org.photoledger.similarity;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * Prints what the index costs in CPU seconds and bytes, all in one run, one thread: {@code IndexBenchmark}. The hashes are
 * random ones of 128 set bits, a quarter of them copies of earlier ones in any turn, some equal and some low.
 */
public final class IndexBenchmark {

    private static final int RADIUS = PerceptualHash.NEAR;
    private static final int COPIES = 25;
    private static final int MILLION = 1_000_000;
    private static final int SAMPLE = 2000;
    private static final int BRUTE_SAMPLE = 200;

    private long pairs;

    private IndexBenchmark() {}

    public static void main(String[] arguments) {
        IndexBenchmark benchmark = new IndexBenchmark();
        benchmark.smallArchive(20_000);
        System.out.println("(that was to warm up)");
        benchmark.smallArchive(55_000);
        benchmark.largeArchive();
    }

    private void smallArchive(int count) {
        long[] words = DrawnHashes.of(count, COPIES, 1);
        double start = cpuSeconds();
        HashIndex index = HashIndex.of(words, RADIUS);
        double built = cpuSeconds();
        pairs = 0;
        for (int at = 0; at < count; at++) {
            allTurns(index, words, at);
        }
        double end = cpuSeconds();
        print(
                "all pairs of %,d, eight turns: %.2f CPU-s, of them %.2f to build; %,d hits",
                count, end - start, built - start, pairs);
    }

    private void largeArchive() {
        long[] words = DrawnHashes.of(MILLION, COPIES, 2);
        long before = usedMemory();
        double start = cpuSeconds();
        HashIndex index = HashIndex.of(words, RADIUS);
        double built = cpuSeconds();
        pairs = 0;
        for (int at = MILLION - SAMPLE; at < MILLION; at++) {
            allTurns(index, words, at);
        }
        double end = cpuSeconds();
        print(
                "2,000 new against a million, eight turns: %.2f CPU-s, of them %.2f to build; %,d hits",
                end - start, built - start, pairs);
        long bytes = usedMemory() - before + 8L * words.length;
        print("memory for a million: %,d MB, of them %,d MB hashes", bytes / MILLION, 8L * words.length / MILLION);
        compared(index, words);
    }

    /** All pairs of a million in one turn, from samples spread evenly over the million. */
    private void compared(HashIndex index, long[] words) {
        pairs = 0;
        double start = cpuSeconds();
        for (int at = 0; at < MILLION; at += MILLION / SAMPLE) {
            index.near(DrawnHashes.at(words, at), at, this::count);
        }
        double searched = (cpuSeconds() - start) * MILLION / SAMPLE;
        double startBrute = cpuSeconds();
        for (int at = 0; at < MILLION; at += MILLION / BRUTE_SAMPLE) {
            BruteForce.near(words, DrawnHashes.at(words, at), RADIUS, at, this::count);
        }
        double brute = (cpuSeconds() - startBrute) * MILLION / BRUTE_SAMPLE;
        print(
                "all pairs of a million, one turn, from samples: index %.0f CPU-s, every hash looked at %.0f CPU-s, ratio %.1f",
                searched, brute, brute / searched);
    }

    private void allTurns(HashIndex index, long[] words, int at) {
        long[] query = DrawnHashes.at(words, at);
        for (int turn = 1; turn <= TurnedBits.TURNS; turn++) {
            index.near(TurnedBits.turned(query, turn), at, this::count);
        }
    }

    private boolean count(int position, int distance) {
        pairs++;
        return true;
    }

    private static double cpuSeconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }

    private static long usedMemory() {
        for (int round = 0; round < 3; round++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
