package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseKeyTest {

    @TempDir
    private Path folder = Path.of("");

    private Path key(String content, String mode) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "r--------"})
    void theFirstLineOfAFileOfTheOwnersAloneIsTheKey(String mode) throws IOException {
        assertThat(DatabaseKey.inFile(key("a key\nnothing else counts\n", mode)))
                .isNotNull();
    }

    /** Tried by not looking at the mode: the key was taken. */
    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-r-----", "rw----r--", "rw--w----"})
    void aKeyThatIsOpenToOthersIsRefused(String mode) throws IOException {
        Path file = key("a key", mode);
        assertThatThrownBy(() -> DatabaseKey.inFile(file))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("is open to others (" + mode + ")")
                .hasMessageNotContaining("a key");
    }

    @Test
    void aMissingAndAnEmptyKeyAreTold() throws IOException {
        Path file = key("\nsecond", "rw-------");
        assertThatThrownBy(() -> DatabaseKey.inFile(file)).hasMessageContaining("empty first line");
        assertThatThrownBy(() -> DatabaseKey.inFile(folder.resolve("none"))).hasMessageContaining("cannot be read");
    }

    @ParameterizedTest
    @CsvSource({"on,''", "key-file,''", "off,/k", "prompt,/k"})
    void settingsThatDoNotGoTogetherAreRefused(String encryption, String file) {
        assertThatThrownBy(() -> new Settings.DatabasePart("", "", "", false, encryption, file))
                .isInstanceOf(UsageException.class);
    }

    @Test
    void aServersDatabaseIsNotOursToEncrypt() {
        Settings.DatabasePart part = new Settings.DatabasePart("jdbc:postgresql://x/y", "", "", false, "prompt", "");
        assertThatThrownBy(() -> DatabaseKey.of(part, false)).hasMessageContaining("encrypted volume");
    }
}
