package org.photoledger.store;

import java.time.Instant;

/** What is known of a run before it begins. */
public record NewRun(
        long sourceId,
        Instant started,
        String operator,
        String parameters,
        String settingsDigest,
        String softwareVersion) {}
