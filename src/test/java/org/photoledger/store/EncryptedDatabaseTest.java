package org.photoledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** H2's file under a key. */
class EncryptedDatabaseTest {

    private static final FileKey KEY = FileKey.of("the right key");

    @TempDir
    private Path folder = Path.of("");

    private DatabaseSettings plain = new DatabaseSettings("jdbc:h2:file:/x", null, null, false);
    private Path file = Path.of("");

    @BeforeEach
    void nameFile() {
        plain = DatabaseSettings.h2In(folder);
        file = folder.resolve("photoledger.mv.db");
    }

    private static void write(DatabaseSettings settings, String words) {
        try (Database database = Database.open(settings)) {
            JdbcClient.create(database.dataSource())
                    .sql("insert into source (name, root_uri, fingerprint) values (:words, '/a', 'a')")
                    .param("words", words)
                    .update();
        }
    }

    private String content() throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    /** Tried by leaving CIPHER and key out for H2: the new file was refused, as one that is not encrypted. */
    @Test
    void whatIsWrittenUnderAKeyStandsNowhereInTheFileAndIsReadWithIt() throws IOException {
        write(plain.withKey(KEY), "secret words");
        assertThat(content()).startsWith("H2encrypt").doesNotContain("secret words", "flyway");
        try (Database database = Database.open(plain.withKey(FileKey.of("the right key")))) {
            assertThat(database.sources().byName("secret words")).isPresent();
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.new.mv.db");
    }

    /** Another release must draw the same key; by Python: hashlib.pbkdf2_hmac('sha512', b'the right key', b'photoledger database key 1', 210000, 32). */
    @Test
    void theSameSecretGivesTheSameKeyForever() {
        assertThat(KEY.word()).isEqualTo("29cea41372201e5d38a22596d1e56320793dd1a2b043d3172bc9f6cfb77bcafe");
        assertThat(KEY.toString() + plain.withKey(KEY)).doesNotContain(KEY.word());
        assertThat(plain.withKey(KEY).safeUrl()).doesNotContain(KEY.word());
    }

    /** Tried by taking requireAsSet out: the encrypted file was called damaged. */
    @Test
    void aWrongAMissingAndANeedlessKeyAreToldApartAndChangeNothing() throws IOException {
        write(plain.withKey(KEY), "a");
        assertRefused(plain.withKey(FileKey.of("another")), "The key does not open");
        assertRefused(plain, "is encrypted, and photoledger.database.encryption is off");
        Files.delete(file);
        write(plain, "a");
        assertRefused(plain.withKey(KEY), "is not encrypted, and photoledger.database.encryption gives a key");
    }

    private void assertRefused(DatabaseSettings settings, String words) throws IOException {
        String before = content();
        assertThatThrownBy(() -> Database.open(settings).close())
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining(words)
                .hasMessageContaining("Nothing was changed");
        assertThat(content()).isEqualTo(before);
        assertThat(folder).isDirectoryContaining("glob:**").isDirectoryNotContaining("glob:**.new.mv.db");
    }

    /** Tried by taking the check out: each of the four was taken. */
    @ParameterizedTest
    @ValueSource(strings = {"CIPHER=AES", "cipher=AES", "PASSWORD=hidden", "Password_Hash=hidden"})
    void aUrlThatHoldsACipherOrAPasswordIsRefusedAndNotRepeated(String option) {
        assertThatThrownBy(() -> new DatabaseSettings("jdbc:h2:file:/x;" + option, null, null, false))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("photoledger.database.encryption")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void aServerTakesNoKey() {
        assertThatThrownBy(() -> new DatabaseSettings("jdbc:postgresql://x/y", null, null, false).withKey(KEY))
                .hasMessageContaining("encrypted volume");
    }
}
