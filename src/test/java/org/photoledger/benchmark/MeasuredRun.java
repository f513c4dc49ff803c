package org.photoledger.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.photoledger.testing.SharedFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** One command of the real program through its launcher, watched from outside. */
final class MeasuredRun {

    private static final long PAUSE_MILLIS = 100;
    private static final int SOME_QUARANTINED = 3;

    /** The step after the one that examines. */
    private static final String EXAMINED = "open";

    /**
     * The moment at which a step began.
     *
     * @param cpuMillis of all processes of the run so far
     * @param machineMillis of all processes of the machine so far
     */
    record Mark(String step, long nanos, long cpuMillis, long machineMillis) {}

    /** What lies between two marks, in seconds. */
    record Span(double wall, double cpu, double machine) {

        private static Span between(Mark from, Mark to) {
            return new Span(
                    (to.nanos - from.nanos) / 1e9,
                    (to.cpuMillis - from.cpuMillis) / 1e3,
                    (to.machineMillis - from.machineMillis) / 1e3);
        }
    }

    private final List<Mark> marks = new ArrayList<>();
    private final Map<Long, Long> cpu = new ConcurrentHashMap<>();
    private final Map<Long, Long> memory = new ConcurrentHashMap<>();
    private final @Nullable Sampling sampling;
    private long parent;
    private long cpuMillis;
    private String lastLine = "{}";

    private MeasuredRun(@Nullable Sampling sampling) {
        this.sampling = sampling;
    }

    /** Waits for its end; throws where it is not complete. */
    static MeasuredRun of(Path home, @Nullable Sampling sampling, String... arguments) throws IOException {
        MeasuredRun run = new MeasuredRun(sampling);
        run.perform(home, arguments);
        return run;
    }

    private void perform(Path home, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(SharedFiles.repository().resolve("photoledger").toString());
        command.addAll(Arrays.asList(arguments));
        command.addAll(List.of("--json", "--home", home.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("PHOTOLEDGER_NO_BUILD", "1");
        builder.environment().put("PHOTOLEDGER_JAVA_OPTIONS", sampling == null ? "" : sampling.options());
        long before = ProcFile.childrenCpuMillis();
        Process process = builder.start();
        parent = process.pid();
        mark("start");
        Thread watcher = new Thread(() -> watch(process), "benchmark-watch");
        watcher.start();
        try {
            follow(process);
        } finally {
            join(process, watcher);
        }
        mark("end");
        cpuMillis = ProcFile.childrenCpuMillis() - before;
        if (process.exitValue() != 0 && process.exitValue() != SOME_QUARANTINED) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + process.exitValue());
        }
    }

    private void follow(Process process) throws IOException {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                lastLine = line;
                JsonNode event = new ObjectMapper().readTree(line);
                if (event.path("type").asString("").equals("step")) {
                    look(process);
                    stepBegun(event.get("step").asString());
                }
            }
        }
    }

    private void stepBegun(String step) {
        mark(step);
        if (sampling != null && step.equals(EXAMINED)) {
            sampling.dumpWorkers();
        }
    }

    private void mark(String step) {
        long own = cpu.values().stream().mapToLong(Long::longValue).sum();
        marks.add(new Mark(step, System.nanoTime(), own, ProcFile.machineBusyMillis()));
    }

    private void watch(Process process) {
        try {
            while (process.isAlive()) {
                look(process);
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Process process) {
        seen(process.toHandle());
        process.descendants().forEach(worker -> {
            seen(worker);
            if (sampling != null && isWorker(worker)) {
                sampling.attach(worker.pid());
            }
        });
    }

    /** Not one that is about to become a worker. */
    private static boolean isWorker(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains("org.photoledger.sandbox.WorkerMain")
                && process.info().command().orElse("").endsWith("/java");
    }

    private void seen(ProcessHandle process) {
        cpu.merge(process.pid(), ProcFile.cpuMillis(process.pid()), Math::max);
        memory.merge(process.pid(), ProcFile.mostMemory(process.pid()), Math::max);
    }

    private static void join(Process process, Thread watcher) {
        try {
            process.waitFor();
            watcher.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** CPU seconds of the program and of all that it started, from its start to its end. */
    double cpuSeconds() {
        return cpuMillis / 1e3;
    }

    Span whole() {
        return Span.between(marks.get(0), marks.get(marks.size() - 1));
    }

    /** Names of the steps in their order, and of what comes before the first. */
    List<String> steps() {
        return marks.subList(0, marks.size() - 1).stream().map(Mark::step).toList();
    }

    Span step(String name) {
        int at = steps().indexOf(name);
        return Span.between(marks.get(at), marks.get(at + 1));
    }

    long parentMemory() {
        return memory.getOrDefault(parent, 0L);
    }

    /** Of the worker that took most. */
    long workerMemory() {
        return memory.entrySet().stream()
                .filter(entry -> entry.getKey() != parent)
                .mapToLong(Map.Entry::getValue)
                .max()
                .orElse(0);
    }

    /** A number of the last line that it printed. */
    double number(String member) {
        return new ObjectMapper().readTree(lastLine).path(member).asDouble(0);
    }
}
