package org.photoledger.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.sift.AbstractDiscriminator;

/**
 * The name of the log that takes what is told now, without its suffix: that of the run at work, else photoledger. A process
 * has one run at most, so that each of its threads tells the same, those of libraries and of signals too.
 */
public final class LogName extends AbstractDiscriminator<ILoggingEvent> {

    private static volatile String name = "photoledger";

    static void ofRun(long run) {
        name = "run-" + run;
    }

    static String now() {
        return name;
    }

    @Override
    public String getDiscriminatingValue(ILoggingEvent event) {
        return name;
    }

    /** What config/logback.xml calls it. */
    @Override
    public String getKey() {
        return "log";
    }
}
