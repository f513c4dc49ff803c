package org.photoledger.store;

import org.jspecify.annotations.Nullable;

/** Text that both databases hold alike: PostgreSQL refuses NUL, and its driver turns a lone surrogate into a question mark. */
final class StorableText {

    private static final char SYMBOL_FOR_NUL = '\u2400';
    private static final char REPLACEMENT = '\ufffd';

    private StorableText() {}

    static @Nullable String orNull(@Nullable String text) {
        return text == null ? null : of(text);
    }

    static String of(String text) {
        int at = firstUnstorable(text);
        if (at == text.length()) {
            return text;
        }
        StringBuilder storable = new StringBuilder(text.length()).append(text, 0, at);
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == 0) {
                storable.append(SYMBOL_FOR_NUL);
            } else if (lone(text, at)) {
                storable.append(REPLACEMENT);
            } else {
                storable.append(c);
            }
        }
        return storable.toString();
    }

    private static int firstUnstorable(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) != 0 && !lone(text, at)) {
            at++;
        }
        return at;
    }

    private static boolean lone(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
