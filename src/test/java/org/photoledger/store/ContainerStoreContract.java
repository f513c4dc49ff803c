package org.photoledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.photoledger.digest.Sha256;
import org.photoledger.source.Outcome;
import org.photoledger.source.Reason;
import org.photoledger.source.ScannedName;
import org.photoledger.source.SourcePath;

/** What the database promises about containers and their members, on any database. */
abstract class ContainerStoreContract extends DatabaseContract {

    private static ScannedName name(String path, long size) {
        return new ScannedName(path(path), size, NOON, null);
    }

    private static SourcePath path(String path) {
        return SourcePath.ofBytes(path.getBytes(StandardCharsets.UTF_8));
    }

    private static SettledFile settled(PendingFile file, Outcome outcome, @Nullable Reason reason) {
        Sha256 sha256 = Sha256.of(Long.toString(file.size()).getBytes(StandardCharsets.US_ASCII));
        return new SettledFile(
                file.id(), outcome, reason, sha256, "image/jpeg", 1, file.size(), file.modified(), null, List.of());
    }

    private StoredContainer containerWith(Run run, Outcome... outcomes) {
        database().sourceFiles().take(run, ANY_SIZE, List.of(name("a.zip", 9)));
        long id = database().sourceFiles().pending(run.number(), 0, 9).get(0).id();
        StoredContainer zip = database().containers().byId(id);
        for (int at = 0; at < outcomes.length; at++) {
            SourcePath path = path("a.zip!/" + at);
            long member = database().containers().register(run, new NewMember(zip, at, path, 5, NOON, null));
            Reason reason = outcomes[at] == Outcome.UNREADABLE ? Reason.VANISHED : null;
            PendingFile file = new PendingFile(member, path, 5, NOON, null);
            database().sourceFiles().settle(List.of(settled(file, outcomes[at], reason)));
        }
        return zip;
    }

    private void settleLost(StoredContainer zip) {
        database().containers().notOpened(zip.id());
        PendingFile file = new PendingFile(zip.id(), zip.path(), 9, NOON, null);
        database().sourceFiles().settle(List.of(settled(file, Outcome.UNREADABLE, Reason.VANISHED)));
    }

    @Test
    void aContainerThatIsTakenUpAgainCarriesItsMembersAndTakesUpThoseThatWereLostWithIt() {
        settleLost(containerWith(aRun(), Outcome.RECORDED, Outcome.UNREADABLE, Outcome.IGNORED));
        Run second = aRun();
        database().sourceFiles().take(second, ANY_SIZE, List.of(name("a.zip", 9)));

        assertThat(database().containers().told(second)).isEqualTo(3);
        RunCounts counts = database().sourceFiles().counts(second.number(), second.sourceId());
        assertThat(counts.names()).isEqualTo(4);
        assertThat(counts.unchanged()).isEqualTo(2);
        assertThat(counts.pending()).isEqualTo(2);
        assertThat(database().sourceFiles().byPath("a.zip!/1")).singleElement().satisfies(row -> {
            assertThat(row.outcome()).isEqualTo(Outcome.PENDING);
            assertThat(row.reason()).isNull();
            assertThat(row.run()).isEqualTo(second.number());
        });
    }

    @Test
    void aContainerThatCannotBeReadAgainCarriesItsMembersAsTheyAre() {
        settleLost(containerWith(aRun(), Outcome.RECORDED, Outcome.UNREADABLE));
        Run second = aRun();
        ScannedName shut = new ScannedName(path("a.zip"), 9, NOON, Reason.NOT_READABLE);
        database().sourceFiles().take(second, ANY_SIZE, List.of(shut));
        assertThat(database().containers().told(second)).isEqualTo(2);
        RunCounts counts = database().sourceFiles().counts(second.number(), second.sourceId());
        assertThat(counts.names()).isEqualTo(3);
        assertThat(counts.unchanged()).isEqualTo(2);
        assertThat(counts.unreadable()).isEqualTo(1);
    }
}
