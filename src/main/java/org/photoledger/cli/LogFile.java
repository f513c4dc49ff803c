package org.photoledger.cli;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.LoggerFactory;

/**
 * The log in the home, {@code logs/photoledger.log}, mode 0600. What is logged goes there once the home is held, and to
 * standard error before; worker processes write to their standard error alone.
 */
final class LogFile {

    private static final String STANDARD_ERROR = "stderr";

    /** From this size on a start begins a new file; the one before is kept as photoledger.old.log. */
    private static final long LARGE = 1 << 20;

    private LogFile() {}

    /** Turns the log to the home's file; a home that takes none leaves it where it is. */
    static void open(Path home) {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Appender<ILoggingEvent> old = root.getAppender(STANDARD_ERROR);
        Path file = home.resolve("logs").resolve("photoledger.log");
        if (old instanceof OutputStreamAppender<ILoggingEvent> console && prepared(file)) {
            root.addAppender(appender(root.getLoggerContext(), console, file));
            root.detachAppender(old);
        }
    }

    private static boolean prepared(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent(), Home.OWNER_ONLY);
            if (Files.exists(file) && Files.size(file) > LARGE) {
                Files.move(file, file.resolveSibling("photoledger.old.log"), StandardCopyOption.REPLACE_EXISTING);
            }
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            return Files.isWritable(file);
        } catch (IOException e) {
            return false;
        }
    }

    private static FileAppender<ILoggingEvent> appender(
            LoggerContext context, OutputStreamAppender<ILoggingEvent> console, Path file) {
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setContext(context);
        appender.setName("file");
        appender.setFile(file.toString());
        appender.setEncoder(console.getEncoder());
        appender.start();
        return appender;
    }
}
