package org.photoledger.job;

import org.photoledger.store.Run;

/** Hands on what a run tells, and says beforehand when its last step begins. */
record ReplayedEvents(RunEvents events, Runnable lastStep) implements RunEvents {

    @Override
    public void step(String name) {
        if (name.equals("report")) {
            lastStep.run();
        }
        events.step(name);
    }

    @Override
    public void started(Run run, boolean resumed) {
        events.started(run, resumed);
    }

    @Override
    public void inventoried(long names) {
        events.inventoried(names);
    }

    @Override
    public void settled(long files, long bytes) {
        events.settled(files, bytes);
    }

    @Override
    public void lost(String path, String outcome, String reason) {
        events.lost(path, outcome, reason);
    }

    @Override
    public void notice(String message) {
        events.notice(message);
    }

    @Override
    public void awaiting(long files, long bytes) {
        events.awaiting(files, bytes);
    }

    @Override
    public void begun(String path) {
        events.begun(path);
    }

    @Override
    public void ended(String path) {
        events.ended(path);
    }

    @Override
    public void recorded(long photos, long copies) {
        events.recorded(photos, copies);
    }
}
