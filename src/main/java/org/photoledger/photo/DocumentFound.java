package org.photoledger.photo;

import org.jspecify.annotations.Nullable;
import org.photoledger.text.DocumentText;

/**
 * What reading a document gave; the same bytes always give an equal value.
 *
 * @param text null where it cannot be read
 * @param problem why it cannot be read: a password, damage; null where it can
 */
public record DocumentFound(
        @Nullable DocumentText text, @Nullable String problem) {

    public static DocumentFound read(DocumentText text) {
        return new DocumentFound(text, null);
    }

    public static DocumentFound unreadable(String problem) {
        return new DocumentFound(null, problem);
    }
}
