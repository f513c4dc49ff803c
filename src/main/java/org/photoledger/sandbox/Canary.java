package org.photoledger.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Tells hostile files from a machine on which no worker lives: when workers die one after another, one must examine a photo
 * that is known to be sound. Safe for use by several threads.
 */
final class Canary {

    private static final int ATTEMPTS = 3;

    private final WorkerSettings settings;
    private final BooleanSupplier stopping;
    private final AtomicInteger deaths = new AtomicInteger();

    Canary(WorkerSettings settings, BooleanSupplier stopping) {
        this.settings = settings;
        this.stopping = stopping;
    }

    void workerLived() {
        deaths.set(0);
    }

    /** Throws WorkersUnusableException where that was one too many and fresh workers die on the sound photo too. */
    void workerDied(WorkerSlot slot) {
        if (deaths.incrementAndGet() >= settings.deathsInARow()) {
            examine(slot);
        }
    }

    private void examine(WorkerSlot slot) {
        byte[] photo = photo();
        for (int attempt = 1; attempt <= ATTEMPTS && !stopping.getAsBoolean(); attempt++) {
            try {
                slot.ready().examine(Frames.CONTENT, photo, settings.deadline());
                workerLived();
                return;
            } catch (WorkerLostException e) {
                // and once more in a fresh one
            }
        }
        if (!stopping.getAsBoolean()) {
            throw new WorkersUnusableException(
                    "Worker processes die on a photo that is known to be sound (" + ATTEMPTS
                            + " in a row); run doctor, then resume. Last words: ",
                    slot.lastWords());
        }
    }

    /** A drawing of our own, kept as a file so that the parent needs no encoder that may be what is broken. */
    static byte[] photo() {
        try (InputStream in = Canary.class.getResourceAsStream("canary.jpg")) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own photo cannot be read", e);
        }
    }
}
