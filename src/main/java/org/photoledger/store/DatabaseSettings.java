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
 * @param password never in the URL, which messages name
 * @param allowUnsafe lets a PostgreSQL through that does not keep what it acknowledges; for tests only
 * @param key what the H2 file is encrypted with; null where it is not
 */
public record DatabaseSettings(
        String url,
        @Nullable String user,
        @Nullable String password,
        boolean allowUnsafe,
        @Nullable FileKey key) {

    /** Less than any write of H2 takes with all that goes with it. */
    private static final long FULL_BYTES = 64 << 10;

    private static final String H2_FILE = "jdbc:h2:file:";
    private static final String QUIET = ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
    private static final Pattern WEAKENS = Pattern.compile(
            ";\\s*(FILE_LOCK|WRITE_DELAY|REUSE_SPACE|INIT|AUTO_SERVER|LOG|DB_CLOSE_ON_EXIT|TRACE_LEVEL_FILE)\\s*=");

    private static final Pattern TELLS = Pattern.compile(";\\s*(CIPHER|PASSWORD|PASSWORD_HASH)\\s*=");

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
        if (h2 && TELLS.matcher(url.toUpperCase(Locale.ROOT)).find()) {
            // without the URL: it may hold a password
            throw new DatabaseUnavailableException("photoledger.database.url holds a cipher or a password; set"
                    + " photoledger.database.encryption, key-file and password-file instead.");
        }
        if (!h2 && key != null) {
            throw new DatabaseUnavailableException(
                    "photoledger.database.encryption is for the H2 file alone; put the data folder of"
                            + " the PostgreSQL server on an encrypted volume, and set it to off.");
        }
    }

    public DatabaseSettings(String url, @Nullable String user, @Nullable String password, boolean allowUnsafe) {
        this(url, user, password, allowUnsafe, null);
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

    /** The same database with its file encrypted by this key, or with none. */
    public DatabaseSettings withKey(@Nullable FileKey other) {
        return new DatabaseSettings(url, user, password, allowUnsafe, other);
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
        return new DatabaseSettings(H2_FILE + file + rest, user, password, allowUnsafe, key);
    }

    /** Whether an H2 file of these settings exists. */
    public boolean fileIsThere() {
        return isH2() && Files.exists(FreshDatabaseFile.of(this));
    }

    /** The H2 file's length; 0 where there is none. */
    public long fileBytes() {
        return isH2() ? FreshDatabaseFile.of(this).toFile().length() : 0;
    }

    boolean isH2() {
        return url.startsWith("jdbc:h2:");
    }

    /**
     * The URL with what makes H2 2.4.240 keep every acknowledged commit: measured in crash tests, see
     * src/docs/architecture.md. Its trace file would hold values of statements that failed.
     */
    String safeUrl() {
        return isH2() ? url + cipher() + ";WRITE_DELAY=0;REUSE_SPACE=FALSE" + QUIET : url;
    }

    /** For a file that nobody relies on yet: H2 frees what is replaced, and writes when it likes. */
    String looseUrl() {
        return url + cipher() + ";WRITE_DELAY=60000;REUSE_SPACE=TRUE" + QUIET;
    }

    private String cipher() {
        return key == null ? "" : ";CIPHER=AES";
    }

    /** What is given as the password: H2 takes a file's key as the first word of it. */
    @Nullable
    String login() {
        return key == null ? password : key.word() + " " + (password == null ? "" : password);
    }

    @Override
    public String toString() {
        return url + (key == null ? "" : ", encrypted");
    }
}
