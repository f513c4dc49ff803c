package org.photoledger.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Watches how much memory a process and all that it started hold together: the sum of their proportional set sizes (Linux,
 * {@code smaps_rollup}), which counts a page that several share once.
 */
public final class ResidentMemory implements AutoCloseable {

    private static final long PAUSE_MILLIS = 250;

    private final ProcessHandle root;
    private final Thread watcher;
    private volatile long largest;
    private volatile boolean closed;

    public ResidentMemory(Process process) {
        this.root = process.toHandle();
        this.watcher = new Thread(this::watch, "resident-memory");
        watcher.setDaemon(true);
        watcher.start();
    }

    private void watch() {
        try {
            while (!closed && root.isAlive()) {
                long now = Stream.concat(Stream.of(root), root.descendants())
                        .mapToLong(process -> bytesOf(process.pid()))
                        .sum();
                largest = Math.max(largest, now);
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** 0 for a process that has ended meanwhile. */
    private static long bytesOf(long process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .sum();
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0;
        }
    }

    /** Bytes, the most that were seen at once; 0 where the system does not tell. */
    public long largest() {
        return largest;
    }

    @Override
    public void close() {
        closed = true;
    }
}
