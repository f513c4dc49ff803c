package org.photoledger.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs the real program through its launcher on a home of the test's own. */
public final class Photoledger {

    private static final long DEADLINE_SECONDS = 1_200;

    private final Path home;
    private final Path output;
    private volatile @Nullable Process started;

    public Photoledger(Path folder) {
        this(folder.resolve("home"), folder.resolve("output"));
    }

    private Photoledger(Path home, Path output) {
        this.home = home;
        this.output = output;
    }

    /** For commands on the same home while one is at work; what they print is kept in another folder. */
    public Photoledger beside(Path folder) {
        return new Photoledger(home, folder.resolve("output"));
    }

    public Path home() {
        return home;
    }

    /** What a command printed and its exit code. */
    public record Ended(int exitCode, List<String> lines, String errors) {

        public String lastLine() {
            return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        }

        /** A number in the last line, which is JSON. */
        public long number(String member) {
            return new tools.jackson.databind.ObjectMapper()
                    .readTree(lastLine())
                    .get(member)
                    .asLong();
        }
    }

    /**
     * Starts a command in a process group of its own, with --home added; Ctrl-C and hang-up reach it even where the tests
     * themselves run in a background that ignores them.
     */
    public Process start(String... arguments) {
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT,HUP", "setsid"));
        command.add(SharedFiles.repository().resolve("photoledger").toString());
        command.addAll(Arrays.asList(arguments));
        command.addAll(List.of("--home", home.toString()));
        return start(command);
    }

    /** Starts any command line, its output kept for {@link #ended}. */
    public Process start(List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectOutput(output.resolveSibling("stdout").toFile())
                    .redirectError(output.resolveSibling("stderr").toFile());
            // these runs are too short to earn back what the optimizing compiler costs
            builder.environment().putIfAbsent("PHOTOLEDGER_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
            Process process = builder.start();
            started = process;
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Ended run(String... arguments) {
        return ended(start(arguments));
    }

    /** What the command that was started last has printed so far. */
    public String printed() {
        try {
            return Files.readString(output.resolveSibling("stdout"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the command that was started last has printed so; fails where it ends without. */
    public void awaitOutput(String words) {
        try {
            while (!printed().contains(words)) {
                if (hasEnded() && !printed().contains(words)) {
                    throw new IllegalStateException("the program ended and had not printed " + words);
                }
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean hasEnded() {
        Process process = started;
        return process != null && !process.isAlive();
    }

    /** Waits for a command's end. */
    public Ended ended(Process process) {
        try {
            if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the program did not end");
            }
            return new Ended(
                    process.exitValue(),
                    Files.readAllLines(output.resolveSibling("stdout"), StandardCharsets.UTF_8),
                    Files.readString(output.resolveSibling("stderr"), StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The export's files by name; text of all JSON tables. */
    public Map<String, String> export(String... options) {
        Path folder = home.resolveSibling("export-" + System.nanoTime());
        List<String> command = new ArrayList<>(List.of("export", "--format", "jsonl", "-o", folder.toString()));
        command.addAll(Arrays.asList(options));
        Ended ended = run(command.toArray(String[]::new));
        if (ended.exitCode() != 0) {
            throw new IllegalStateException("export failed: " + ended.errors());
        }
        Map<String, String> tables = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                tables.put(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tables;
    }

    /** Worker processes of this home that are alive. */
    public List<ProcessHandle> workers() {
        try (Stream<ProcessHandle> processes = ProcessHandle.allProcesses()) {
            return processes
                    .filter(process -> process.info().commandLine().orElse("").contains(home + "/workers/"))
                    .filter(ProcessHandle::isAlive)
                    .toList();
        }
    }

    /** Sends a signal to a process, or with a negative number to a group. */
    public static void signal(String name, long process) {
        try {
            new ProcessBuilder("kill", "-" + name, "--", Long.toString(process))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
