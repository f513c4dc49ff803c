package org.photoledger.job;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.source.Outcome;
import org.photoledger.store.Database;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Adds their text to a chunk's photos and documents in the chunk's own transaction. */
final class ExaminedTextWriter implements ItemWriter<ExaminedText> {

    private final Database database;
    private final RunEvents events;

    ExaminedTextWriter(Database database, RunEvents events) {
        this.database = database;
        this.events = events;
    }

    @Override
    public void write(Chunk<? extends ExaminedText> chunk) {
        List<? extends ExaminedText> examined = chunk.getItems();
        Map<Long, PhotoExamination> found = new HashMap<>();
        for (ExaminedText text : examined) {
            if (text.found() != null && text.file().photo()) {
                found.put(text.file().id(), text.found());
            } else if (text.found() != null && text.found().document() != null) {
                database.texts().keep(text.file(), text.found().document());
            }
        }
        database.texts().add(found);
        events.settled(
                examined.size(),
                examined.stream().mapToLong(text -> text.file().bytes()).sum());
        examined.forEach(this::tellLoss);
    }

    private void tellLoss(ExaminedText text) {
        if (text.loss() != null) {
            events.lost(text.file().path().text(), Outcome.UNREADABLE.word(), text.loss());
        }
    }
}
