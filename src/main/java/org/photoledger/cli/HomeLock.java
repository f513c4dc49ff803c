package org.photoledger.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.photoledger.job.ExitCode;
import org.photoledger.job.RefusedException;

/** The one lock of a home; the operating system frees it when its holder dies, however that happens. */
final class HomeLock implements AutoCloseable {

    private static final long POLL_MILLIS = 100;

    /** Nobody wonders about a wait that is shorter. */
    private static final Duration UNTOLD = Duration.ofSeconds(2);

    /** The verbs that run the job. */
    private static final Set<String> RUNNING = Set.of("import", "resume", "retry");

    private final FileChannel channel;
    private final FileLock lock;

    private HomeLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    private static Path file(Home home) {
        return home.folder().resolve("lock");
    }

    /** Waits for the lock; afterwards exits 11 and names the holder. */
    static HomeLock acquire(Home home, String verb, Duration wait) {
        Path file = file(home);
        long giveUp = System.nanoTime() + wait.toNanos();
        try {
            HomeLock lock = until(Math.min(giveUp, System.nanoTime() + UNTOLD.toNanos()), file, verb);
            if (lock == null && System.nanoTime() < giveUp) {
                System.err.println("photoledger: waiting for the home, at most " + wait.toSeconds() + " s: "
                        + holder(home) + " holds it");
                lock = until(giveUp, file, verb);
            }
            if (lock != null) {
                return lock;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UsageException("The lock " + file + " cannot be opened; check the home's permissions.");
        }
        throw new RefusedException(
                ExitCode.LOCKED,
                "Another command holds the home " + home.folder() + " (" + holder(home)
                        + "); wait for it, or try again with a longer --lock-wait.");
    }

    /** Null where it is not to be had until then. */
    private static @Nullable HomeLock until(long nanos, Path file, String verb)
            throws IOException, InterruptedException {
        HomeLock lock = attempt(file, verb);
        while (lock == null && System.nanoTime() < nanos) {
            Thread.sleep(POLL_MILLIS);
            lock = attempt(file, verb);
        }
        return lock;
    }

    /** Whether another process holds it now. */
    static boolean heldByAnother(Home home) {
        Path file = file(home);
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock();
            return lock == null;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether another process runs the job on it now: such a one serves requests. */
    static boolean heldByRun(Home home) {
        String holder = holder(home);
        return RUNNING.stream().anyMatch(verb -> holder.startsWith(verb + ",")) && heldByAnother(home);
    }

    /** Whether the process of this number wrote itself into the lock. */
    static boolean isHeldBy(Home home, String process) {
        return holder(home).endsWith(", process " + process);
    }

    /** Who holds it, as that one wrote. */
    static String holder(Home home) {
        try {
            return PrintableHolder.of(Files.readString(file(home), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return "holder unknown";
        }
    }

    private static @Nullable HomeLock attempt(Path file, String verb) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return null;
        }
        String text = verb + ", process " + ProcessHandle.current().pid();
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
        return new HomeLock(channel, lock);
    }

    @Override
    public void close() {
        try {
            channel.truncate(0);
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static final class PrintableHolder {

        static String of(String text) {
            return text.isBlank() ? "holder unknown" : org.photoledger.report.PrintableText.of(text);
        }
    }
}
