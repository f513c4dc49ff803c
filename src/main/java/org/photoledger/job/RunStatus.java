package org.photoledger.job;

/** Where a run stands; the word is that of the database, the report and the events. */
public enum RunStatus {
    RUNNING,
    COMPLETE,
    STOPPED,
    FAILED
}
