package org.photoledger.identifier;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One rule. Patterns are those of RE2 (Cox, "Regular Expression Matching in the Wild", 2010): the time to match grows with
 * the length of the text, never faster, whatever pattern meets whatever text; nothing recurses.
 *
 * @param except what must not be found in a match
 */
record IdentifierRule(
        String name,
        String identifier,
        Set<Place> places,
        Pattern pattern,
        @Nullable Pattern except,
        RuleValue value) {

    /** Most values taken from one path or text. */
    static final int VALUES = 50;

    /** Longest value, in characters. */
    static final int VALUE_CHARS = 200;

    /** Most matches looked at in one name or text; those that cut a number or give no date count too. */
    static final int MATCHES = 1_000;

    /** A value, and from where to where it stands in the original. */
    record Match(String value, int from, int to) {}

    /** What was found, and whether a limit ended the looking. */
    record Matches(List<Match> found, boolean limited) {}

    Matches in(Map<Place, List<FoldedText>> texts) {
        List<Match> found = new ArrayList<>();
        boolean limited = false;
        for (Place place : places) {
            for (FoldedText text : texts.getOrDefault(place, List.of())) {
                limited |= look(text, found);
            }
        }
        return new Matches(found, limited);
    }

    /** Adds what is found; whether a limit was met. */
    private boolean look(FoldedText text, List<Match> found) {
        Matcher matcher = pattern.matcher(text.text());
        boolean limited = false;
        int from = 0;
        for (int tried = 0; from <= text.text().length() && matcher.find(from); tried++) {
            if (tried == MATCHES || found.size() == VALUES) {
                return true;
            }
            boolean cuts = text.cutsAt(matcher.start()) || text.cutsAt(matcher.end());
            Match match = cuts ? null : match(text, matcher);
            if (match != null && match.value().length() <= VALUE_CHARS) {
                found.add(match);
            }
            limited |= match != null && match.value().length() > VALUE_CHARS;
            from = match == null ? text.runEnd(matcher.start()) : Math.max(matcher.end(), matcher.start() + 1);
        }
        return limited;
    }

    private @Nullable Match match(FoldedText text, Matcher matcher) {
        if (except != null && except.matcher(matcher.group()).find()) {
            return null;
        }
        int from = value.groups().isEmpty() ? matcher.start() : Integer.MAX_VALUE;
        int to = value.groups().isEmpty() ? matcher.end() : 0;
        for (String group : value.groups()) {
            if (matcher.start(group) < 0) {
                return null;
            }
            from = Math.min(from, matcher.start(group));
            to = Math.max(to, matcher.end(group));
        }
        String normalized = from < to ? value.of(matcher) : null;
        return normalized == null ? null : new Match(normalized, text.originalStart(from), text.originalEnd(to));
    }

    /** All that it means, for a digest. */
    String meaning() {
        List<String> words = places.stream().map(Place::word).sorted().toList();
        return String.join("\0", name, identifier, words.toString(), pattern.pattern(), String.valueOf(except))
                + '\0'
                + value;
    }
}
