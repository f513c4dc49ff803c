package org.photoledger.cli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.photoledger.job.ExitCode;
import org.photoledger.job.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code stop [RUN]}: asks the run at work to end at its next chunk, and waits until it has. */
@Command(name = "stop", description = "End the run that is at work at its next chunk; finished files are kept.")
final class StopCommand implements Callable<Integer> {

    private static final long POLL_MILLIS = 100;

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Parameters(
            paramLabel = "RUN",
            arity = "0..1",
            defaultValue = "last",
            description = "The number of the run that is meant, or last (default).")
    private String run = "last";

    @Override
    public Integer call() throws InterruptedException {
        Home home = options.home();
        home.requireExisting();
        long number = atWork(home);
        StopAsked.post(home, number);
        if (!options.quiet()) {
            System.err.println("photoledger: run " + number
                    + " ends at its next chunk; Ctrl-C here ends the waiting, not the stop.");
        }
        while (isAtWork(home, number)) {
            Thread.sleep(POLL_MILLIS);
        }
        tell(number);
        return ExitCode.COMPLETE;
    }

    private long atWork(Home home) {
        long number = living(home)
                .orElseThrow(() -> new RefusedException(
                        ExitCode.NOT_FOUND,
                        "No run is at work on the home " + home.folder() + "; there is nothing to stop."));
        if (!run.equals("last") && !run.equals(String.valueOf(number))) {
            throw new RefusedException(
                    ExitCode.NOT_FOUND, "Run " + run + " is not at work; run " + number + " is. Nothing was stopped.");
        }
        return number;
    }

    private static Optional<Long> living(Home home) {
        return LiveStatus.living(home).map(status -> status.get("run")).map(value -> ((Number) value).longValue());
    }

    private static boolean isAtWork(Home home, long number) {
        return living(home).filter(living -> living == number).isPresent();
    }

    private void tell(long number) {
        if (options.json()) {
            new JsonLines().print("stop", Map.of("run", number));
            new JsonLines().end(ExitCode.COMPLETE);
        } else {
            System.out.println("Run " + number + " has ended. See: " + options.command("status " + number)
                    + "   Go on with: " + options.command("resume " + number));
        }
    }
}
