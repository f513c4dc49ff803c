package org.photoledger.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A deadline is the worker's: what time the program itself was stopped for is not taken for it. */
class AlarmTest {

    /** Tried without the branch for a late alarm: the worker is killed at once. */
    @Test
    void anAlarmThatComesTooLateGivesTheWorkerItsTimeOnceMore() throws Exception {
        ScheduledThreadPoolExecutor watchdog = new ScheduledThreadPoolExecutor(1);
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch killed = new CountDownLatch(1);
        // as a stopped program: nothing of it runs
        watchdog.execute(() -> await(stopped));
        try (Alarm alarm = new Alarm(watchdog, Duration.ofSeconds(1), killed::countDown)) {
            Thread.sleep(3_500);
            stopped.countDown();
            // runs after what was due before
            boolean killedAtOnce = watchdog.submit(alarm::expired).get();
            assertThat(killedAtOnce).isFalse();
            assertThat(killed.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(alarm.expired()).isTrue();
        } finally {
            watchdog.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
