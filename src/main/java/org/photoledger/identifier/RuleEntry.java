package org.photoledger.identifier;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.photoledger.identifier.RuleValue.Day;
import org.photoledger.identifier.RuleValue.Template;

/** One entry of a rules file on its way to a rule. */
final class RuleEntry {

    static final String KEYS = "name, identifier, in, pattern, value, kind, except";

    private static final Set<String> KNOWN = Set.of(KEYS.split(", ", -1));
    private static final String PLACES =
            Arrays.stream(Place.values()).map(Place::word).collect(Collectors.joining(", "));
    private static final String NAME = "[a-z][a-z0-9-]{0,59}";
    private static final int PATTERN_CHARS = 2_000;

    /** RE2 writes a counted repetition out, nested ones multiplied; this much costs some 10 MB. */
    private static final long COPIES = 100_000;

    private static final java.util.regex.Pattern COUNT = java.util.regex.Pattern.compile("\\{(?:\\d*,)?(\\d{1,9}),?}");

    private final Map<?, ?> entry;
    private final String called;
    private final PatternParts parts;

    RuleEntry(Map<?, ?> entry, int number, PatternParts parts) {
        this.entry = entry;
        this.parts = parts;
        this.called =
                entry.get("name") instanceof String name ? "Identifier rule " + name : "Identifier rule " + number;
    }

    IdentifierRule rule() {
        for (Object key : entry.keySet()) {
            require(
                    key instanceof String && KNOWN.contains(key),
                    "has an unknown key \"" + key + "\"; known are " + KEYS);
        }
        Pattern pattern = pattern("pattern", needed("pattern", "a regular expression"));
        RuleValue value = value();
        for (String group : value.groups()) {
            require(
                    pattern.namedGroups().containsKey(group),
                    "has no group \"" + group + "\" in its pattern; put (?<" + group
                            + ">...) around what it stands for");
        }
        String except = text("except");
        return new IdentifierRule(
                word("name", "a name of its own such as branch-folder"),
                word("identifier", "the name of what it identifies such as branch"),
                places(),
                pattern,
                except == null ? null : pattern("except", except),
                value);
    }

    private RuleValue value() {
        String kind = text("kind");
        String value = text("value");
        require(
                kind == null || kind.equals("date"),
                "has the kind \"" + kind + "\"; the only kind is date, or leave it out");
        require(
                kind == null || value == null,
                "has a value beside kind: date; a date is made of year, month and day, so take value out");
        return kind != null ? new Day() : Template.of(value == null ? "{value}" : value);
    }

    private Set<Place> places() {
        Object in = entry.get("in");
        List<?> words = in instanceof List<?> list ? list : in == null ? List.of() : List.of(in);
        Set<Place> places = EnumSet.noneOf(Place.class);
        for (Object word : words) {
            places.add(place(word));
        }
        require(!places.isEmpty(), "does not say where it looks; give it in: with some of " + PLACES);
        return places;
    }

    private Place place(Object word) {
        for (Place place : Place.values()) {
            if (place.word().equals(word)) {
                return place;
            }
        }
        throw refused("looks in \"" + word + "\", which is no place; known are " + PLACES);
    }

    /** Case never matters, and lines have ends of their own. */
    private Pattern pattern(String key, String written) {
        String missing = parts.missing(written);
        require(
                missing == null,
                "uses {" + missing + "} in its " + key + ", which is not among the parts; add it there");
        String expression = parts.putInto(written);
        require(
                expression.length() <= PATTERN_CHARS && copies(expression) <= COPIES,
                "has a " + key + " that is too large; write less than " + PATTERN_CHARS
                        + " characters and smaller repetitions");
        try {
            return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
        } catch (PatternSyntaxException e) {
            throw refused("has a " + key + " that is no regular expression in RE2 syntax (" + e.getDescription() + ": "
                    + e.getPattern() + "); correct it, without look-around and back-references");
        }
    }

    private static long copies(String expression) {
        long copies = 1;
        Matcher counts = COUNT.matcher(expression);
        while (counts.find() && copies <= COPIES) {
            copies *= Math.max(1, Long.parseLong(counts.group(1)));
        }
        return copies;
    }

    private String word(String key, String what) {
        String word = needed(key, what);
        require(
                word.matches(NAME),
                "has the " + key + " \"" + word + "\"; write lower-case letters a to z, digits and hyphens");
        return word;
    }

    private String needed(String key, String what) {
        String text = text(key);
        if (text == null) {
            throw refused("has no " + key + "; give it " + what);
        }
        return text;
    }

    private @Nullable String text(String key) {
        Object value = entry.get(key);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw refused("has a " + key + " that is no text; put it in quotes");
    }

    private void require(boolean right, String otherwise) {
        if (!right) {
            throw refused(otherwise);
        }
    }

    private IdentifierRulesException refused(String what) {
        return new IdentifierRulesException(called + " " + what + ".");
    }
}
