package org.photoledger.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.photoledger.identifier.IdentifierRules;
import org.photoledger.report.ReportLanguage;
import org.photoledger.sandbox.WorkerPool;
import org.photoledger.sandbox.WorkerSettings;
import org.photoledger.source.Volumes;
import org.photoledger.store.Database;
import org.photoledger.store.DatabaseSettings;
import org.photoledger.store.LostFiles;
import org.photoledger.store.Run;
import org.photoledger.store.RunCounts;
import org.photoledger.testing.SmallPhotos;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A source of fifty files in twenty folders, a home with a real database, and the job with real workers on both. What is
 * mounted is told by files beside the source; none is there, so that no volume has an id, whatever the machine.
 */
final class JobBench implements AutoCloseable {

    static final String SETTINGS = "0".repeat(64);

    private final Path home;
    private final Path source;
    private final Database database;
    private final Volumes volumes;
    private int frameBytes = 1 << 20;
    private long fileBytes = 1 << 20;
    private boolean text;
    private Function<WorkerSettings, WorkerPool> workers = WorkerPool::new;

    JobBench(Path folder) throws IOException {
        this(folder, none(folder));
    }

    JobBench(Path folder, Volumes volumes) throws IOException {
        this(filled(folder), volumes, DatabaseSettings.h2In(folder.resolve("home")));
    }

    private JobBench(Path folder, Volumes volumes, DatabaseSettings settings) throws IOException {
        this.source = folder.resolve("leak");
        this.home = folder.resolve("home");
        Files.createDirectories(home.resolve("spool"));
        Files.createDirectories(home.resolve("reports"));
        this.volumes = volumes;
        this.database = Database.open(settings);
    }

    private static Path filled(Path folder) throws IOException {
        SmallPhotos.fill(Files.createDirectory(folder.resolve("leak")), 50);
        return folder;
    }

    private static Volumes none(Path folder) {
        return new Volumes(folder.resolve("mountinfo"), folder.resolve("by-uuid"), folder.resolve("udev"));
    }

    /** Source and home of an earlier bench, as the program's next start finds them. */
    static JobBench again(Path folder) throws IOException {
        return again(folder, DatabaseSettings.h2In(folder.resolve("home")));
    }

    /** The same on any database. */
    static JobBench again(Path folder, DatabaseSettings settings) throws IOException {
        return new JobBench(folder, none(folder), settings);
    }

    /** A new bench on any database. */
    static JobBench on(Path folder, DatabaseSettings settings) throws IOException {
        return again(filled(folder), settings);
    }

    /** Larger files of the source are not read into memory. */
    void frameBytes(int bytes) {
        frameBytes = bytes;
    }

    /** Larger files and members are not examined. */
    void fileBytes(long bytes) {
        fileBytes = bytes;
    }

    /** Other workers from now on. */
    void workers(Function<WorkerSettings, WorkerPool> others) {
        workers = others;
    }

    /** Imports read text too. */
    void withText() {
        text = true;
    }

    Path source() {
        return source;
    }

    /** Puts a file into the source. */
    void put(String name, byte[] content) throws IOException {
        Files.write(source.resolve(name), content);
    }

    /** An import that must be complete. */
    RunEnd complete() {
        RunEnd end = run(new Interference());
        assertThat(end.status()).as(end.detail()).isEqualTo(RunStatus.COMPLETE);
        return end;
    }

    Path home() {
        return home;
    }

    BenchTables tables() {
        return new BenchTables(database);
    }

    Database database() {
        return database;
    }

    /** Something that happens when a step begins, a run starts or names were registered. */
    static final class Interference implements RunEvents {

        private final Map<String, Runnable> at = new HashMap<>();

        Interference at(String event, Runnable deed) {
            at.put(event, deed);
            return this;
        }

        private void happen(String event) {
            at.getOrDefault(event, () -> {}).run();
        }

        @Override
        public void started(Run run, boolean resumed) {
            happen("started");
        }

        @Override
        public void step(String name) {
            happen(name);
        }

        @Override
        public void inventoried(long names) {
            happen("inventoried");
        }

        private long settled;
        private long enough = Long.MAX_VALUE;
        private Runnable then = () -> {};

        /** Something that happens once so many files were settled. */
        Interference afterSettled(long files, Runnable deed) {
            enough = files;
            then = deed;
            return this;
        }

        @Override
        public void settled(long files, long bytes) {
            settled += files;
            if (settled >= enough) {
                then.run();
            }
        }

        private final List<String> losses = new ArrayList<>();

        List<String> losses() {
            return losses;
        }

        @Override
        public void lost(String path, String outcome, String reason) {
            losses.add(path + " " + reason);
        }

        @Override
        public void notice(String message) {
            happen(message);
        }
    }

    ImportRunner runner(String settingsDigest, StopRequest stop, RunEvents events) {
        return runner(settingsDigest, stop, events, Duration.ofSeconds(30), Clock.systemUTC());
    }

    private ImportRunner runner(
            String settingsDigest, StopRequest stop, RunEvents events, Duration deadline, Clock clock) {
        Function<WorkerSettings, WorkerPool> pool = workers;
        WorkerSettings each = BenchWorkers.of(home, deadline, frameBytes);
        ImportSettings settings = new ImportSettings(
                home,
                10,
                20,
                fileBytes,
                false,
                each,
                false,
                1_000,
                ContainerLimits.defaults(),
                IdentifierRules.defaults(),
                settingsDigest,
                "test",
                ReportLanguage.EN,
                java.util.Map.of("photoledger.limits.scans", "100"));
        return new ImportRunner(database, settings, clock, stop, events, volumes).with(pool);
    }

    RunEnd run(StopRequest stop, Interference interference) {
        return runner(SETTINGS, stop, interference)
                .importSource(new ImportRequest(source, null, 0, text, "test", false, List.of()));
    }

    /** A run whose workers are given so much time for a file, on a machine with this clock. */
    RunEnd run(Interference interference, Duration deadline, Clock clock) {
        return runner(SETTINGS, new StopRequest(), interference, deadline, clock)
                .importSource(new ImportRequest(source, null, 0, null, "test", false, List.of()));
    }

    RunEnd again(long run, LostFiles lost, List<String> passwords) {
        return runner(SETTINGS, new StopRequest(), new Interference())
                .again(database.runs().byNumber(run).orElseThrow(), lost, passwords, "test");
    }

    /** Adds the text to what a run recorded without, and tells the losses. */
    List<String> textOf(long run, List<String> passwords) {
        Interference events = new Interference();
        textOf(run, passwords, events);
        return events.losses();
    }

    /** The same, with something that happens meanwhile. */
    RunEnd textOf(long run, List<String> passwords, Interference events) {
        return runner(SETTINGS, new StopRequest(), events)
                .retry(database.runs().byNumber(run).orElseThrow(), RetryPart.TEXT, passwords, "test");
    }

    /** An import of any folder, under a name of its own or null for none. */
    RunEnd importOf(Path root, @Nullable String name, boolean acceptChanges) {
        return runner(SETTINGS, new StopRequest(), new Interference())
                .importSource(new ImportRequest(root, name, 0, null, "test", acceptChanges, List.of()));
    }

    RunEnd run(Interference interference) {
        return run(new StopRequest(), interference);
    }

    /** Stops a run by SIGTERM's request at an event. */
    RunEnd stoppedAt(String event) {
        StopRequest stop = new StopRequest();
        return run(stop, new Interference().at(event, () -> stop.stop(ExitCode.TERMINATED)));
    }

    static RunCounts counts(RunEnd end) {
        return Objects.requireNonNull(end.counts());
    }

    void sql(String statement) {
        JdbcClient.create(database.dataSource()).sql(statement).update();
    }

    @Override
    public void close() {
        database.close();
    }
}
