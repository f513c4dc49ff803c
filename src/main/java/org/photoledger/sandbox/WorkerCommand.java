package org.photoledger.sandbox;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The command line of a worker process: our own Java, our own class path, a bounded heap, and nothing of our environment. */
record WorkerCommand(WorkerSettings settings, String mainClass) {

    ProcessBuilder in(Path folder) {
        List<String> command = new ArrayList<>(settings.confinement().command());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.heapMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                // a crash banner on standard output would be read as a frame
                "-XX:+DisplayVMOutputToStderr",
                "-XX:-UsePerfData",
                "-XX:ErrorFile=" + folder.resolve("crash.log"),
                "-Djava.io.tmpdir=" + folder,
                "-Djava.awt.headless=true",
                // what libraries log is not kept, and setting up Logback took half of a worker's start
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                "-Dslf4j.internal.verbosity=WARN",
                "-Dfile.encoding=UTF-8",
                "-Dorg.apache.commons.imaging.common.Allocator=67108864",
                mainClass));
        command.addAll(WorkerArguments.numbers(settings.examination()));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C.UTF-8");
        WorkerArguments.paths(settings.examination(), builder.environment());
        // not on the command line: over 4 KiB of that crash ONNX Runtime 1.29.0 at its start
        builder.environment().put("CLASSPATH", classPath());
        return builder;
    }

    private static String classPath() {
        String own = System.getProperty("java.class.path");
        return Arrays.stream(own.split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
