package org.photoledger.benchmark.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.photoledger.testing.SharedFiles;

/** Measures the kernels by JMH and prints its table; as CSV in {@code target/benchmark/kernels.csv}. */
class KernelBenchmarkIT {

    private static final int WARM_UP = 3;
    private static final int ROUNDS = 5;

    @Test
    void theKernelsAreMeasured() throws IOException, RunnerException {
        Path results = Files.createDirectories(SharedFiles.repository().resolve("target/benchmark"));
        Runner runner = new Runner(new OptionsBuilder()
                .include(getClass().getPackageName())
                .jvmArgs("-Xmx512m", "-XX:+UseSerialGC")
                .forks(1)
                .warmupIterations(WARM_UP)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(ROUNDS)
                .measurementTime(TimeValue.seconds(1))
                .resultFormat(ResultFormatType.CSV)
                .result(results.resolve("kernels.csv").toString())
                .build());
        assertThat(runner.run()).isNotEmpty();
    }
}
