package org.photoledger.store;

import org.jspecify.annotations.Nullable;
import org.photoledger.source.Outcome;
import org.photoledger.source.Reason;

/** What was decided earlier about the same bytes; a copy takes it over unexamined. */
public record KnownContent(
        @Nullable String mediaType,
        Outcome outcome,
        @Nullable Reason reason) {}
