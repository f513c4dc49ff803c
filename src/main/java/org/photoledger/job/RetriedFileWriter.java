package org.photoledger.job;

import java.util.List;
import org.photoledger.source.Outcome;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Keeps the part of a chunk's photos and documents in the chunk's own transaction. */
final class RetriedFileWriter implements ItemWriter<RetriedFile> {

    private final RetriedPart part;
    private final Custodian custodian;
    private final RunEvents events;

    RetriedFileWriter(RetriedPart part, Custodian custodian, RunEvents events) {
        this.custodian = custodian;
        this.part = part;
        this.events = events;
    }

    @Override
    public void write(Chunk<? extends RetriedFile> chunk) {
        List<? extends RetriedFile> retried = chunk.getItems();
        part.keep(retried);
        custodian.record();
        events.settled(
                retried.size(),
                retried.stream().mapToLong(each -> each.file().bytes()).sum());
        retried.forEach(this::tellLoss);
    }

    private void tellLoss(RetriedFile retried) {
        if (retried.loss() != null) {
            events.lost(retried.file().path().text(), Outcome.UNREADABLE.word(), retried.loss());
        }
    }
}
