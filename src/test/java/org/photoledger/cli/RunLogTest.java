package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.photoledger.job.RunEnd;
import org.photoledger.job.RunStatus;
import org.slf4j.LoggerFactory;

/** What an operator reads in the morning: each step with its seconds and counts, and how the run ended. */
class RunLogTest {

    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger(RunLog.class);

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final AtomicLong nanos = new AtomicLong();
    private final RunLog log = new RunLog(nanos::get);

    @BeforeEach
    void listen() {
        lines.start();
        LOGGER.addAppender(lines);
    }

    @AfterEach
    void leave() {
        LOGGER.detachAppender(lines);
    }

    private List<String> told() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void aStepEndsWithItsOwnSecondsAndCounts() {
        log.step("inventory");
        log.inventoried(5);
        nanos.addAndGet(1_500_000_000L);
        log.step("examine");
        log.awaiting(5);
        log.settled(3, 100);
        log.settled(2, 50);
        log.recorded(3, 1);
        log.lost("secret/name.jpg", "quarantined", "DEADLINE");
        nanos.addAndGet(2_000_000_000L);
        log.step("duplicates");
        assertThat(told())
                .containsExactly(
                        "step inventory begins",
                        "step inventory ended after 1.5 s, {names=5}",
                        "step examine begins",
                        "5 files wait",
                        "step examine ended after 2.0 s, {files=5, bytes=150, photos=3, copies=1, quarantined=1}",
                        "step duplicates begins");
    }

    @Test
    void theEndOfARunEndsItsStepAndTellsItsExitCode() {
        log.step("examine");
        log.ended(new RunEnd(7, RunStatus.STOPPED, 5, null, null, null, null, 12.34), 5);
        assertThat(told())
                .containsExactly(
                        "step examine begins",
                        "step examine ended after 0.0 s, {}",
                        "run 7 STOPPED, exit 5, 12.3 s, counts unknown");
    }
}
