package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.store.EncryptedFile;
import org.photoledger.testing.Archives;
import org.photoledger.testing.Photoledger;
import org.photoledger.testing.PostgresServer;
import org.photoledger.testing.SmallPhotos;

/** Kills of any process at any moment, then a resume, end in the export of a run that was not killed; on each database. */
class KillFaultsIT {

    /** On each database. */
    private static final int ROUNDS = Integer.getInteger("faults.rounds", 17);

    private static final long SEED = 20_130_405;
    private static final long SPREAD = 0x9e3779b97f4a7c15L;
    private static final List<String> MOMENTS = List.of(
            "",
            "run.started",
            "inventory",
            "examine",
            "examine",
            "open",
            "duplicates",
            "identify",
            "reconcile",
            "report");
    private static final List<String> LONG_MOMENTS = List.of("", "run.started", "inventory", "examine", "open");

    /** Who is killed. */
    private enum Victim {
        PARENT,
        WORKER,
        BOTH
    }

    @TempDir
    private static Path shared = Path.of("");

    @TempDir
    private Path folder = Path.of("");

    private static Path source = Path.of("");
    private static Map<String, String> uninterrupted = Map.of();

    private int kills;
    private int hits;
    private final Map<Victim, Integer> victims = new EnumMap<>(Victim.class);

    @BeforeAll
    static void importWithoutInterruption() throws IOException {
        source = Files.createDirectory(shared.resolve("leak"));
        Path zipped = Files.createDirectory(shared.resolve("zipped"));
        SmallPhotos.fill(source, 120);
        SmallPhotos.fill(zipped, 40);
        Files.write(source.resolve("rest.zip"), Archives.zip(Archives.filesOf(zipped)));
        Photoledger program = new Photoledger(shared);
        Photoledger.Ended ended = program.run("import", source.toString(), "--text", "off", "--json");
        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        uninterrupted = program.export();
    }

    @Test
    void killsOnH2GiveTheSameExport() throws IOException, InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            Path home = Files.createDirectory(folder.resolve("round-" + round));
            round(
                    round,
                    home,
                    Files.writeString(home.resolve("settings.yml"), "photoledger: {import: {chunk-size: 16}}"));
        }
        assertKillsHit("H2");
    }

    @Test
    void killsOnEncryptedH2GiveTheSameExport() throws IOException, InterruptedException {
        Path key = Files.writeString(folder.resolve("key"), "a key of many words");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        for (int round = 0; round < ROUNDS; round++) {
            Path home = Files.createDirectory(folder.resolve("round-" + round));
            String database = "{encryption: key-file, key-file: " + key + "}, import: {chunk-size: 16}";
            round(
                    2 * ROUNDS + round,
                    home,
                    Files.writeString(home.resolve("settings.yml"), "photoledger: {database: " + database + "}"));
            assertThat(EncryptedFile.is(home.resolve("home/photoledger.mv.db"))).isTrue();
        }
        assertKillsHit("encrypted H2");
    }

    @Test
    void killsOnPostgresGiveTheSameExport() throws IOException, InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            Path home = Files.createDirectory(folder.resolve("round-" + round));
            String database = "{url: \"" + PostgresServer.newDatabase()
                    + "\", user: postgres, allow-unsafe: true}, import: {chunk-size: 16}";
            round(
                    ROUNDS + round,
                    home,
                    Files.writeString(home.resolve("settings.yml"), "photoledger: {database: " + database + "}"));
        }
        assertKillsHit("PostgreSQL");
    }

    private void assertKillsHit(String database) {
        System.out.printf(
                "kills on %s: %d rounds, %d kills, of which %d met a living process; %s%n",
                database, ROUNDS, kills, hits, victims);
        assertThat(hits).as("kills that met a living process").isGreaterThanOrEqualTo(kills * 3 / 4);
    }

    private void round(int round, Path home, Path settings) throws InterruptedException {
        // neighbouring seeds begin alike
        Random random = new Random((SEED + round) * SPREAD);
        Photoledger program = new Photoledger(home);
        List<String> done = new ArrayList<>();
        boolean started = false;
        for (int kill = random.nextInt(2); kill >= 0; kill--) {
            Process process = program.start(
                    "import", source.toString(), "--text", "off", "--json", "--config", settings.toString());
            String moment = MOMENTS.get((round + 3 * kill) % MOMENTS.size());
            await(program, process, moment);
            process.waitFor(random.nextInt(LONG_MOMENTS.contains(moment) ? 700 : 40), TimeUnit.MILLISECONDS);
            Victim victim = Victim.values()[random.nextInt(Victim.values().length)];
            done.add(victim + " at '" + moment + "'");
            kill(victim, process, program, random);
            started |= program.printed().contains("run.started");
            assertNoWorkerOutlives(program);
        }
        Photoledger.Ended last = started
                ? program.run("resume", "--json", "--config", settings.toString())
                : program.run("import", source.toString(), "--text", "off", "--json", "--config", settings.toString());

        assertThat(last.exitCode())
                .as(() -> round + " " + done + last.lines() + last.errors())
                .isZero();
        assertThat(last.number("pending")).isZero();
        assertThat(last.number("quarantined")).as(done.toString()).isZero();
        assertThat(program.export("--config", settings.toString()))
                .as(round + " " + done)
                .isEqualTo(uninterrupted);
        assertThat(home.resolve("home/spool")).isEmptyDirectory();
    }

    private static void await(Photoledger program, Process process, String words) throws InterruptedException {
        while (process.isAlive() && !program.printed().contains(words)) {
            Thread.sleep(10);
        }
    }

    private void kill(Victim victim, Process process, Photoledger program, Random random) throws InterruptedException {
        List<ProcessHandle> workers = new ArrayList<>(program.workers());
        Collections.shuffle(workers, random);
        kills++;
        victims.merge(victim, 1, Integer::sum);
        hits += process.isAlive() ? 1 : 0;
        if (victim == Victim.WORKER && !workers.isEmpty()) {
            // the run goes on
            Photoledger.signal("KILL", workers.get(0).pid());
        } else {
            Photoledger.signal("KILL", victim == Victim.BOTH ? -process.pid() : process.pid());
        }
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    }

    private static void assertNoWorkerOutlives(Photoledger program) throws InterruptedException {
        for (int wait = 0; wait < 50 && !program.workers().isEmpty(); wait++) {
            Thread.sleep(100);
        }
        assertThat(program.workers()).isEmpty();
    }
}
