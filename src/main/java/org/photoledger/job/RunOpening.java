package org.photoledger.job;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.photoledger.job.Recognition.Recognized;
import org.photoledger.source.Source;
import org.photoledger.source.SourceFingerprint;
import org.photoledger.store.AcceptedChange;
import org.photoledger.store.Database;
import org.photoledger.store.LostFiles;
import org.photoledger.store.NewRun;
import org.photoledger.store.Run;
import org.photoledger.store.StoredSource;

/** Decides which run a request opens, and refuses what would take one folder or one result for another; in one transaction. */
final class RunOpening {

    private final Database database;
    private final ImportSettings settings;
    private final Clock clock;
    private final Recognition recognition;

    /** A run to launch; another folder than before stands for its source where sourceChanged. */
    record Opened(Run run, boolean resumed, boolean sourceChanged) {}

    RunOpening(Database database, ImportSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
        this.recognition = new Recognition(database);
    }

    /** The unfinished run of the source where there is one, else a new one. */
    Opened ofImport(SourcePlace place, ImportRequest request) {
        Optional<StoredSource> known = known(place, request);
        if (known.isEmpty()) {
            SourceFingerprint fingerprint = place.volume() == null ? SourceFingerprint.drawn() : place.volume();
            Source source = new Source(request.sourceName(), place.rootUri(), fingerprint);
            StoredSource stored = database.sources().register(source, request.operator(), clock.instant());
            return new Opened(begun(stored, request), false, false);
        }
        StoredSource stored = known.get();
        Recognized recognized = recognition.of(stored, place);
        Optional<Run> unfinished = database.runs().lastUnfinishedOf(stored.id());
        if (recognized instanceof Recognized.Another another && !request.acceptChanges()) {
            throw refusal(another, stored.source(), place, unfinished);
        }
        if (unfinished.isPresent()) {
            requireSameRequest(unfinished.get(), request);
            Run run = resumed(unfinished.get(), request.acceptChanges());
            return new Opened(run, true, follow(run, stored, place, recognized));
        }
        Run run = begun(stored, request);
        return new Opened(run, false, follow(run, stored, place, recognized));
    }

    /** A volume that is known is the source that it was, whatever its folder is called where it is mounted now. */
    private Optional<StoredSource> known(SourcePlace place, ImportRequest request) {
        Optional<StoredSource> onVolume =
                place.volume() == null ? Optional.empty() : database.sources().byFingerprint(place.volume());
        if (onVolume.isEmpty()) {
            return database.sources().byName(request.sourceName());
        }
        String name = onVolume.get().source().name();
        if (request.name() != null && !request.name().equals(name)) {
            throw new RefusedException(
                    ExitCode.USAGE,
                    "The folder " + place.root() + " is imported as the source \"" + name + "\" already; use --name \""
                            + name + "\", or leave --name out.");
        }
        return onVolume;
    }

    private Run begun(StoredSource stored, ImportRequest request) {
        boolean text = request.text() == null ? settings.textByDefault() : request.text();
        Run run = database.runs()
                .create(newRun(stored.id(), request.operator(), RunParameters.ofImport(request.limit(), text)));
        if (request.acceptChanges()) {
            database.runs().changesAccepted(run.number());
        }
        return run;
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
    Opened ofResume(Run run, StoredSource stored, SourcePlace place, boolean acceptChanges) {
        Recognized recognized = recognition.of(stored, place);
        if (recognized instanceof Recognized.Another another && !acceptChanges) {
            throw new RefusedException(
                    ExitCode.RESUME_REFUSED,
                    "The source at " + place.root() + " is another one than run " + run.number() + " began with ("
                            + another.why() + "); put that back, or add --accept-changes to go on all the same.");
        }
        Run resumed = resumed(run, acceptChanges);
        return new Opened(resumed, true, follow(resumed, stored, place, recognized));
    }

    /** A new run that looks for a part of another's photos. */
    Opened ofRetry(Run of, RetryPart part, StoredSource stored, SourcePlace place, String operator) {
        requireRetriable(of, stored, place);
        NewRun run = newRun(of.sourceId(), operator, RunParameters.ofRetry(of.number(), part));
        return new Opened(database.runs().createRetry(run, of.number()), false, false);
    }

    /** A new run that takes up files which another lost. */
    Opened ofAgain(Run of, LostFiles lost, StoredSource stored, SourcePlace place, String operator) {
        requireRetriable(of, stored, place);
        boolean text = RunParameters.parse(of.parameters()).text();
        NewRun run = newRun(of.sourceId(), operator, RunParameters.ofAgain(of.number(), lost, text));
        return new Opened(
                database.sourceFiles().takeAgain(database.runs().create(run), of.number(), lost), false, false);
    }

    private void requireRetriable(Run of, StoredSource stored, SourcePlace place) {
        Optional<Run> unfinished = database.runs().lastUnfinishedOf(of.sourceId());
        if (unfinished.isPresent()) {
            throw new RefusedException(
                    ExitCode.RESUME_REFUSED,
                    "Run " + unfinished.get().number()
                            + " of this source is unfinished; finish it with photoledger resume, then retry.");
        }
        if (recognition.of(stored, place) instanceof Recognized.Another another) {
            throw new RefusedException(
                    ExitCode.RESUME_REFUSED,
                    "The source at " + place.root() + " is another one than run " + of.number() + " read ("
                            + another.why() + "); put that back, or import it first.");
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

    /** The source is where it is now; true where it is another folder than before. A change of its fingerprint is recorded. */
    private boolean follow(Run run, StoredSource stored, SourcePlace place, Recognized recognized) {
        Source old = stored.source();
        SourceFingerprint fingerprint = Recognition.fingerprint(recognized, place.volume());
        Source now = new Source(old.name(), place.rootUri(), fingerprint);
        boolean another = recognized instanceof Recognized.Another;
        if (another) {
            database.sources().replaced(run, now);
        } else if (!old.equals(now)) {
            database.sources().moved(stored.id(), now);
        }
        if (!old.fingerprint().equals(fingerprint)) {
            database.runs()
                    .accepted(
                            run,
                            AcceptedChange.Kind.FINGERPRINT,
                            old.fingerprint().hex(),
                            fingerprint.hex());
        }
        return another;
    }

    private static RefusedException refusal(
            Recognized.Another another, Source known, SourcePlace place, Optional<Run> unfinished) {
        if (!known.rootUri().equals(place.rootUri())) {
            return new RefusedException(
                    ExitCode.USAGE,
                    "The name \"" + known.name() + "\" belongs to another source ("
                            + Path.of(URI.create("file://" + known.rootUri())) + "), which " + place.root()
                            + " is not: " + another.why()
                            + "; choose another with --name, or add --accept-changes to put this in its place.");
        }
        if (unfinished.isPresent()) {
            return new RefusedException(
                    ExitCode.RESUME_REFUSED,
                    "Run " + unfinished.get().number()
                            + " of this source is unfinished and began with another folder in its place ("
                            + another.why() + "); put that back, or add --accept-changes.");
        }
        String what = another.empty() ? " is empty and is not the one" : " is not the one";
        return new RefusedException(
                ExitCode.RESUME_REFUSED,
                "The folder " + place.root() + what + " that the source \"" + known.name() + "\" had there"
                        + (another.empty() ? ": mount that" : " (" + another.why() + "): put that back")
                        + ", import this one under another --name, or add --accept-changes.");
    }

    private static void requireSameRequest(Run unfinished, ImportRequest request) {
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
