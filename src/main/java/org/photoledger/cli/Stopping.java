package org.photoledger.cli;

import org.photoledger.job.StopRequest;
import org.slf4j.LoggerFactory;

/**
 * How work is stopped so that it can go on, whoever asks for it.
 *
 * @param command what goes on with it
 */
record Stopping(StopRequest request, String command) {

    /** The stop first, its telling last: a terminal that takes no output holds up whoever prints. */
    void stop(int exitCode, String why) {
        request.stop(exitCode);
        LoggerFactory.getLogger(Stopping.class).info("stopping with exit {}{}", exitCode, why);
        System.err.println("photoledger: stopping" + why + "; finished files are kept. Go on with: " + command);
    }
}
