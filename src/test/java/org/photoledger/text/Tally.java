package org.photoledger.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How often the truth of one evaluation set was read, how often its script was told, and what was accepted. */
final class Tally {

    private final String name;
    private int lines;
    private int read;
    private int scripts;
    private int exact;
    private int acceptedLines;
    private int acceptedRegions;
    private int wrongRegions;
    private int edits;
    private int characters;
    private final Map<String, Integer> misses = new TreeMap<>();

    Tally(String name) {
        this.name = name;
    }

    int exact() {
        return exact;
    }

    int acceptedRegions() {
        return acceptedRegions;
    }

    int wrongRegions() {
        return wrongRegions;
    }

    /** One line of the set and the readings of each region that lies on it, the regions from left to right. */
    void line(String truth, List<List<Reading>> regions, String font) {
        lines++;
        List<Reading> readings = regions.stream().flatMap(List::stream).toList();
        boolean found = readings.stream().anyMatch(reading -> same(reading, truth));
        exact += found ? 1 : 0;
        if (!found) {
            misses.merge(font, 1, Integer::sum);
        }
        acceptedLines += readings.stream().anyMatch(Reading::accepted) ? 1 : 0;
        if (!readings.isEmpty()) {
            read++;
            scripts += readings.get(0).script() == Script.of(truth) ? 1 : 0;
        }
        StringBuilder text = new StringBuilder();
        regions.stream().filter(region -> !region.isEmpty()).forEach(region -> text.append(plain(region.get(0))));
        edits += Math.min(
                Edits.between(normalized(truth), text.toString()),
                normalized(truth).length());
        characters += normalized(truth).length();
        regions.forEach(region -> region(region, truth));
    }

    /** A region of a photo and the text it should give; empty where no text stands. */
    void region(List<Reading> readings, String truth) {
        List<Reading> accepted = readings.stream().filter(Reading::accepted).toList();
        acceptedRegions += accepted.isEmpty() ? 0 : 1;
        wrongRegions += accepted.stream().allMatch(reading -> same(reading, truth) || isWordOf(reading, truth)) ? 0 : 1;
    }

    /** A detector may part a line of words between them: a whole word of it is no wrong reading. */
    private static boolean isWordOf(Reading reading, String truth) {
        return Script.of(truth) == Script.LATIN
                && List.of(truth.split(" ", -1)).contains(reading.raw().strip());
    }

    private static boolean same(Reading reading, String truth) {
        return plain(reading).equals(normalized(truth));
    }

    private static String plain(Reading reading) {
        return reading.normalized().replace(" ", "");
    }

    private static String normalized(String truth) {
        return Normalization.ofVisual(truth).replace(" ", "");
    }

    static String heading() {
        return "| set | lines | exact | script right | characters wrong | accepted | wrong of accepted | misses by font |\n"
                + "|---|---|---|---|---|---|---|---|";
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f %% | %.1f %% | %.1f %% | %.1f %% | %d of %d | %s |",
                name,
                lines,
                100.0 * exact / lines,
                read == 0 ? 0 : 100.0 * scripts / read,
                100.0 * edits / characters,
                100.0 * acceptedLines / lines,
                wrongRegions,
                acceptedRegions,
                misses);
    }
}
