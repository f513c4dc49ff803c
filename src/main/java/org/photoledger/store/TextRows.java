package org.photoledger.store;

import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.photoledger.photo.PhotoText;
import org.photoledger.text.Alternative;
import org.photoledger.text.Corner;
import org.photoledger.text.Normalization;
import org.photoledger.text.Reading;
import org.photoledger.text.TextRegion;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;

/** Collects regions and readings of a chunk's photos and writes them in a few batches. */
final class TextRows {

    private final JdbcTemplate template;
    private final List<Object[]> regions = new ArrayList<>();
    private final List<Object[]> crops = new ArrayList<>();
    private final List<Object[]> readings = new ArrayList<>();
    private final List<Object[]> alternatives = new ArrayList<>();

    TextRows(JdbcTemplate template) {
        this.template = template;
    }

    /** Readings are numbered through the photo: those of its regions in order, then its captions. */
    void add(long photo, PhotoText text, List<Reading> captions) {
        int ordinal = 0;
        for (int at = 0; at < text.regions().size(); at++) {
            TextRegion region = text.regions().get(at);
            addRegion(photo, at, region);
            for (Reading reading : region.readings()) {
                addReading(photo, ordinal++, at, reading);
            }
        }
        for (Reading caption : captions) {
            addReading(photo, ordinal++, null, caption);
        }
    }

    private void addRegion(long photo, int at, TextRegion region) {
        List<Object> columns = new ArrayList<>(List.of(photo, at));
        for (Corner corner : region.box().corners()) {
            columns.add(corner.x());
            columns.add(corner.y());
        }
        columns.add(region.turn());
        columns.add(region.score());
        columns.add(region.status().name());
        columns.add(region.surface().name());
        regions.add(columns.toArray());
        crops.add(new Object[] {
            photo, at, new SqlParameterValue(Types.VARBINARY, region.crop().jpeg())
        });
    }

    private void addReading(long photo, int ordinal, @Nullable Integer region, Reading reading) {
        readings.add(new Object[] {
            photo,
            ordinal,
            new SqlParameterValue(Types.INTEGER, region),
            reading.engine(),
            StorableText.of(reading.raw()),
            StorableText.of(region == null ? Normalization.ofLogical(reading.raw()) : reading.normalized()),
            reading.script().name(),
            new SqlParameterValue(Types.DOUBLE, region == null ? null : reading.confidence()),
            confidences(reading.confidences()),
            reading.accepted(),
            region == null ? "METADATA" : "ENGINE"
        });
        for (int place = 0; place < reading.alternatives().size(); place++) {
            Alternative alternative = reading.alternatives().get(place);
            alternatives.add(new Object[] {
                photo, ordinal, place + 1, StorableText.of(alternative.raw()), alternative.confidence()
            });
        }
    }

    private static String confidences(List<Double> confidences) {
        return confidences.stream()
                .map(confidence -> String.format(Locale.ROOT, "%.4f", confidence))
                .collect(Collectors.joining(" "));
    }

    static List<Double> confidences(@Nullable String stored) {
        return stored == null || stored.isEmpty()
                ? List.of()
                : List.of(stored.split(" ", -1)).stream().map(Double::valueOf).toList();
    }

    void write() {
        template.batchUpdate("""
                insert into text_region (photo_id, region, x1, y1, x2, y2, x3, y3, x4, y4, turn, score, status, surface)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, regions);
        template.batchUpdate("insert into region_crop (photo_id, region, jpeg) values (?, ?, ?)", crops);
        template.batchUpdate("""
                insert into reading (photo_id, ordinal, region, engine, raw, normalized, script, confidence, confidences,
                    accepted, origin)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, readings);
        template.batchUpdate("""
                insert into reading_alternative (photo_id, ordinal, place, raw, confidence) values (?, ?, ?, ?, ?)
                """, alternatives);
    }

    /** Removes what an earlier examination read off a photo; its captions stay out too, and are written again with the new. */
    static void delete(JdbcTemplate template, List<Long> photos) {
        List<Object[]> ids = photos.stream().map(id -> new Object[] {id}).toList();
        for (String table : List.of("reading_alternative", "reading", "region_crop", "text_region")) {
            template.batchUpdate("delete from " + table + " where photo_id = ?", ids);
        }
    }
}
