package org.photoledger.job;

import org.photoledger.source.Outcome;
import org.photoledger.source.ScannedName;
import org.photoledger.store.Run;
import org.photoledger.store.SourceFileStore;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Registers the scanned names of a source; idempotent, so that a resumed run simply walks again. */
final class InventoryWriter implements ItemWriter<ScannedName> {

    private final SourceFileStore files;
    private final Custodian custodian;
    private final RunEvents events;
    private final Run run;
    private final long fileBytes;
    private long names;

    InventoryWriter(SourceFileStore files, Custodian custodian, RunEvents events, Run run, long fileBytes) {
        this.custodian = custodian;
        this.fileBytes = fileBytes;
        this.files = files;
        this.events = events;
        this.run = run;
    }

    @Override
    public void write(Chunk<? extends ScannedName> chunk) {
        files.take(
                run,
                fileBytes,
                chunk.getItems().stream().map(ScannedName.class::cast).toList());
        custodian.record();
        names += chunk.size();
        chunk.getItems().forEach(this::tellLoss);
        events.inventoried(names);
    }

    private void tellLoss(ScannedName name) {
        if (name.unreadable()) {
            events.lost(name.path().text(), Outcome.UNREADABLE.word(), String.valueOf(name.reason()));
        }
    }

    /** How many names the walk saw, counted by the walk and not by the tables. */
    long names() {
        return names;
    }
}
