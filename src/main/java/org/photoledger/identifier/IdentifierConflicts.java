package org.photoledger.identifier;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.photoledger.finding.Finding;

/** Stub. */
public final class IdentifierConflicts {

    private IdentifierConflicts() {}

    public static List<Finding> between(
            List<Identifier> path, List<Identifier> photo, @Nullable String captureTimeLocal) {
        return List.of();
    }
}
