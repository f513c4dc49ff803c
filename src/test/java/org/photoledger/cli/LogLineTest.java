package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.photoledger.testing.SharedFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A hostile text can neither forge a line of the log nor act on the terminal that shows it. */
class LogLineTest {

    private static final String HOSTILE = "a\r\n2026-01-01 ERROR forged\u001b[31m\u202e\u2028b\u0085c";

    private static LoggerContext context() {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        return context;
    }

    private static String line(String message, Throwable failure) throws JoranException {
        LoggerContext context = context();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(
                SharedFiles.repository().resolve("config/logback.xml").toFile());
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ConsoleAppender<ILoggingEvent> appender = (ConsoleAppender<ILoggingEvent>) root.getAppender("stderr");
        assertThat(appender.getTarget()).isEqualTo("System.err");
        LoggingEvent event = new LoggingEvent("here", root, Level.ERROR, message, failure, null);
        return new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8);
    }

    @Test
    void aMessageStaysOnItsLine() throws JoranException {
        String line = line(HOSTILE, new IllegalStateException("x"));
        assertThat(line.lines().findFirst().orElseThrow()).endsWith("a??2026-01-01 ERROR forged?[31m??b?c");
    }

    @Test
    void aMessageOfAnExceptionCannotLookLikeALine() throws JoranException {
        String text = line("failed", new UsageException(HOSTILE));
        assertThat(text).contains("forged").doesNotContain("\u001b", "\u202e", "\r", "\u0085");
        assertThat(text.lines().filter(line -> line.startsWith("2026-01-01"))).isEmpty();
    }

    @Test
    void aLineOfJsonIsNeitherForgedNorActsOnATerminalNorTellsWhatOthersExceptionsSay() {
        Logger logger = context().getLogger("here");
        Exception foreign = new IllegalStateException("Orbis", new UsageException(HOSTILE));
        String line = new JsonLogLine().format(new LoggingEvent("", logger, Level.ERROR, HOSTILE, foreign, null));
        assertThat(line.strip().lines()).hasSize(1);
        assertThat(line).doesNotContain("Orbis", "\u001b", "\u202e", "\u0085", "\u2028");
        JsonNode read = new ObjectMapper().readTree(line);
        assertThat(read.get("message").asString()).isEqualTo("a?\n2026-01-01 ERROR forged?[31m??b?c");
        assertThat(read.get("error.stack_trace").asString()).contains("LogLineTest", "caused by", "UsageException");
    }

    @Test
    void aFailureIsLoggedWithItsStackAndWithoutTheValuesOfItsMessage() throws JoranException {
        Exception cause = new IllegalArgumentException("Orbis 2013:04:05");
        String text = line("run 1 failed", new IllegalStateException("insert into photo values ('Orbis')", cause));
        assertThat(text)
                .contains("IllegalStateException", "caused by java.lang.IllegalArgumentException", "LogLineTest")
                .doesNotContain("Orbis", "insert");
    }
}
