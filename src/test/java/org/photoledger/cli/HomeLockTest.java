package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a lock file says is for people; who holds it, the system tells. */
class HomeLockTest {

    @TempDir
    private Path folder = Path.of("");

    /** Tried with a lock that counts as held as long as its file has a text: it was refused, as held by process 999999999. */
    @Test
    void aLockOfADeadProcessOrOfAnotherHostThatIsGoneIsHadAtOnce() throws IOException {
        for (String text : new String[] {"import, process 999999999", "import, process 1 on another host", "\u0000"}) {
            Files.writeString(folder.resolve("lock"), text);
            Home home = new Home(folder);
            try (HomeLock lock = HomeLock.acquire(home, "import", Duration.ZERO)) {
                assertThat(lock).isNotNull();
                assertThat(HomeLock.holder(home))
                        .isEqualTo("import, process " + ProcessHandle.current().pid());
            }
        }
    }
}
