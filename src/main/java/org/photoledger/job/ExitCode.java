package org.photoledger.job;

/** The exit codes of the command line; scripts and timers depend on them. */
public final class ExitCode {

    public static final int COMPLETE = 0;
    public static final int FAILED = 1;
    public static final int USAGE = 2;
    public static final int COMPLETE_WITH_LOSSES = 3;
    public static final int FAIL_ON_CROSSED = 4;
    public static final int STOPPED = 5;
    public static final int BOOKS_DO_NOT_CLOSE = 6;
    public static final int NOT_FOUND = 10;
    public static final int LOCKED = 11;
    public static final int DATABASE_UNUSABLE = 12;
    public static final int RESUME_REFUSED = 13;
    public static final int INTERRUPTED = 130;
    public static final int TERMINATED = 143;

    private ExitCode() {}
}
