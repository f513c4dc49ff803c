package org.photoledger.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.photoledger.photo.PhotoText;
import org.photoledger.text.Alternative;
import org.photoledger.text.Corner;
import org.photoledger.text.Reading;
import org.photoledger.text.RegionCrop;
import org.photoledger.text.Script;
import org.photoledger.text.Surface;
import org.photoledger.text.TextBox;
import org.photoledger.text.TextRegion;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads a photo's regions and readings back. */
final class TextReadBack {

    private final JdbcClient client;

    TextReadBack(JdbcClient client) {
        this.client = client;
    }

    PhotoText of(long photo, PhotoText.Status status, String engine) {
        Map<Integer, List<Reading>> readings = readings(photo);
        List<TextRegion> regions = client.sql("""
                        select t.*, c.jpeg from text_region t
                            join region_crop c on c.photo_id = t.photo_id and c.region = t.region
                        where t.photo_id = :photo order by t.region
                        """)
                .param("photo", photo)
                .query((row, index) -> new TextRegion(
                        new TextBox(
                                new Corner(row.getDouble("x1"), row.getDouble("y1")),
                                new Corner(row.getDouble("x2"), row.getDouble("y2")),
                                new Corner(row.getDouble("x3"), row.getDouble("y3")),
                                new Corner(row.getDouble("x4"), row.getDouble("y4"))),
                        row.getInt("turn"),
                        row.getDouble("score"),
                        Surface.valueOf(row.getString("surface")),
                        new RegionCrop(row.getBytes("jpeg")),
                        readings.getOrDefault(row.getInt("region"), List.of())))
                .list();
        return new PhotoText(status, engine, regions);
    }

    /** The photo's captions, which stand in no region. */
    List<Reading> captions(long photo) {
        return client.sql("""
                        select engine, raw, script, accepted from reading
                        where photo_id = :photo and origin = 'METADATA' order by ordinal
                        """)
                .param("photo", photo)
                .query((row, index) -> new Reading(
                        row.getString("engine"),
                        row.getString("raw"),
                        Script.valueOf(row.getString("script")),
                        1,
                        List.of(),
                        List.of(),
                        row.getBoolean("accepted")))
                .list();
    }

    private Map<Integer, List<Reading>> readings(long photo) {
        Map<Integer, List<Alternative>> alternatives = alternatives(photo);
        Map<Integer, List<Reading>> readings = new HashMap<>();
        client.sql("""
                        select ordinal, region, engine, raw, script, confidence, confidences, accepted from reading
                        where photo_id = :photo and region is not null order by ordinal
                        """)
                .param("photo", photo)
                .query((row, index) -> readings.computeIfAbsent(row.getInt("region"), key -> new ArrayList<>())
                        .add(new Reading(
                                row.getString("engine"),
                                row.getString("raw"),
                                Script.valueOf(row.getString("script")),
                                row.getDouble("confidence"),
                                TextRows.confidences(row.getString("confidences")),
                                alternatives.getOrDefault(row.getInt("ordinal"), List.of()),
                                row.getBoolean("accepted"))))
                .list();
        return readings;
    }

    private Map<Integer, List<Alternative>> alternatives(long photo) {
        Map<Integer, List<Alternative>> alternatives = new HashMap<>();
        client.sql(
                        "select ordinal, raw, confidence from reading_alternative where photo_id = :photo order by ordinal, place")
                .param("photo", photo)
                .query((row, index) -> alternatives
                        .computeIfAbsent(row.getInt("ordinal"), key -> new ArrayList<>())
                        .add(new Alternative(row.getString("raw"), row.getDouble("confidence"))))
                .list();
        return alternatives;
    }
}
