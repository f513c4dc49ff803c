package org.photoledger.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which database holds the ledger: an H2 file or a PostgreSQL server.
 *
 * @param url a JDBC URL; one that weakens H2's durability or reaches beyond a plain file is refused
 * @param allowUnsafe lets a PostgreSQL through that does not keep what it acknowledges; for tests only
 */
public record DatabaseSettings(
        String url, @Nullable String user, @Nullable String password, boolean allowUnsafe) {

    /** Less than any write of H2 takes with all that goes with it. */
    private static final long FULL_BYTES = 64 << 10;

    private static final String H2_FILE = "jdbc:h2:file:";
    private static final Pattern WEAKENS = Pattern.compile(
            ";\\s*(FILE_LOCK|WRITE_DELAY|REUSE_SPACE|INIT|AUTO_SERVER|LOG|DB_CLOSE_ON_EXIT|TRACE_LEVEL_FILE)\\s*=");

    public DatabaseSettings {
        boolean h2 = url.startsWith(H2_FILE);
        if (!h2 && !url.startsWith("jdbc:postgresql:")) {
            throw new DatabaseUnavailableException("The database URL " + url
                    + " is neither jdbc:h2:file: nor jdbc:postgresql:; correct photoledger.database.url.");
        }
        if (h2 && WEAKENS.matcher(url.toUpperCase(Locale.ROOT)).find()) {
            throw new DatabaseUnavailableException(
                    "The database URL " + url
                            + " changes a setting that keeps the ledger safe; leave such settings out of photoledger.database.url.");
        }
    }

    /** The embedded database of a home. */
    public static DatabaseSettings h2In(Path home) {
        String file = home.resolve("photoledger").toAbsolutePath().toString();
        if (file.indexOf(';') >= 0 || !file.equals(Path.of(file).toString())) {
            throw new DatabaseUnavailableException("The home's path " + home
                    + " holds a semicolon, which a database URL cannot; choose another with --home.");
        }
        return new DatabaseSettings(H2_FILE + file, "sa", "", false);
    }

    /** H2's file without its suffix. */
    Path h2File() {
        int options = url.indexOf(';');
        String file = url.substring(H2_FILE.length(), options < 0 ? url.length() : options);
        return Path.of(file.startsWith("~/") ? System.getProperty("user.home") + file.substring(1) : file);
    }

    /** The folder of H2's file; empty for a server. */
    public Optional<Path> folder() {
        return isH2() ? Optional.ofNullable(h2File().toAbsolutePath().getParent()) : Optional.empty();
    }

    /** Whether H2's file has no room to grow. */
    boolean diskIsFull() {
        try {
            Path folder = folder().orElse(null);
            return folder != null && Files.getFileStore(folder).getUsableSpace() < FULL_BYTES;
        } catch (IOException e) {
            return false;
        }
    }

    /** The same settings for another H2 file. */
    DatabaseSettings withH2File(Path file) {
        int options = url.indexOf(';');
        String rest = options < 0 ? "" : url.substring(options);
        return new DatabaseSettings(H2_FILE + file + rest, user, password, allowUnsafe);
    }

    boolean isH2() {
        return url.startsWith("jdbc:h2:");
    }

    /**
     * The URL with what makes H2 2.4.240 keep every acknowledged commit: measured in crash tests, see
     * src/docs/architecture.md. Its trace file would hold values of statements that failed.
     */
    String safeUrl() {
        return isH2() ? url + ";WRITE_DELAY=0;REUSE_SPACE=FALSE;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0" : url;
    }
}
