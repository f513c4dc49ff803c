package org.photoledger.cli;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.photoledger.custody.LedgerEvent;
import org.photoledger.job.ExitCode;
import org.photoledger.job.RunEvents;
import org.photoledger.job.StopRequest;
import org.photoledger.store.Run;

/** Serves what is asked of a run between its chunks: backups, and its end. */
final class RequestDesk implements RunEvents {

    private final Home home;
    private final BackupDesk backups;
    private final StopRequest stop;
    private volatile @Nullable Run run;

    RequestDesk(Home home, BackupDesk backups, StopRequest stop) {
        this.home = home;
        this.backups = backups;
        this.stop = stop;
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
            stop.stop(ExitCode.STOPPED);
            System.err.println("photoledger: stopping, as the command stop asked; finished files are kept."
                    + " Go on with: photoledger resume");
        }
    }
}
