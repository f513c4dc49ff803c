package org.photoledger.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One import of a source; resuming it goes on with the same run.
 *
 * @param status RUNNING, COMPLETE, STOPPED or FAILED; RUNNING is also what a killed process leaves behind
 * @param reason why it FAILED
 * @param executions launches so far: 1, and one more for each resume
 * @param seconds worked over all launches that ended by themselves
 * @param parameters as JSON text
 * @param walked how many names the last walk of the source counted, null until a walk reached the end
 * @param names how many names the tables held when that walk ended, null until then
 */
public record Run(
        long number,
        long sourceId,
        String sourceName,
        String status,
        @Nullable String reason,
        Instant started,
        @Nullable Instant ended,
        double seconds,
        int executions,
        String operator,
        String parameters,
        String settingsDigest,
        boolean acceptedChanges,
        String softwareVersion,
        @Nullable Long walked,
        @Nullable Long names) {}
