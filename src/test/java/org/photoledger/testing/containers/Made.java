package org.photoledger.testing.containers;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that was made, and what an import makes of it.
 *
 * @param content the bytes that the ledger digests; null where it has none, or never reads them
 * @param members of a container, in its order, as far as they are reached
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
record Made(
        Name name,
        byte @Nullable [] content,
        String outcome,
        @Nullable String reason,
        List<Made> members) {

    static final String RECORDED = "recorded";

    private static final byte[] NOTE = "Film 12, shelf 4.\n".getBytes(StandardCharsets.US_ASCII);

    Made {
        members = List.copyOf(members);
    }

    static Made photo(Name name, byte[] content) {
        return new Made(name, content, RECORDED, null, List.of());
    }

    static Made photo(String name, byte[] content) {
        return photo(Name.of(name), content);
    }

    /** A text. */
    static Made note(String name) {
        return new Made(Name.of(name), NOTE, "ignored", "NOT_A_PHOTO", List.of());
    }

    static Made empty(String name) {
        return new Made(Name.of(name), new byte[0], "ignored", "EMPTY", List.of());
    }

    static Made ignored(String name, String reason) {
        return new Made(Name.of(name), null, "ignored", reason, List.of());
    }

    static Made encrypted(String name) {
        return new Made(Name.of(name), null, "quarantined", "ENCRYPTED", List.of());
    }

    static Made quarantined(String name, byte[] content, String reason) {
        return new Made(Name.of(name), content, "quarantined", reason, List.of());
    }

    static Made container(Name name, byte[] content, List<Made> members) {
        return new Made(name, content, "container", null, members);
    }

    static Made container(String name, byte[] content, Made... members) {
        return container(Name.of(name), content, List.of(members));
    }

    byte[] bytes() {
        return content == null ? new byte[0] : content;
    }

    /** The same under another name. */
    Made named(Name other) {
        return new Made(other, content, outcome, reason, members);
    }
}
