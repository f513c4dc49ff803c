package org.photoledger.identifier;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Pieces of patterns that several rules share, by the names under which patterns use them: <code>{day}</code>. */
record PatternParts(Map<String, String> pieces) {

    /** Not the braces of a character class or of a character's number. */
    private static final Pattern USE = Pattern.compile("(?<!\\\\[pPx])\\{([a-z][a-z0-9-]*)}");

    static PatternParts of(@Nullable Object entries) {
        if (entries != null && !(entries instanceof Map<?, ?>)) {
            throw new IdentifierRulesException(
                    "The parts of the identifier rules are no set of names and patterns; give each a line \"name: 'pattern'\".");
        }
        Map<String, String> pieces = new TreeMap<>();
        if (entries instanceof Map<?, ?> map) {
            map.forEach((name, piece) -> pieces.put(name(name), piece(name, piece)));
        }
        return new PatternParts(pieces);
    }

    private static String name(@Nullable Object name) {
        if (name instanceof String word && word.matches("[a-z][a-z0-9-]*")) {
            return word;
        }
        throw new IdentifierRulesException(
                "The part \"" + name
                        + "\" of the identifier rules has a name that cannot be used; write lower-case letters a to z, digits and hyphens.");
    }

    private static String piece(Object name, @Nullable Object piece) {
        if (piece instanceof String pattern) {
            return "(?:" + pattern + ")";
        }
        throw new IdentifierRulesException(
                "The part " + name + " of the identifier rules is no text; put it in quotes.");
    }

    /** The first part that a pattern uses and that does not exist, null for none. */
    @Nullable
    String missing(String pattern) {
        return USE.matcher(pattern)
                .results()
                .map(use -> use.group(1))
                .filter(name -> !pieces.containsKey(name))
                .findFirst()
                .orElse(null);
    }

    String putInto(String pattern) {
        return USE.matcher(pattern).replaceAll(use -> Matcher.quoteReplacement(piece(use)));
    }

    private String piece(MatchResult use) {
        return pieces.getOrDefault(use.group(1), "");
    }
}
