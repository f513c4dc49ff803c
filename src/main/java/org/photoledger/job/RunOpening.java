package org.photoledger.job;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.photoledger.source.Source;
import org.photoledger.store.AcceptedChange;
import org.photoledger.store.Database;
import org.photoledger.store.NewRun;
import org.photoledger.store.Run;
import org.photoledger.store.StoredSource;

/** Decides which run a request opens, and refuses what would take one folder or one result for another; in one transaction. */
final class RunOpening {

    private final Database database;
    private final ImportSettings settings;
    private final Clock clock;

    /** A run to launch; another folder than before stands for its source where sourceChanged. */
    record Opened(Run run, boolean resumed, boolean sourceChanged) {}

    RunOpening(Database database, ImportSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** The unfinished run of the source where there is one, else a new one. */
    Opened ofImport(Source now, ImportRequest request) {
        Optional<StoredSource> known = database.sources().byName(now.name());
        if (known.isEmpty()) {
            StoredSource stored = database.sources().register(now, request.operator(), clock.instant());
            return new Opened(begun(stored, request), false, false);
        }
        StoredSource stored = known.get();
        requireSameSource(stored.source(), now);
        Optional<Run> unfinished = database.runs().lastUnfinishedOf(stored.id());
        if (unfinished.isPresent()) {
            requireSameRequest(unfinished.get(), stored.source(), now, request);
            follow(unfinished.get(), stored, now);
            return new Opened(resumed(unfinished.get(), false), true, false);
        }
        requireMounted(stored, now, request.root());
        Run run = begun(stored, request);
        return new Opened(run, false, follow(run, stored, now));
    }

    private Run begun(StoredSource stored, ImportRequest request) {
        boolean text = request.text() == null ? settings.textByDefault() : request.text();
        return database.runs()
                .create(newRun(stored.id(), request.operator(), RunParameters.ofImport(request.limit(), text)));
    }

    private NewRun newRun(long source, String operator, RunParameters parameters) {
        return new NewRun(
                source,
                clock.instant(),
                operator,
                parameters.json(),
                settings.settingsDigest(),
                settings.softwareVersion());
    }

    /** An unfinished run, with the settings and the folder of now where both are as before or accepted. */
    Opened ofResume(Run run, StoredSource stored, Source now, boolean acceptChanges) {
        if (!acceptChanges && !stored.source().fingerprint().equals(now.fingerprint())) {
            throw new RefusedException(
                    ExitCode.RESUME_REFUSED,
                    "The source at " + placeOf(now) + " is another one than run " + run.number()
                            + " began with; put that back, or add --accept-changes to go on all the same.");
        }
        Run resumed = resumed(run, acceptChanges);
        return new Opened(resumed, true, follow(resumed, stored, now));
    }

    /** A new run that looks for a part of another's photos. */
    Opened ofRetry(Run of, RetryPart part, StoredSource stored, Source now, String operator) {
        requireRetriable(of, stored, now);
        NewRun run = newRun(of.sourceId(), operator, RunParameters.ofRetry(of.number(), part));
        return new Opened(database.runs().createRetry(run, of.number()), false, false);
    }

    /** A new run that takes up the files which another could not open without a password. */
    Opened ofReopening(Run of, StoredSource stored, Source now, String operator) {
        requireRetriable(of, stored, now);
        boolean text = RunParameters.parse(of.parameters()).text();
        NewRun run = newRun(of.sourceId(), operator, RunParameters.ofReopening(of.number(), text));
        return new Opened(database.containers().reopen(database.runs().create(run), of.number()), false, false);
    }

    private void requireRetriable(Run of, StoredSource stored, Source now) {
        Optional<Run> unfinished = database.runs().lastUnfinishedOf(of.sourceId());
        if (unfinished.isPresent()) {
            throw new RefusedException(
                    ExitCode.RESUME_REFUSED,
                    "Run " + unfinished.get().number()
                            + " of this source is unfinished; finish it with photoledger resume, then retry.");
        }
        if (!stored.source().fingerprint().equals(now.fingerprint())) {
            throw new RefusedException(
                    ExitCode.RESUME_REFUSED,
                    "The source at " + placeOf(now) + " is another one than run " + of.number()
                            + " read; put that back, or import it first.");
        }
    }

    private Run resumed(Run run, boolean acceptChanges) {
        boolean changed = !run.settingsDigest().equals(settings.settingsDigest());
        if (changed && !acceptChanges) {
            throw new RefusedException(
                    ExitCode.RESUME_REFUSED,
                    "Settings or algorithm versions that change results differ from those that run " + run.number()
                            + " began with; restore them, or run resume --accept-changes to go on with the new ones.");
        }
        Run resumed = database.runs().resumed(run.number(), settings.settingsDigest(), acceptChanges);
        if (changed) {
            database.runs()
                    .accepted(resumed, AcceptedChange.Kind.SETTINGS, run.settingsDigest(), settings.settingsDigest());
        }
        return resumed;
    }

    /** The source is where it is now; true where it is another folder than before, of which both are recorded. */
    private boolean follow(Run run, StoredSource stored, Source now) {
        Source old = stored.source();
        if (!old.equals(now)) {
            database.sources().moved(stored.id(), now);
        }
        boolean changed = !old.fingerprint().equals(now.fingerprint());
        if (changed) {
            database.runs().accepted(run, AcceptedChange.Kind.FINGERPRINT, old.fingerprint(), now.fingerprint());
        }
        return changed;
    }

    private static Path placeOf(Source source) {
        return Path.of(URI.create("file://" + source.rootUri()));
    }

    private static void requireSameSource(Source old, Source now) {
        if (!old.fingerprint().equals(now.fingerprint()) && !old.rootUri().equals(now.rootUri())) {
            throw new RefusedException(
                    ExitCode.USAGE,
                    "The name \"" + now.name() + "\" belongs to another source (" + placeOf(old)
                            + "); choose another with --name.");
        }
    }

    /** The folder that a volume is mounted on is empty while it is not mounted. */
    private void requireMounted(StoredSource stored, Source now, Path root) {
        boolean changed = !stored.source().fingerprint().equals(now.fingerprint());
        if (changed
                && new SourcePlace(root, now.fingerprint()).empty()
                && database.sources().hasNames(stored.id())) {
            throw new RefusedException(
                    ExitCode.RESUME_REFUSED,
                    "The folder " + root + " is empty and is not the one that the source \"" + now.name()
                            + "\" had there: mount that, or import this one under another --name.");
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
        if (!parameters.ofImport() || (request.text() != null && request.text() != parameters.text())) {
            throw new RefusedException(
                    ExitCode.RESUME_REFUSED,
                    "Run " + unfinished.number() + " of this source is unfinished and "
                            + (!parameters.ofImport()
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
}
