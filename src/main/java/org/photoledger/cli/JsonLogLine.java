package org.photoledger.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.JsonWriterStructuredLogFormatter;

/**
 * A line of the log as JSON, with names of the Elastic Common Schema. Boot's own formats write the messages of foreign
 * exceptions, which hold paths and values; here a failure is what {@link TraceWithoutValues} leaves of it.
 */
final class JsonLogLine extends JsonWriterStructuredLogFormatter<ILoggingEvent> {

    private static final String ACTS_ON_A_TERMINAL =
            "[\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]";

    JsonLogLine() {
        super(JsonLogLine::members, null);
    }

    private static void members(JsonWriter.Members<ILoggingEvent> members) {
        members.add("@timestamp", ILoggingEvent::getInstant);
        members.add("log.level", ILoggingEvent::getLevel);
        members.add("log.logger", ILoggingEvent::getLoggerName);
        members.add("process.thread.name", ILoggingEvent::getThreadName);
        members.add("labels.log", event -> LogName.now());
        members.add("labels.file", JsonLogLine::file).whenNotNull();
        members.add("message", event -> clean(event.getFormattedMessage()));
        members.add("error.type", JsonLogLine::errorType).whenNotNull();
        members.add("error.stack_trace", JsonLogLine::trace).whenNotNull();
        members.add("ecs.version", "8.11");
    }

    private static @Nullable String file(ILoggingEvent event) {
        return event.getMDCPropertyMap().get("file");
    }

    private static @Nullable String errorType(ILoggingEvent event) {
        IThrowableProxy failure = event.getThrowableProxy();
        return failure == null ? null : failure.getClassName();
    }

    private static @Nullable String trace(ILoggingEvent event) {
        return event.getThrowableProxy() == null ? null : clean(TraceWithoutValues.of(event));
    }

    private static String clean(String text) {
        return text.replaceAll(ACTS_ON_A_TERMINAL, "?");
    }
}
