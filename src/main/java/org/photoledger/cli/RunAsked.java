package org.photoledger.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.photoledger.cli.BackupRequest.Answer;

/** Asks the run that holds a home for a backup, and waits for it as long as that run lives. */
final class RunAsked {

    private static final long POLL_MILLIS = 100;
    private static final Duration TOLD_EVERY = Duration.ofSeconds(10);

    private final Home home;
    private final boolean quiet;

    RunAsked(Home home, boolean quiet) {
        this.home = home;
        this.quiet = quiet;
    }

    /** Empty where no run holds the home, or where it ended before it came to that. */
    Optional<Answer> backup(Path target) {
        if (!HomeLock.heldByRun(home)) {
            return Optional.empty();
        }
        BackupRequest request = BackupRequest.of(home, target);
        Thread withdrawing = new Thread(request::withdraw, "withdraw-request");
        Runtime.getRuntime().addShutdownHook(withdrawing);
        tell("a run is at work; it takes the backup at its next chunk.");
        try {
            return await(request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            Runtime.getRuntime().removeShutdownHook(withdrawing);
            request.withdraw();
        }
    }

    private Optional<Answer> await(BackupRequest request) throws InterruptedException {
        long begun = System.nanoTime();
        long told = begun;
        while (true) {
            boolean alive = HomeLock.heldByRun(home);
            boolean posted = request.posted();
            // a run answers before it removes the request, and dies after both
            Optional<Answer> answer = request.answer();
            if (answer.isPresent()) {
                return answer;
            }
            if (!alive) {
                tell("the run ended before it took the backup; taking it now.");
                return Optional.empty();
            }
            if (!posted) {
                request.post();
            }
            if (System.nanoTime() - told >= TOLD_EVERY.toNanos()) {
                told = System.nanoTime();
                tell("waiting for the run's next chunk since " + (told - begun) / 1_000_000_000 + " s.");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private void tell(String message) {
        if (!quiet) {
            System.err.println("photoledger: " + message);
        }
    }
}
