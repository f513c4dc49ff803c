package org.photoledger.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a worker process is started through so that it can do less than its parent, as far as this system allows: with a
 * lower priority, without new privileges, without a network. Each is tried once, with a program that does nothing.
 *
 * @param command words before the worker's own command
 * @param applied what is in force and what is not, to be told
 */
public record Confinement(List<String> command, String applied) {

    private static final int PATIENCE_SECONDS = 5;
    private static final List<Path> PROGRAMS = List.of(Path.of("/usr/bin"), Path.of("/bin"));
    private static final List<Measure> MEASURES = List.of(
            new Measure("lower priority", List.of(List.of("nice", "-n", "5"))),
            new Measure("no new privileges", List.of(List.of("setpriv", "--no-new-privs"))),
            // a user of its own where a plain one may not leave the network
            new Measure("no network", List.of(List.of("unshare", "--net"), List.of("unshare", "--user", "--net"))));

    /** Ways to one end, the first that works is taken. */
    private record Measure(String name, List<List<String>> ways) {}

    private static final class OfThisSystem {
        static final Confinement FOUND = found(MEASURES);
    }

    /** What this system allows; found out once in a process. */
    public static Confinement ofThisSystem() {
        return OfThisSystem.FOUND;
    }

    /** Switched off by a setting. */
    public static Confinement off() {
        return new Confinement(List.of(), "off (photoledger.workers.confine)");
    }

    private static Confinement found(List<Measure> measures) {
        List<String> command = new ArrayList<>();
        List<String> applied = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Measure measure : measures) {
            List<String> more = measure.ways.stream()
                    .map(way -> added(command, way))
                    .filter(Confinement::works)
                    .findFirst()
                    .orElse(List.of());
            (more.isEmpty() ? refused : applied).add(measure.name);
            if (!more.isEmpty()) {
                command.clear();
                command.addAll(more);
            }
        }
        return new Confinement(List.copyOf(command), told(applied, refused));
    }

    private static String told(List<String> applied, List<String> refused) {
        String good = applied.isEmpty() ? "nothing" : String.join(", ", applied);
        return refused.isEmpty() ? good : good + "; not allowed here: " + String.join(", ", refused);
    }

    private static List<String> added(List<String> command, List<String> way) {
        Path program = program(way.get(0));
        return program == null
                ? List.of()
                : Stream.of(command, List.of(program.toString()), way.subList(1, way.size()))
                        .flatMap(List::stream)
                        .toList();
    }

    private static @Nullable Path program(String name) {
        return PROGRAMS.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    private static boolean works(List<String> command) {
        Path nothing = program("true");
        if (command.isEmpty() || nothing == null) {
            return false;
        }
        List<String> words = new ArrayList<>(command);
        words.add(nothing.toString());
        try {
            Process process = new ProcessBuilder(words)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // as good as refused
        }
        return false;
    }
}
