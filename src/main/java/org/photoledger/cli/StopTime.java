package org.photoledger.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import org.jspecify.annotations.Nullable;
import org.photoledger.job.ExitCode;

/** {@code --until HH:MM}: when a run ends at its next chunk, by the clock on the wall, which goes on while a machine sleeps. */
record StopTime(Instant at) {

    private static final long LOOK_MILLIS = 500;

    /** The clock that the operator sees. */
    static Clock wall() {
        return Clock.system(ZoneId.systemDefault());
    }

    /** The next time that a clock in the zone shows so; null for none. */
    static @Nullable StopTime parse(@Nullable String text, Clock clock) {
        if (text == null) {
            return null;
        }
        try {
            LocalTime time =
                    LocalTime.parse(text, DateTimeFormatter.ofPattern("H:mm").withResolverStyle(ResolverStyle.STRICT));
            ZonedDateTime now = ZonedDateTime.now(clock);
            ZonedDateTime today = now.toLocalDate().atTime(time).atZone(clock.getZone());
            ZonedDateTime next = today.isAfter(now)
                    ? today
                    : now.toLocalDate().plusDays(1).atTime(time).atZone(clock.getZone());
            return new StopTime(next.toInstant());
        } catch (DateTimeParseException e) {
            throw new UsageException("--until is \"" + text + "\"; it must be a time of day such as 06:00.");
        }
    }

    /** Asks for the stop when the time has come, from a thread of its own that keeps no process alive. */
    void watch(Stopping stopping, Clock clock) {
        Thread watching = new Thread(() -> await(stopping, clock), "until");
        watching.setDaemon(true);
        watching.start();
    }

    private void await(Stopping stopping, Clock clock) {
        try {
            while (clock.instant().isBefore(at)) {
                Thread.sleep(LOOK_MILLIS);
            }
            stopping.stop(ExitCode.STOPPED, ", as --until asked");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
