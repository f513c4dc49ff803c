package org.photoledger.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.photoledger.job.RunEvents;
import org.photoledger.store.Run;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.ObjectMapper;

/**
 * Where a living run stands, in {@code HOME/status.json}: replaced whole, at most once a second, so that {@code status}
 * answers without the database, which the run holds.
 */
final class LiveStatus implements RunEvents {

    private static final Logger LOG = LoggerFactory.getLogger(LiveStatus.class);
    private static final long LEAST_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final RunProgress progress;
    private final Path file;
    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();
    private long written;

    LiveStatus(RunProgress progress, Home home) {
        this.progress = progress;
        this.file = of(home);
    }

    private static Path of(Home home) {
        return home.folder().resolve("status.json");
    }

    /** Of the run that holds the home now; empty where none does, or where that has written nothing yet. */
    static Optional<Map<String, Object>> living(Home home) {
        return HomeLock.heldByRun(home)
                ? read(home).filter(status -> HomeLock.isHeldBy(home, String.valueOf(status.get("process"))))
                : Optional.empty();
    }

    private static Optional<Map<String, Object>> read(Home home) {
        try {
            @SuppressWarnings("unchecked") // an object is read as a map of names
            Map<String, Object> read = MAPPER.readValue(Files.readString(of(home)), Map.class);
            return Optional.of(read);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void started(Run run, boolean resumed) {
        put("v", 1);
        put("run", run.number());
        put("source", run.sourceName());
        put("status", "RUNNING");
        put("process", ProcessHandle.current().pid());
        put("launched", Instant.now().toString());
        put("resumed", resumed);
        write();
    }

    @Override
    public void step(String name) {
        write();
    }

    @Override
    public void inventoried(long names) {
        writeIfDue();
    }

    @Override
    public void awaiting(long files) {
        write();
    }

    @Override
    public void ended(String path) {
        writeIfDue();
    }

    @Override
    public void settled(long files, long bytes) {
        writeIfDue();
    }

    private synchronized void put(String name, Object value) {
        members.put(name, value);
    }

    private synchronized void writeIfDue() {
        if (System.nanoTime() - written >= LEAST_NANOS) {
            write();
        }
    }

    /** A status that cannot be written stops no run. */
    private synchronized void write() {
        written = System.nanoTime();
        members.put("at", Instant.now().toString());
        members.putAll(progress.now().members());
        try {
            WholeFile.replace(file, MAPPER.writeValueAsString(members) + "\n");
        } catch (IOException e) {
            LOG.warn("status.json cannot be written");
        }
    }

    /** Nothing lives any more. */
    static void remove(Home home) {
        try {
            Files.deleteIfExists(of(home));
        } catch (IOException e) {
            LOG.warn("status.json cannot be removed");
        }
    }
}
