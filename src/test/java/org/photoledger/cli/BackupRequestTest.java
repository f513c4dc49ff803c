package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command asks of a living run, as files in the home. */
class BackupRequestTest {

    @TempDir
    private Path folder = Path.of("");

    private Home home = new Home(Path.of(""));

    @BeforeEach
    void nameHome() {
        home = new Home(folder);
    }

    @Test
    void twoCommandsAskAndEachHasItsAnswer() {
        assertThat(BackupRequest.posted(home)).isEmpty();
        BackupRequest one = BackupRequest.of(home, Path.of("/a b/\u00e9.zip"));
        BackupRequest two = BackupRequest.of(home, Path.of("/b.zip"));
        one.post();
        two.post();
        assertThat(BackupRequest.posted(home)).containsExactlyInAnyOrder(one, two);
        one.answer(BackupRequest.Answer.refused(2, "no"));
        assertThat(BackupRequest.posted(home)).isEqualTo(List.of(two));
        assertThat(one.posted()).isFalse();
        assertThat(one.answer()).contains(BackupRequest.Answer.refused(2, "no"));
        assertThat(two.answer()).isEmpty();
        one.withdraw();
        two.withdraw();
        assertThat(folder.resolve("requests")).isEmptyDirectory();
    }

    /** Tried by taking clear's work out: both files were there. */
    @Test
    void whatDeadCommandsLeftIsNotServedByTheNextRun() throws IOException {
        BackupRequest left = BackupRequest.of(home, Path.of("/a.zip"));
        left.post();
        left.answer(BackupRequest.Answer.refused(2, "no"));
        left.post();
        BackupRequest.clear(home);
        assertThat(folder.resolve("requests")).isEmptyDirectory();
        assertThat(BackupRequest.posted(home)).isEmpty();
    }

    @Test
    void aFileThatIsNoRequestIsPassedOver() throws IOException {
        Files.createDirectory(folder.resolve("requests"));
        Files.writeString(folder.resolve("requests/backup-1.request"), "{\"target\":");
        assertThat(BackupRequest.posted(home)).isEmpty();
    }
}
