package org.photoledger.cli;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;

/**
 * A failure in the log: its types and stacks, and the messages of our own exceptions alone. Those of others tell paths, and
 * those of a database statements with their values.
 */
public final class TraceWithoutValues extends ThrowableHandlingConverter {

    private static final String OURS = "org.photoledger.";
    private static final int FRAMES = 30;

    @Override
    public String convert(ILoggingEvent event) {
        return of(event);
    }

    /** Empty for an event without a failure. */
    static String of(ILoggingEvent event) {
        StringBuilder text = new StringBuilder();
        for (IThrowableProxy at = event.getThrowableProxy(); at != null; at = at.getCause()) {
            append(text, at);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, IThrowableProxy failure) {
        text.append(text.isEmpty() ? "" : "caused by ").append(failure.getClassName());
        if (failure.getClassName().startsWith(OURS)) {
            text.append(": ").append(failure.getMessage());
        }
        text.append('\n');
        var frames = failure.getStackTraceElementProxyArray();
        for (int at = 0; at < Math.min(FRAMES, frames.length); at++) {
            text.append('\t').append(frames[at]).append('\n');
        }
    }
}
