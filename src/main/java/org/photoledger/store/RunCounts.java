package org.photoledger.store;

/**
 * The books of one run, counted from the database alone.
 *
 * @param names every name that the run saw: each is unchanged since an earlier run, or found by this one
 */
public record RunCounts(
        long names,
        long unchanged,
        long found,
        long recorded,
        long duplicate,
        long container,
        long ignored,
        long unreadable,
        long quarantined,
        long pending) {}
