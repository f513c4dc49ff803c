package org.photoledger.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.photoledger.job.ExitCode;
import org.photoledger.job.ImportRunner;
import org.photoledger.job.ImportSettings;
import org.photoledger.job.RunEnd;
import org.photoledger.job.RunEvents;
import org.photoledger.job.StopRequest;
import org.photoledger.store.Database;
import org.photoledger.store.Run;
import org.photoledger.store.RunCounts;
import picocli.CommandLine.Option;

/** The options of the verbs that run the job, and how they run it. */
final class RunOptions {

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Worker processes (default: photoledger.workers.count).")
    private @Nullable Integer workers;

    @Option(
            names = "--fail-on",
            paramLabel = "OUTCOME:LIMIT",
            description =
                    "Exit 4 if more than so many files of the run ended so, e.g. quarantined:1%% or unreadable:0.")
    private @Nullable String failOn;

    @Option(
            names = "--progress",
            paramLabel = "HOW",
            defaultValue = "auto",
            description = "auto, bar, plain or none (default: ${DEFAULT-VALUE}, a bar on a terminal).")
    private ProgressStyle progress = ProgressStyle.AUTO;

    @Option(
            names = "--until",
            paramLabel = "HH:MM",
            description = "End at the next chunk when the clock shows this time; go on later with resume.")
    private @Nullable String until;

    @Option(
            names = "--password-file",
            paramLabel = "F",
            description = "A file of passwords, one to a line, that are tried on encrypted archives and documents.")
    private @Nullable Path passwordFile;

    List<String> passwords() {
        return passwordFile == null ? List.of() : PasswordFile.read(passwordFile);
    }

    /** How progress is told on standard error. */
    enum ProgressStyle {
        AUTO,
        BAR,
        PLAIN,
        NONE
    }

    /** Who runs the program, by the system's word. */
    static String operator() {
        return System.getProperty("user.name", "unknown");
    }

    int run(GlobalOptions options, String verb, Function<ImportRunner, RunEnd> work) {
        FailOn limit = FailOn.parse(failOn);
        StopTime end = StopTime.parse(until, StopTime.wall());
        requireWorkers();
        try (Session session = Session.creating(options, verb);
                RunTeller teller = new RunTeller(options, progress, session)) {
            RunLog log = new RunLog(System::nanoTime);
            return told(session, teller, log, work.apply(runner(options, session, teller, log, end)), limit);
        }
    }

    /** What a verb does with a run that is there. */
    interface RunWork {
        RunEnd of(ImportRunner runner, Run run);
    }

    int again(GlobalOptions options, String verb, Function<Database, Run> choice, RunWork work) {
        FailOn limit = FailOn.parse(failOn);
        StopTime end = StopTime.parse(until, StopTime.wall());
        requireWorkers();
        try (Session session = Session.goingOn(options, verb);
                RunTeller teller = new RunTeller(options, progress, session)) {
            Run run = choice.apply(session.database());
            // one that was put back from a backup has no folders
            session.home().create();
            RunLog log = new RunLog(System::nanoTime);
            return told(session, teller, log, work.of(runner(options, session, teller, log, end), run), limit);
        }
    }

    private static int told(Session session, RunTeller teller, RunLog log, RunEnd end, FailOn limit) {
        int code = limit.judge(teller, end);
        log.ended(end, code);
        PrometheusFile.write(session.home(), session.database(), end, code, Instant.now());
        LiveStatus.remove(session.home());
        return code;
    }

    private void requireWorkers() {
        requireWorkers(workers);
    }

    static void requireWorkers(@Nullable Integer workers) {
        if (workers != null && (workers < 1 || workers > 1_024)) {
            throw new UsageException("--workers is " + workers + "; it must be 1 to 1024.");
        }
    }

    private ImportRunner runner(
            GlobalOptions options, Session session, RunTeller teller, RunLog log, @Nullable StopTime end) {
        StopRequest stop = new StopRequest();
        Stopping stopping = new Stopping(stop, options.command("resume"));
        Signals.install(stopping, new LateEnd(session.database(), teller, log));
        ImportSettings settings = ImportSettingsOf.session(session, workers);
        OwnModel.requireUsable(settings.workers());
        BackupRequest.clear(session.home());
        StopAsked.clear(session.home());
        LiveStatus.remove(session.home());
        if (end != null) {
            end.watch(stopping, Clock.systemUTC());
        }
        RunEvents events = teller.with(
                log,
                new LiveStatus(teller.progress(), session.home()),
                new RequestDesk(session.home(), new BackupDesk(session), stopping));
        return new ImportRunner(session.database(), settings, Clock.systemUTC(), stop, events);
    }

    /** A bound on losses: {@code quarantined:1%} of the files found, or {@code unreadable:0} files. */
    private record FailOn(@Nullable String outcome, double limit, boolean percent) {

        static FailOn parse(@Nullable String text) {
            if (text == null) {
                return new FailOn(null, 0, false);
            }
            if (!text.matches("(quarantined|unreadable):[0-9]{1,9}([.][0-9]{1,6})?%?")) {
                throw new UsageException("--fail-on is \"" + text
                        + "\"; it must be quarantined or unreadable, a colon, and a number or percentage.");
            }
            int colon = text.indexOf(':');
            boolean percent = text.endsWith("%");
            String number = text.substring(colon + 1, percent ? text.length() - 1 : text.length());
            return new FailOn(text.substring(0, colon), Double.parseDouble(number), percent);
        }

        int judge(RunTeller teller, RunEnd end) {
            boolean judged = end.exitCode() == ExitCode.COMPLETE || end.exitCode() == ExitCode.COMPLETE_WITH_LOSSES;
            int code = judged && crossed(end) ? ExitCode.FAIL_ON_CROSSED : end.exitCode();
            teller.finished(end, code);
            return code;
        }

        private boolean crossed(RunEnd end) {
            RunCounts counts = end.counts();
            if (outcome == null || counts == null) {
                return false;
            }
            long lost = outcome.equals("quarantined") ? counts.quarantined() : counts.unreadable();
            double bound = percent ? limit * counts.found() / 100 : limit;
            return lost > bound;
        }
    }
}
