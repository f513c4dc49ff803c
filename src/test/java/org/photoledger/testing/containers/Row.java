package org.photoledger.testing.containers;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the ledger holds of one file: a line of the README's table, and of {@code source-files.jsonl}. */
public record Row(
        String path,
        String outcome,
        @Nullable String reason,
        @Nullable String sha256) {

    private static final String NOTHING = "-";

    String line() {
        return "| `" + path + "` | " + outcome + " | " + Objects.requireNonNullElse(reason, NOTHING) + " | "
                + Objects.requireNonNullElse(sha256, NOTHING) + " |\n";
    }

    static Row of(String path, String outcome, String reason, String sha256) {
        return new Row(path, outcome, orNull(reason), orNull(sha256));
    }

    private static @Nullable String orNull(String cell) {
        return cell.equals(NOTHING) ? null : cell;
    }

    Row as(String other) {
        return new Row(path, other, reason, sha256);
    }
}
