package org.photoledger.job;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.photoledger.source.Source;
import org.photoledger.source.SourceFingerprint;
import org.photoledger.store.Database;
import org.photoledger.store.NewRun;
import org.photoledger.store.Run;
import org.photoledger.store.StoredSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts and resumes runs; the caller holds the home's lock. */
public final class ImportRunner {

    private final Database database;
    private final ImportSettings settings;
    private final Clock clock;
    private final StopRequest stop;
    private final RunEvents events;

    public ImportRunner(Database database, ImportSettings settings, Clock clock, StopRequest stop, RunEvents events) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
        this.stop = stop;
        this.events = events;
    }

    /** Imports a source: its unfinished run where there is one, else a new run of what is new or changed. */
    public RunEnd importSource(ImportRequest request) {
        Source source = new Source(
                request.sourceName(), request.root().toUri().getRawPath(), SourceFingerprint.of(request.root()));
        Opening opening = inTransaction(() -> open(source, request));
        return launch(opening.run, request.root(), opening.resumed);
    }

    private Opening open(Source source, ImportRequest request) {
        Optional<StoredSource> known = database.sources().byName(source.name());
        known.ifPresent(stored -> requireSameSource(stored.source(), source));
        Optional<Run> unfinished = known.flatMap(stored -> database.runs().lastUnfinishedOf(stored.id()));
        if (unfinished.isPresent()) {
            requireSameRequest(unfinished.get(), known.orElseThrow().source(), source, request);
        }
        StoredSource stored = registered(known, source, request.operator());
        if (unfinished.isPresent()) {
            return new Opening(resumed(unfinished.get(), false), true);
        }
        NewRun run = new NewRun(
                stored.id(),
                clock.instant(),
                request.operator(),
                RunParameters.ofImport(request.limit(), text(request)).json(),
                settings.settingsDigest(),
                settings.softwareVersion());
        return new Opening(database.runs().create(run), false);
    }

    private boolean text(ImportRequest request) {
        return request.text() == null ? settings.textByDefault() : request.text();
    }

    private StoredSource registered(Optional<StoredSource> known, Source source, String operator) {
        if (known.isEmpty()) {
            return database.sources().register(source, operator, clock.instant());
        }
        if (!known.get().source().equals(source)) {
            database.sources().moved(known.get().id(), source);
        }
        return new StoredSource(known.get().id(), source);
    }

    private static void requireSameSource(Source old, Source now) {
        if (!old.fingerprint().equals(now.fingerprint()) && !old.rootUri().equals(now.rootUri())) {
            throw new RefusedException(
                    ExitCode.USAGE,
                    "The name \"" + now.name() + "\" belongs to another source ("
                            + Path.of(URI.create("file://" + old.rootUri())) + "); choose another with --name.");
        }
    }

    private static void requireSameRequest(Run unfinished, Source old, Source now, ImportRequest request) {
        if (!old.fingerprint().equals(now.fingerprint())) {
            throw new RefusedException(
                    ExitCode.RESUME_REFUSED,
                    "Run " + unfinished.number()
                            + " of this source is unfinished and began with another folder in its place;"
                            + " put that back, or run resume --accept-changes.");
        }
        RunParameters parameters = RunParameters.parse(unfinished.parameters());
        if (parameters.retriesText() || (request.text() != null && request.text() != parameters.text())) {
            throw new RefusedException(
                    ExitCode.RESUME_REFUSED,
                    "Run " + unfinished.number() + " of this source is unfinished and "
                            + (parameters.retriesText()
                                    ? "is a retry"
                                    : "looks for " + (parameters.text() ? "text" : "no text"))
                            + "; finish it with photoledger resume, then import.");
        }
        long limit = parameters.limit();
        if (request.limit() != 0 && request.limit() != limit) {
            throw new RefusedException(
                    ExitCode.RESUME_REFUSED,
                    "Run " + unfinished.number() + " of this source is unfinished and has "
                            + (limit == 0 ? "no limit" : "the limit " + limit)
                            + "; finish it with photoledger resume, then import with --limit.");
        }
    }

    /** Resumes an unfinished run. */
    public RunEnd resume(Run run, boolean acceptChanges) {
        if (run.status().equals(RunStatus.COMPLETE.name())) {
            return RunLaunch.endOfComplete(database, run);
        }
        Path root = rootOf(run);
        StoredSource stored = database.sources().byName(run.sourceName()).orElseThrow();
        boolean same = SourceFingerprint.of(root).equals(stored.source().fingerprint());
        if (!same && !acceptChanges) {
            throw new RefusedException(
                    ExitCode.RESUME_REFUSED,
                    "The source at " + root + " is another one than run " + run.number()
                            + " began with; add --accept-changes to go on all the same.");
        }
        Run row = inTransaction(() -> resumed(run, acceptChanges));
        return launch(row, root, true);
    }

    private Path rootOf(Run run) {
        StoredSource stored = database.sources().byName(run.sourceName()).orElseThrow();
        Path root = Path.of(URI.create("file://" + stored.source().rootUri()));
        if (!Files.isDirectory(root)) {
            throw new RefusedException(
                    ExitCode.NOT_FOUND,
                    "The source of run " + run.number() + " is not there: " + root
                            + "; put it back in place, then try again.");
        }
        return root;
    }

    /** Looks for the text of the photos that a run recorded without, in a run of its own. */
    public RunEnd retryText(Run of, String operator) {
        Path root = rootOf(of);
        Run run = inTransaction(() -> {
            database.runs().lastUnfinishedOf(of.sourceId()).ifPresent(ImportRunner::refuseRetry);
            return database.runs()
                    .createRetry(
                            new NewRun(
                                    of.sourceId(),
                                    clock.instant(),
                                    operator,
                                    RunParameters.ofTextRetry(of.number()).json(),
                                    settings.settingsDigest(),
                                    settings.softwareVersion()),
                            of.number());
        });
        return launch(run, root, false);
    }

    private static void refuseRetry(Run unfinished) {
        throw new RefusedException(
                ExitCode.RESUME_REFUSED,
                "Run " + unfinished.number()
                        + " of this source is unfinished; finish it with photoledger resume, then retry.");
    }

    private Run resumed(Run run, boolean acceptChanges) {
        boolean changed = !run.settingsDigest().equals(settings.settingsDigest());
        if (changed && !acceptChanges) {
            throw new RefusedException(
                    ExitCode.RESUME_REFUSED,
                    "Settings or algorithm versions that change results differ from those that run " + run.number()
                            + " began with; restore them, or run resume --accept-changes to go on with the new ones.");
        }
        return database.runs().resumed(run.number(), settings.settingsDigest(), acceptChanges);
    }

    @SuppressWarnings("IllegalCatch")
    private RunEnd launch(Run run, Path root, boolean resumed) {
        Instant started = clock.instant();
        events.started(run, resumed);
        try (RunLaunch launch = new RunLaunch(database, settings, run, stop, events)) {
            return launch.run(root, started, clock);
        } catch (RuntimeException e) {
            // once a run has started, its end is told, whatever happens
            return RunLaunch.endOfBroken(database, run, e, Duration.between(started, clock.instant()));
        }
    }

    private <T> T inTransaction(Supplier<T> work) {
        T result = new TransactionTemplate(database.transactionManager()).execute(status -> work.get());
        return Objects.requireNonNull(result);
    }

    private record Opening(Run run, boolean resumed) {}
}
