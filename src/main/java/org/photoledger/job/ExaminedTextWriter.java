package org.photoledger.job;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.source.Outcome;
import org.photoledger.store.Database;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Adds the text part to a chunk's photos in the chunk's own transaction. */
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
            if (text.found() != null) {
                found.put(text.photo().id(), text.found());
            }
        }
        database.photoTexts().add(found);
        events.settled(
                examined.size(),
                examined.stream().mapToLong(text -> text.photo().bytes()).sum());
        examined.forEach(this::tellLoss);
    }

    private void tellLoss(ExaminedText text) {
        if (text.loss() != null) {
            events.lost(text.photo().path().text(), Outcome.UNREADABLE.word(), text.loss());
        }
    }
}
