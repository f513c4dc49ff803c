package org.photoledger.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The {@link Floor} of a folder, run with the Java options of a worker.
 *
 * @param decode CPU milliseconds per file
 * @param detect CPU milliseconds per file
 * @param process CPU milliseconds per file of the whole process, start and compiling included
 */
record MeasuredFloor(double decode, double detect, double process) {

    static MeasuredFloor of(Path folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-Djava.awt.headless=true",
                        Floor.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        // over 4 KiB on the command line crash ONNX Runtime
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = builder.start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        // its CPU time must not be taken for that of what is measured next
        process.onExit().join();
        double[] numbers = java.util.Arrays.stream(told.strip().split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new MeasuredFloor(numbers[1] / numbers[0], numbers[2] / numbers[0], numbers[3] / numbers[0]);
    }
}
