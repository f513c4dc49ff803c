package org.photoledger.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Options that take one of a closed set of words, in any case. */
final class Words {

    private Words() {}

    /** The word that was typed; an unknown one is refused, with the nearest that there is. */
    static <E extends Enum<E>> E of(Class<E> type, String option, String typed) {
        String upper = typed.toUpperCase(Locale.ROOT);
        List<E> words = Arrays.asList(type.getEnumConstants());
        return words.stream()
                .filter(word -> word.name().equals(upper))
                .findFirst()
                .orElseThrow(() -> new UsageException(option + " is \"" + typed + "\"; "
                        + advice(upper, words.stream().map(Enum::name).toList())));
    }

    /** A word that is far from all was no slip of the finger. */
    private static String advice(String typed, List<String> words) {
        String nearest = Nearest.of(typed, words);
        return Nearest.distance(typed, nearest) <= Math.max(2, typed.length() / 3)
                ? "did you mean " + nearest + "?"
                : "it must be one of " + String.join(", ", words) + ".";
    }
}
