package org.photoledger.cli;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.photoledger.custody.LedgerEvent;
import org.photoledger.job.ExitCode;
import org.photoledger.job.RunEvents;
import org.photoledger.store.Run;

/** Serves what is asked of a run between its chunks: backups, and its end. */
final class RequestDesk implements RunEvents {

    private final Home home;
    private final BackupDesk backups;
    private final Stopping stopping;
    private volatile @Nullable Run run;

    RequestDesk(Home home, BackupDesk backups, Stopping stopping) {
        this.home = home;
        this.backups = backups;
        this.stopping = stopping;
    }

    @Override
    public void started(Run begun, boolean resumed) {
        run = begun;
    }

    @Override
    public void betweenChunks(Consumer<LedgerEvent> ledger) {
        backups.serve(ledger);
        Run begun = run;
        if (begun != null && StopAsked.take(home, begun.number())) {
            stopping.stop(ExitCode.STOPPED, ", as the command stop asked");
        }
    }
}
