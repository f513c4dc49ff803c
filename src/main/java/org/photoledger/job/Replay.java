package org.photoledger.job;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.photoledger.store.Database;
import org.photoledger.store.Run;

/** Runs again, into a database that has the runs before it, what a ledger tells of a run: with its names, its number and its times. */
public final class Replay {

    private final Database database;
    private final ImportSettings settings;
    private final StopRequest stop;
    private final RunEvents events;

    public Replay(Database database, ImportSettings settings, StopRequest stop, RunEvents events) {
        this.database = database;
        this.settings = settings;
        this.stop = stop;
        this.events = events;
    }

    /** The run's end; nothing is done again where the database has it complete. Throws RefusedException as an import does. */
    public RunEnd replay(ToldRun told, List<String> passwords) {
        Optional<Run> begun = database.runs().byNumber(told.number());
        if (begun.isPresent() && begun.get().status().equals(RunStatus.COMPLETE.name())) {
            return RunLaunch.endOfComplete(database, begun.get());
        }
        ToldClock clock = new ToldClock(told);
        ImportRunner runner = new ImportRunner(
                        database, settings, clock, stop, new AllEvents(List.of(new LastStep(clock::end), events)))
                .of(told.names());
        RunEnd end = begun.isPresent()
                ? runner.resume(begun.get(), false, passwords)
                : begin(runner, told, RunParameters.parse(told.parameters()), passwords);
        if (end.run() != told.number()) {
            throw new IllegalStateException("run " + told.number() + " came out as run " + end.run());
        }
        return end;
    }

    private RunEnd begin(ImportRunner runner, ToldRun told, RunParameters parameters, List<String> passwords) {
        RunParameters.Retry retry = parameters.retry();
        if (retry != null) {
            return runner.retry(run(retry.of()), retry.part(), List.of(), told.operator());
        }
        RunParameters.Again again = parameters.again();
        if (again != null) {
            return runner.again(run(again.of()), again.lost(), passwords, told.operator());
        }
        Path root = Path.of(URI.create("file://" + told.root()));
        return runner.importSource(new ImportRequest(
                root, told.source(), parameters.limit(), parameters.text(), told.operator(), false, passwords));
    }

    private Run run(long number) {
        return database.runs().byNumber(number).orElseThrow();
    }

    /** The time that the ledger has for the run's beginning, and from its last step on the time that it has for its end. */
    private static final class ToldClock extends Clock {

        private final ToldRun told;
        private volatile Instant now;

        ToldClock(ToldRun told) {
            this.told = told;
            this.now = told.started();
        }

        void end() {
            now = told.ended() == null ? Instant.now() : told.ended();
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
