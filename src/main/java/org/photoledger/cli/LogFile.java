package org.photoledger.cli;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import java.nio.file.Path;
import java.util.Locale;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/**
 * The log in the home, as config/logback.xml has it. What is logged goes there once the home is held, and to standard error
 * before; worker processes write to their standard error alone.
 */
final class LogFile {

    private static final String STANDARD_ERROR = "stderr";

    /** The logger that keeps the appenders of the home until there is one. */
    private static final String KEEPER = "home";

    /** What lines look like, by the name of the appender. */
    enum Format {
        TEXT,
        JSON
    }

    private LogFile() {}

    /** Turns the log to the home's files; a home that takes none leaves it where it is. */
    static void open(Path home, Settings.LogPart settings) {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        LoggerContext context = root.getLoggerContext();
        Appender<ILoggingEvent> files =
                context.getLogger(KEEPER).getAppender(settings.format().name().toLowerCase(Locale.ROOT));
        LogFolder folder = new LogFolder(home.resolve("logs").toAbsolutePath());
        if (files != null && root.getAppender(STANDARD_ERROR) != null && folder.isReady()) {
            folder.keepWithin((long) settings.totalMegabytes() << 20);
            describe(context, folder, settings);
            root.addAppender(files);
            root.detachAppender(STANDARD_ERROR);
        }
    }

    /** What logback.xml leaves open, and what Boot's encoder asks for though it needs none of it. */
    private static void describe(LoggerContext context, LogFolder folder, Settings.LogPart settings) {
        context.putProperty("logs.folder", folder.path().toString());
        context.putProperty("logs.pattern", folder.asPattern());
        context.putProperty("logs.file", settings.fileMegabytes() + "MB");
        context.putProperty("logs.total", settings.totalMegabytes() + "MB");
        context.putObject(Environment.class.getName(), new StandardEnvironment());
    }
}
