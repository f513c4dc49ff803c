package org.photoledger.custody;

import java.time.Instant;

/** The act of taking a source in: what, by whom, when (UTC). */
public record Acquisition(String sourceName, String operator, Instant receivedAt) {}
