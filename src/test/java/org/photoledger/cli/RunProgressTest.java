package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RunProgressTest {

    private long nanos;
    private final RunProgress progress = new RunProgress(() -> nanos);

    private void pass(long seconds) {
        nanos += TimeUnit.SECONDS.toNanos(seconds);
    }

    private void examining(long files) {
        progress.step("examine");
        progress.awaiting(files);
    }

    /** Looked at and settled. */
    private void done(int files, long bytes) {
        for (int file = 0; file < files; file++) {
            progress.ended("file-" + file);
        }
        progress.settled(files, bytes);
    }

    @Test
    void whatIsLookedAtIsToldBeforeItsChunkIsSettled() {
        examining(40);
        progress.ended("a");
        progress.ended("b");
        assertThat(progress.now().line()).startsWith("examine: 2 of 40 files (5 %)");
        assertThat(progress.now().files()).isZero();
    }

    @Test
    void theTimeThatIsLeftFollowsFromTheRate() {
        examining(1_000);
        pass(10);
        done(100, 50_000_000);
        progress.recorded(90, 8);
        progress.lost("a", "quarantined", "DEADLINE");
        progress.lost("b", "unreadable", "VANISHED");

        assertThat(progress.now().line())
                .isEqualTo("examine: 100 of 1,000 files (10 %), 10.0 files/s, 5.0 MB/s, 2 min left;"
                        + " new 90, duplicate 8, quarantined 1, unreadable 1");
        assertThat(progress.now().secondsLeft()).isEqualTo(90);
    }

    @Test
    void theRateIsThatOfTheLastMinute() {
        examining(10_000);
        pass(10);
        progress.settled(1_000, 0);
        for (int minute = 0; minute < 4; minute++) {
            pass(30);
            progress.settled(30, 0);
        }

        assertThat(progress.now().filesPerSecond()).isEqualTo(1);
    }

    @Test
    void filesSlowerThanAMinuteHaveARateTooAndAStandstillLowersIt() {
        examining(100);
        pass(300);
        progress.settled(30, 0);
        assertThat(progress.now().filesPerSecond()).isEqualTo(0.1);

        pass(300);
        assertThat(progress.now().filesPerSecond()).isEqualTo(0.05);
    }

    @Test
    void whatIsLongestInWorkIsNamedWithItsControlCharactersEscaped() {
        examining(10);
        progress.begun("day/\u202egpj.exe");
        pass(5);
        progress.begun("second");
        pass(7);

        assertThat(progress.now().line()).endsWith("; since 12 s: day/\\u202egpj.exe");
        progress.ended("day/\u202egpj.exe");
        assertThat(progress.now().line()).endsWith("; since 7 s: second");
        progress.ended("second");
        assertThat(progress.now().slowest()).isNull();
    }

    @Test
    void eachStepIsToldInItsOwnWords() {
        progress.step("inventory");
        progress.inventoried(12_000);
        assertThat(progress.now().line()).isEqualTo("inventory: 12,000 names");
        examining(5);
        done(5, 0);
        progress.step("open");
        done(3, 0);
        assertThat(progress.now().line()).startsWith("open: 3 files; ");
        assertThat(progress.now().secondsLeft()).isNull();
        assertThat(progress.now().files()).isEqualTo(8);
        progress.step("duplicates");
        assertThat(progress.now().line()).isEqualTo("duplicates");
    }

    @Test
    void longTimesAreToldInHours() {
        examining(100_000);
        pass(10);
        done(100, 0);

        assertThat(progress.now().line()).contains(", 2 h 47 min left;");
    }
}
