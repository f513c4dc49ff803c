package org.photoledger.job;

import java.util.List;
import java.util.function.Consumer;
import org.photoledger.custody.LedgerEvent;
import org.photoledger.store.Run;

/** Tells several listeners the same, one after the other. */
public record AllEvents(List<RunEvents> listeners) implements RunEvents {

    @Override
    public void started(Run run, boolean resumed) {
        listeners.forEach(listener -> listener.started(run, resumed));
    }

    @Override
    public void step(String name) {
        listeners.forEach(listener -> listener.step(name));
    }

    @Override
    public void inventoried(long names) {
        listeners.forEach(listener -> listener.inventoried(names));
    }

    @Override
    public void awaiting(long files) {
        listeners.forEach(listener -> listener.awaiting(files));
    }

    @Override
    public void begun(String path) {
        listeners.forEach(listener -> listener.begun(path));
    }

    @Override
    public void ended(String path) {
        listeners.forEach(listener -> listener.ended(path));
    }

    @Override
    public void settled(long files, long bytes) {
        listeners.forEach(listener -> listener.settled(files, bytes));
    }

    @Override
    public void recorded(long photos, long copies) {
        listeners.forEach(listener -> listener.recorded(photos, copies));
    }

    @Override
    public void lost(String path, String outcome, String reason) {
        listeners.forEach(listener -> listener.lost(path, outcome, reason));
    }

    @Override
    public void notice(String message) {
        listeners.forEach(listener -> listener.notice(message));
    }

    @Override
    public void betweenChunks(Consumer<LedgerEvent> ledger) {
        listeners.forEach(listener -> listener.betweenChunks(ledger));
    }
}
