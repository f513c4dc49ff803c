package org.photoledger.store;

import org.jspecify.annotations.Nullable;

/**
 * One execution of a step of a run, as Spring Batch counted it.
 *
 * @param launch the launch of the run that it belongs to, from 1
 * @param seconds it took, null while it is at work
 * @param read names, files or photos that it took up
 * @param written those that it finished; what a broken chunk took up is not among them
 */
public record RunStep(
        int launch,
        String name,
        String status,
        @Nullable Double seconds,
        long read,
        long written,
        long commits,
        long rollbacks) {

    /** Written in a second; null where the step counts nothing, or was too quick to tell. */
    public @Nullable Double rate() {
        return seconds == null || written == 0 || seconds < 0.05 ? null : written / seconds;
    }
}
