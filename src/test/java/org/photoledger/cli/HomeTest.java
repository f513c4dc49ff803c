package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose a home is. */
class HomeTest {

    @TempDir
    private Path folder = Path.of("");

    private Home home(String mode) throws IOException {
        Files.setAttribute(folder, "unix:mode", Integer.parseInt(mode, 8));
        return new Home(folder);
    }

    private String mode() throws IOException {
        return Integer.toOctalString((int) Files.getAttribute(folder, "unix:mode") & 07777);
    }

    private Home collection(String mode) throws IOException {
        Files.writeString(folder.resolve("ledger.jsonl"), "");
        return home(mode);
    }

    /** Else doctor or init with a wrong path would lock everybody out of a folder that is none of ours. */
    @Test
    void aFolderThatHoldsNoCollectionStaysAsItIs() throws IOException {
        Files.writeString(folder.resolve("somebody's file"), "");
        Home home = home("755");
        home.create();
        home.keepToOwner();
        assertThat(mode()).isEqualTo("755");
        assertThat(home.openToOthers()).isTrue();
    }

    @Test
    void theRootOfAFileSystemIsNoHome() {
        assertThatThrownBy(() -> new Home(Path.of("/")).create())
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--home");
    }

    /** Tried by taking setAttribute out: each wider mode stayed. */
    @ParameterizedTest
    @CsvSource({"755, 700", "770, 700", "2777, 700", "701, 700", "550, 500", "700, 700", "500, 500"})
    void whatOthersMayDoInAHomeIsTakenFromThem(String before, String after) throws IOException {
        Home home = collection(before);
        home.keepToOwner();
        assertThat(mode()).isEqualTo(after);
        assertThat(home.openToOthers()).isFalse();
    }

    /** Tried by taking the look at the sticky bit out: it was narrowed. */
    @Test
    void aFolderThatIsSharedByDesignStaysAsItIsAndIsKnownToBeOpen() throws IOException {
        Home home = collection("1777");
        home.keepToOwner();
        assertThat(mode()).isEqualTo("1777");
        assertThat(home.openToOthers()).isTrue();
    }
}
