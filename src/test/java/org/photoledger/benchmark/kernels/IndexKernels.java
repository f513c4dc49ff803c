package org.photoledger.benchmark.kernels;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.photoledger.similarity.HashIndex;
import org.photoledger.similarity.PerceptualHash;

/** The index of as many hashes as a Caesar file has photos, all of them random. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class IndexKernels {

    private static final int HASHES = 55_000;
    private static final int WORDS = 4;

    private final long[] words = new Random(1).longs((long) WORDS * HASHES).toArray();
    private final HashIndex index = HashIndex.of(words, PerceptualHash.NEAR);
    private int next;

    @Benchmark
    public HashIndex build() {
        return HashIndex.of(words, PerceptualHash.NEAR);
    }

    /** One hash in one turn among all. */
    @Benchmark
    public int search() {
        next = (next + 1) % HASHES;
        long[] query = java.util.Arrays.copyOfRange(words, WORDS * next, WORDS * next + WORDS);
        int[] hits = {0};
        index.near(query, HASHES, (position, distance) -> {
            hits[0]++;
            return true;
        });
        return hits[0];
    }
}
