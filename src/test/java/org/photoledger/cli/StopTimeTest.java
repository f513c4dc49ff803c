package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.photoledger.job.ExitCode;
import org.photoledger.job.StopRequest;

class StopTimeTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Instant next(String time, String now) {
        Clock clock = Clock.fixed(Instant.parse(now), BERLIN);
        return Objects.requireNonNull(StopTime.parse(time, clock)).at();
    }

    @Test
    void aTimeOfDayIsTheNextOneThatTheClockOnTheWallShows() {
        assertThat(next("06:00", "2013-04-05T20:30:00Z")).isEqualTo("2013-04-06T04:00:00Z");
        assertThat(next("23:15", "2013-04-05T20:30:00Z")).isEqualTo("2013-04-05T21:15:00Z");
        assertThat(next("6:00", "2013-04-06T04:00:00Z")).isEqualTo("2013-04-07T04:00:00Z");
    }

    @Test
    void aTimeThatTheNightOfSummerTimeSkipsIsAnHourLater() {
        assertThat(next("02:30", "2013-03-30T22:00:00Z")).isEqualTo("2013-03-31T01:30:00Z");
    }

    @Test
    void whatIsNoTimeOfDayIsRefused() {
        for (String text : new String[] {"24:00", "6", "06:60", "", "06:00:00", "noon"}) {
            assertThatThrownBy(() -> StopTime.parse(text, Clock.systemUTC()))
                    .as(text)
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("such as 06:00");
        }
        assertThat(StopTime.parse(null, Clock.systemUTC())).isNull();
    }

    @Test
    void whenTheTimeHasComeTheRunIsAskedToStop() throws InterruptedException {
        StopRequest stop = new StopRequest();
        new StopTime(Instant.now().minusSeconds(1)).watch(new Stopping(stop, "photoledger resume"), Clock.systemUTC());

        for (int wait = 0; wait < 100 && !stop.requested(); wait++) {
            Thread.sleep(50);
        }
        assertThat(stop.exitCode()).isEqualTo(ExitCode.STOPPED);
    }

    @Test
    void aSignalAfterACommandToStopCountsAndACommandAfterASignalDoesNot() {
        StopRequest stop = new StopRequest();
        stop.stop(ExitCode.STOPPED);
        stop.stop(ExitCode.TERMINATED);
        assertThat(stop.exitCode()).isEqualTo(ExitCode.TERMINATED);
        stop.stop(ExitCode.STOPPED);
        stop.stop(ExitCode.INTERRUPTED);
        assertThat(stop.exitCode()).isEqualTo(ExitCode.TERMINATED);
    }

    @Test
    void beforeThatNothingIsAsked() throws InterruptedException {
        StopRequest stop = new StopRequest();

        new StopTime(Instant.now().plusSeconds(3_600))
                .watch(new Stopping(stop, "photoledger resume"), Clock.systemUTC());

        Thread.sleep(1_200);
        assertThat(stop.requested()).isFalse();
    }
}
