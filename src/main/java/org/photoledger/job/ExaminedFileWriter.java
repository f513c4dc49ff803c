package org.photoledger.job;

import java.util.List;
import java.util.Objects;
import org.photoledger.photo.Photo;
import org.photoledger.source.Outcome;
import org.photoledger.store.Database;
import org.photoledger.store.SettledFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Writes a chunk of examined files, their photos and their outcomes, in the chunk's own transaction: they can never disagree. */
final class ExaminedFileWriter implements ItemWriter<ExaminedFile> {

    private static final Logger LOG = LoggerFactory.getLogger(ExaminedFileWriter.class);

    private final Database database;
    private final Custodian custodian;
    private final RunEvents events;

    ExaminedFileWriter(Database database, Custodian custodian, RunEvents events) {
        this.database = database;
        this.custodian = custodian;
        this.events = events;
    }

    @Override
    public void write(Chunk<? extends ExaminedFile> chunk) {
        List<? extends ExaminedFile> examined = chunk.getItems();
        List<Photo> photos = examined.stream()
                .filter(file -> file.laidDown() == null)
                .map(ExaminedFile::photo)
                .filter(Objects::nonNull)
                .toList();
        List<SettledFile> settled = examined.stream().map(ExaminedFile::settled).toList();
        database.photos().record(photos);
        examined.forEach(this::recordLaidDown);
        database.sourceFiles().settle(settled);
        custodian.record();
        events.settled(
                settled.size(), settled.stream().mapToLong(SettledFile::size).sum());
        long photosOf = settled.stream()
                .filter(file -> file.outcome() == Outcome.RECORDED)
                .count();
        long contents = examined.stream()
                .map(ExaminedFile::photo)
                .filter(Objects::nonNull)
                .map(Photo::sha256)
                .distinct()
                .count();
        events.recorded(contents, photosOf - contents);
        examined.forEach(this::tellLoss);
    }

    /** One by one, so that one large examination at a time is in memory. */
    private void recordLaidDown(ExaminedFile file) {
        if (file.laidDown() != null && file.photo() != null) {
            database.photos().record(List.of(file.whole(file.laidDown(), file.photo())));
        }
    }

    private void tellLoss(ExaminedFile file) {
        Outcome outcome = file.settled().outcome();
        if (outcome == Outcome.QUARANTINED || outcome == Outcome.UNREADABLE) {
            LOG.info(
                    "file {} {}: {}",
                    file.settled().id(),
                    outcome.word(),
                    file.settled().reason());
            events.lost(
                    file.path().text(),
                    outcome.word(),
                    String.valueOf(file.settled().reason()));
        }
    }
}
