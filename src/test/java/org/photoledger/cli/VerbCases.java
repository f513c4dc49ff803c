package org.photoledger.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;

/** A command line for each verb that there is, on a home with a few runs. */
final class VerbCases {

    /** Words in angles are put in by the test: a source, a digest, and a name that no file has yet. */
    private static final Map<String, String> ARGUMENTS = new TreeMap<>(Map.ofEntries(
            Map.entry("import", "<source> --text off"),
            Map.entry("resume", ""),
            Map.entry("retry", "1 --part hash"),
            Map.entry("stop", ""),
            Map.entry("runs", ""),
            Map.entry("status", ""),
            Map.entry("files", "1"),
            Map.entry("report", "1 --format json -o <new>"),
            Map.entry("compare", "1 2"),
            Map.entry("show", "<digest>"),
            Map.entry("duplicates list", ""),
            Map.entry("duplicates show", "<digest>"),
            Map.entry("export", "-o <new>"),
            Map.entry("verify", ""),
            Map.entry("rebuild", ""),
            Map.entry("backup", "<new>"),
            Map.entry("compact", ""),
            Map.entry("doctor", ""),
            Map.entry("init", ""),
            Map.entry("config", "show"),
            Map.entry("completion", "bash"),
            Map.entry("version", "")));

    private VerbCases() {}

    /** Every verb of the program's own model, one with verbs of its own by those. */
    static List<String> verbs() {
        List<String> verbs = new ArrayList<>();
        collect(Main.commandLine(), "", verbs);
        return verbs;
    }

    private static void collect(CommandLine command, String words, List<String> verbs) {
        command.getSubcommands().forEach((name, below) -> {
            if (below.getSubcommands().isEmpty()) {
                verbs.add(words + name);
            } else {
                collect(below, words + name + " ", verbs);
            }
        });
    }

    /** Those that no case is there for: a new verb wants one. */
    static List<String> withoutCase() {
        return verbs().stream().filter(verb -> !ARGUMENTS.containsKey(verb)).toList();
    }

    static List<String> of(String verb, Path source, String digest, Path unused) {
        String line = verb + " " + ARGUMENTS.getOrDefault(verb, "");
        return Arrays.stream(line.strip().split(" +", -1))
                .map(word -> switch (word) {
                    case "<source>" -> source.toString();
                    case "<digest>" -> digest;
                    case "<new>" -> unused.toString();
                    default -> word;
                })
                .toList();
    }
}
