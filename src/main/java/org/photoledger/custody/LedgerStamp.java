package org.photoledger.custody;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who did something when, and by what.
 *
 * @param time by the machine's clock, to the millisecond; the order is told by the sequence alone
 * @param actor who runs the program, by the system's word
 * @param tool the program and its version
 * @param settings digest over the settings and algorithm versions that change results; null where they have no part
 */
public record LedgerStamp(
        Instant time, String actor, String tool, @Nullable String settings) {}
