package org.photoledger.text;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A document gave no text: it wants a password, or it is damaged or hostile. The message quotes nothing of the document. */
public final class DocumentUnreadableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean encrypted;

    private DocumentUnreadableException(String message, boolean encrypted, @Nullable Throwable cause) {
        super(message, cause);
        this.encrypted = encrypted;
    }

    static DocumentUnreadableException encrypted(Throwable cause) {
        return new DocumentUnreadableException("encrypted", true, cause);
    }

    /** Names the exceptions alone: their messages may quote the document, or a temporary file that is another each time. */
    static DocumentUnreadableException damaged(Throwable cause) {
        String names = Stream.iterate(cause, link -> link != null, Throwable::getCause)
                .map(link -> link.getClass().getSimpleName())
                .distinct()
                .collect(Collectors.joining(", "));
        return new DocumentUnreadableException("damaged (" + names + ")", false, cause);
    }

    static DocumentUnreadableException partsDamaged() {
        return new DocumentUnreadableException("damaged (no part could be read)", false, null);
    }

    /** Whether it would need a password or a key. */
    public boolean encrypted() {
        return encrypted;
    }
}
