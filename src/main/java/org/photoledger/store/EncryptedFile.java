package org.photoledger.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Whether an H2 file is encrypted, told by its first bytes; H2 itself would take any file for an encrypted one. */
public final class EncryptedFile {

    private static final byte[] BEGINNING = "H2encrypt\n".getBytes(StandardCharsets.ISO_8859_1);

    private EncryptedFile() {}

    /** False for a file that is not there. */
    public static boolean is(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return is(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the database file cannot be read", e);
        }
    }

    /** The same for such a file's bytes, of which the first are read. */
    public static boolean is(InputStream in) throws IOException {
        return Arrays.equals(in.readNBytes(BEGINNING.length), BEGINNING);
    }

    /** Refuses a key without an encrypted file, and an encrypted file without a key, before H2 touches it. */
    static void requireAsSet(DatabaseSettings settings) {
        Path file = FreshDatabaseFile.of(settings);
        if (EncryptedFile.is(file) && settings.key() == null) {
            throw new DatabaseUnavailableException(
                    "The database " + file
                            + " is encrypted, and photoledger.database.encryption is off: set it to key-file or prompt. Nothing was changed.");
        }
        if (!EncryptedFile.is(file) && settings.key() != null) {
            throw new DatabaseUnavailableException("The database " + file
                    + " is not encrypted, and photoledger.database.encryption gives a key: set it to off, then encrypt the file with"
                    + " photoledger compact. Nothing was changed.");
        }
    }
}
