package org.photoledger.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.photoledger.store.ChangedOutcome;
import org.photoledger.store.OutcomeCount;
import org.photoledger.store.RunFileReader;

/**
 * What differs between two runs, of one source or of two.
 *
 * @param counts of the books, all of them
 * @param outcomes numbers of files by outcome and reason that differ
 * @param inBoth paths that both runs took up
 * @param files those of them that ended otherwise, or with other bytes
 * @param facts versions, settings and parameters that differ
 */
public record RunComparison(
        List<Numbers> counts,
        List<OutcomeNumbers> outcomes,
        long inBoth,
        List<ChangedOutcome> files,
        List<Facts> facts) {

    private static final List<String> FACTS = List.of(
            "source",
            "sourceRoot",
            "status",
            "softwareVersion",
            "settingsDigest",
            "parameters",
            "textEngines",
            "perceptualHashAlgorithm",
            "likenessRules",
            "database",
            "java",
            "operatingSystem",
            "workers",
            "workersConfined");

    /** A number in each of the runs. */
    public record Numbers(String name, long was, long became) {}

    /** Files of one outcome and reason in each of the runs. */
    public record OutcomeNumbers(String outcome, @Nullable String reason, long was, long became) {}

    /** A fact about each of the runs; null where a run does not tell it. */
    public record Facts(
            String name, @Nullable String was, @Nullable String became) {}

    /** Compares two runs. */
    public static RunComparison of(RunOutline one, RunOutline other, RunFileReader files) {
        return new RunComparison(
                counts(one, other),
                outcomes(one, other),
                files.inBoth(one.run(), other.run()),
                files.changed(one.run(), other.run()),
                facts(one, other));
    }

    private static List<Numbers> counts(RunOutline one, RunOutline other) {
        Map<String, Long> became = other.books().counts().byName();
        return one.books().counts().byName().entrySet().stream()
                .map(count -> new Numbers(count.getKey(), count.getValue(), became.getOrDefault(count.getKey(), 0L)))
                .toList();
    }

    private static List<OutcomeNumbers> outcomes(RunOutline one, RunOutline other) {
        Map<String, OutcomeNumbers> numbers = new TreeMap<>();
        for (OutcomeCount files : one.books().outcomes()) {
            numbers.put(key(files), new OutcomeNumbers(files.outcome(), files.reason(), files.files(), 0));
        }
        for (OutcomeCount files : other.books().outcomes()) {
            OutcomeNumbers was = numbers.get(key(files));
            numbers.put(
                    key(files),
                    new OutcomeNumbers(files.outcome(), files.reason(), was == null ? 0 : was.was(), files.files()));
        }
        return numbers.values().stream()
                .filter(outcome -> outcome.was() != outcome.became())
                .toList();
    }

    private static String key(OutcomeCount files) {
        return files.outcome() + " " + Objects.requireNonNullElse(files.reason(), "");
    }

    private static List<Facts> facts(RunOutline one, RunOutline other) {
        List<Facts> facts = new ArrayList<>();
        for (String name : FACTS) {
            facts.add(new Facts(
                    name, text(one.facts().get(name)), text(other.facts().get(name))));
        }
        settings(facts, one.facts().get(RunReport.SETTINGS), other.facts().get(RunReport.SETTINGS));
        facts.add(libraries(items(one), items(other)));
        return facts.stream()
                .filter(fact -> !Objects.equals(fact.was(), fact.became()))
                .toList();
    }

    /** Each under its key; runs of earlier releases kept only their digest. */
    private static void settings(List<Facts> facts, @Nullable Object was, @Nullable Object became) {
        if (was instanceof Map<?, ?> one && became instanceof Map<?, ?> other) {
            Set<String> keys = new TreeSet<>();
            one.keySet().forEach(key -> keys.add(String.valueOf(key)));
            other.keySet().forEach(key -> keys.add(String.valueOf(key)));
            keys.forEach(key -> facts.add(new Facts(key, text(one.get(key)), text(other.get(key)))));
        }
    }

    /** Only those that the other run had not. */
    private static Facts libraries(Set<String> was, Set<String> became) {
        return new Facts("libraries", only(was, became), only(became, was));
    }

    private static String only(Set<String> these, Set<String> others) {
        return these.stream().filter(name -> !others.contains(name)).collect(Collectors.joining(", "));
    }

    private static Set<String> items(RunOutline report) {
        Set<String> items = new TreeSet<>();
        if (report.facts().get("libraries") instanceof Collection<?> libraries) {
            libraries.forEach(library -> items.add(String.valueOf(library)));
        }
        return items;
    }

    private static @Nullable String text(@Nullable Object fact) {
        return fact == null ? null : fact.toString();
    }
}
