package org.photoledger.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.h2.mvstore.MVStoreTool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.custody.LedgerFile;
import org.photoledger.export.Exporter;
import org.photoledger.store.Database;
import org.photoledger.store.DatabaseSettings;
import org.photoledger.store.DatabaseUnavailableException;
import org.photoledger.store.NewerSchemaException;
import org.photoledger.testing.Photoledger;
import org.photoledger.testing.SmallPhotos;
import org.photoledger.verify.Verification;

/** A database file of which a byte is not what was written: its content is as it was, or it is named. */
class DamagedDatabaseFaultsIT {

    private static final int FLIPS = Integer.getInteger("faults.flips", 200);
    private static final int SEED = Integer.getInteger("faults.seed", 20130405);

    @TempDir
    private Path folder = Path.of("");

    private Photoledger program = new Photoledger(folder);
    private Path file = Path.of("");

    @BeforeEach
    void importSource() throws IOException {
        program = new Photoledger(folder);
        Path source = Files.createDirectory(folder.resolve("leak"));
        SmallPhotos.fillWithContainer(source, 30, 5);
        Photoledger.Ended ended = program.run("import", source.toString(), "--text", "off");
        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        file = program.home().resolve("photoledger.mv.db");
    }

    /** What one flipped byte did. */
    private enum Seen {
        NOTHING,
        NAMED_BY_OPENING,
        NAMED_BY_VERIFY,
        NOT_READABLE,
        UNSEEN
    }

    @Test
    void aFlippedByteLeavesTheExportAsItWasOrIsNamed() throws IOException {
        Map<String, String> whole = digests(program.home());
        // of a file as imports leave it nine bytes in ten are of what is superseded
        Path dense = folder.resolve("dense.mv.db");
        Files.copy(file, dense);
        MVStoreTool.compact(dense.toString(), false);
        byte[] sound = Files.readAllBytes(dense);
        Random random = new Random(SEED);
        Map<Seen, Integer> seen = new TreeMap<>();
        List<Long> unseen = new ArrayList<>();
        for (int flip = 0; flip < FLIPS; flip++) {
            int at = random.nextInt(sound.length);
            Seen what = flipped(sound, at, 1 << random.nextInt(8), whole);
            seen.merge(what, 1, Integer::sum);
            if (what == Seen.UNSEEN || what == Seen.NOT_READABLE) {
                unseen.add((long) at);
            }
        }
        System.out.println("flipped bytes: " + FLIPS + " (seed " + SEED + ") of " + sound.length + " bytes, " + seen);
        assertThat(unseen)
                .as("flips that changed the export or broke verify, and that nothing named")
                .isEmpty();
    }

    private Seen flipped(byte[] sound, int at, int bit, Map<String, String> whole) throws IOException {
        Path home = Files.createTempDirectory(folder, "flipped");
        byte[] bytes = sound.clone();
        bytes[at] ^= (byte) bit;
        Files.write(home.resolve("photoledger.mv.db"), bytes);
        Files.copy(LedgerFile.in(program.home()), LedgerFile.in(home), StandardCopyOption.REPLACE_EXISTING);
        try (Database database = Database.open(DatabaseSettings.h2In(home))) {
            boolean same = same(database, whole);
            boolean named = !new Verification(database, LedgerFile.in(home))
                    .verify(false)
                    .mismatches()
                    .isEmpty();
            return same ? Seen.NOTHING : named ? Seen.NAMED_BY_VERIFY : Seen.UNSEEN;
        } catch (DatabaseUnavailableException | NewerSchemaException e) {
            return Seen.NAMED_BY_OPENING;
        } catch (RuntimeException e) {
            System.out.println("at " + at + ": " + e.getClass().getName() + ": " + e.getMessage());
            return Seen.NOT_READABLE;
        }
    }

    private static boolean same(Database database, Map<String, String> whole) {
        try {
            return new Exporter(database).digests().equals(whole);
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static Map<String, String> digests(Path home) {
        try (Database database = Database.open(DatabaseSettings.h2In(home))) {
            return new Exporter(database).digests();
        }
    }

    /** Tried by deleting a file that cannot be opened and beginning anew: verify found an empty database beside a ledger (exit 6). */
    @Test
    void aFileThatIsOverwrittenIsNamedAndLeftAsItIs() throws IOException {
        byte[] sound = Files.readAllBytes(file);
        for (byte[] beginning :
                List.of(new byte[3 * 4096], "no database".repeat(2_000).getBytes(UTF_8))) {
            byte[] damaged = sound.clone();
            System.arraycopy(beginning, 0, damaged, 0, beginning.length);
            Files.write(file, damaged);
            for (String verb : List.of("verify", "runs")) {
                Photoledger.Ended ended = program.run(verb);
                assertThat(ended.exitCode()).as(ended.lines() + ended.errors()).isEqualTo(12);
                assertThat(ended.errors().lines()).hasSize(1);
                assertThat(ended.errors()).contains("cannot be opened", "the file was left as it is");
            }
            assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
        }
    }

    /**
     * H2 keeps what is superseded, so that a file that lost its end may open as what it was earlier. Where that is the state
     * before the last transaction it is what a kill leaves, and the import ends it as ever.
     */
    @Test
    void aFileThatIsCutShortIsNamedOrIsAsAKillLeavesIt() throws IOException {
        Map<String, String> export = program.export();
        byte[] sound = Files.readAllBytes(file);
        byte[] ledger = Files.readAllBytes(LedgerFile.in(program.home()));
        Set<Integer> codes = new TreeSet<>();
        for (int percent : List.of(20, 60, 90, 95, 98)) {
            Files.write(LedgerFile.in(program.home()), ledger);
            Files.write(file, Arrays.copyOf(sound, Math.toIntExact(sound.length * (long) percent / 100)));
            Photoledger.Ended verified = program.run("verify");
            Photoledger.Ended imported =
                    program.run("import", folder.resolve("leak").toString(), "--text", "off");
            String what = percent + " " + verified + imported;
            codes.add(verified.exitCode());
            if (verified.exitCode() == 0) {
                assertThat(verified.errors()).as(what).contains("were never committed");
                assertThat(imported.exitCode()).as(what).isZero();
                assertThat(program.export()).as(what).isEqualTo(export);
            } else {
                assertNamed(verified, what);
                assertNamed(imported, what);
            }
        }
        assertThat(codes).as("an older state was met").contains(6);
    }

    private static void assertNamed(Photoledger.Ended ended, String what) {
        assertThat(ended.exitCode()).as(what).isIn(6, 12);
        assertThat(ended.errors()).as(what).doesNotContain("Exception", "\tat ");
        assertThat(ended.lines() + ended.errors()).as(what).contains("rebuild");
    }
}
