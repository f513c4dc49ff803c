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
                .orElseThrow(() -> new UsageException(option + " is \"" + typed + "\"; did you mean "
                        + Nearest.of(upper, words.stream().map(Enum::name).toList()) + "?"));
    }
}
