package org.photoledger.sandbox;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.source.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One live worker process, used by one thread at a time; kill may come from any. */
final class WorkerProcess {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);

    /** Exit code of -XX:+ExitOnOutOfMemoryError. */
    private static final int OUT_OF_MEMORY_EXIT = 3;

    private static final int LAST_WORDS_CHARS = 500;

    private final Process process;
    private final DataOutputStream toWorker;
    private final DataInputStream fromWorker;
    private final ScheduledExecutorService watchdog;
    private final WorkerTally tally;
    private volatile String lastWords = "";
    private volatile boolean outgrown;

    WorkerProcess(Process process, ScheduledExecutorService watchdog, WorkerTally tally) {
        this.process = process;
        this.watchdog = watchdog;
        this.tally = tally;
        this.toWorker = new DataOutputStream(process.getOutputStream());
        this.fromWorker = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
        Thread drain = new Thread(this::drain, "worker-stderr-" + process.pid());
        drain.setDaemon(true);
        drain.start();
    }

    private void drain() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            char[] buffer = new char[1024];
            for (int read = lines.read(buffer); read >= 0; read = lines.read(buffer)) {
                String words = lastWords + new String(buffer, 0, read);
                lastWords = words.substring(Math.max(0, words.length() - LAST_WORDS_CHARS));
            }
        } catch (IOException e) {
            LOG.debug("a worker's standard error ended", e);
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    String lastWords() {
        return lastWords;
    }

    /** What the worker has to say before its first file, empty for nothing. */
    String awaitReady(Duration deadline) throws WorkerLostException {
        return exchange(deadline, () -> new String(expect(Frames.READY), StandardCharsets.UTF_8));
    }

    PhotoExamination examine(byte kind, byte[] request, Duration deadline) throws WorkerLostException {
        return work(deadline, () -> {
            Frames.write(toWorker, kind, request);
            return PhotoExaminationCodec.decode(expect(Frames.REPLY));
        });
    }

    /** One frame to a worker that has a container open. */
    void send(byte kind, byte[] bytes, Duration deadline) throws WorkerLostException {
        work(deadline, () -> {
            Frames.write(toWorker, kind, bytes);
            return kind;
        });
    }

    /** The next frame of a worker that has a container open. */
    Frames.Frame receive(Duration deadline) throws WorkerLostException {
        return work(deadline, () -> Frames.read(fromWorker, Frames.REPLY_CAP));
    }

    private byte[] expect(byte kind) throws IOException {
        Frames.Frame frame = Frames.read(fromWorker, Frames.REPLY_CAP);
        if (frame.kind() != kind) {
            throw new MalformedFrameException("frame of kind " + frame.kind());
        }
        return frame.bytes();
    }

    private interface Exchange<T> {
        T perform() throws IOException;
    }

    private <T> T work(Duration deadline, Exchange<T> exchange) throws WorkerLostException {
        long begun = System.nanoTime();
        try {
            return exchange(deadline, exchange);
        } finally {
            tally.worked(System.nanoTime() - begun);
        }
    }

    private <T> T exchange(Duration deadline, Exchange<T> exchange) throws WorkerLostException {
        Alarm alarm = new Alarm(watchdog, deadline, this::kill);
        try (alarm) {
            return exchange.perform();
        } catch (IOException e) {
            Reason reason = alarm.expired() ? Reason.DEADLINE : reasonOfDeath();
            kill();
            // a process that is killed counts as alive until it is reaped, and the next file must not be given to it
            awaitDeath();
            throw new WorkerLostException(reason);
        }
    }

    /** Kills a worker that takes more memory than it may: what libraries take outside the heap, no setting of Java bounds. */
    void keepWithin(long bytes) {
        if (process.isAlive() && ResidentMemory.of(process.pid()) > bytes) {
            outgrown = true;
            kill();
        }
    }

    private Reason reasonOfDeath() {
        if (outgrown) {
            return Reason.OUT_OF_MEMORY;
        }
        try {
            // a dying process closes its pipes before it can be asked for its exit code
            process.waitFor(1, TimeUnit.SECONDS);
            return !process.isAlive() && process.exitValue() == OUT_OF_MEMORY_EXIT
                    ? Reason.OUT_OF_MEMORY
                    : Reason.WORKER_DIED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reason.WORKER_DIED;
        }
    }

    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    void awaitDeath() {
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
