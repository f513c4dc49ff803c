package org.photoledger.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.photoledger.photo.Captions;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.text.Reading;
import org.photoledger.text.TextRegion;

/** A photo's regions of text and its captions as {@code show} prints them. */
final class RegionLines {

    private RegionLines() {}

    static List<Map<String, Object>> of(PhotoExamination found) {
        List<Map<String, Object>> lines = new ArrayList<>();
        List<TextRegion> regions = found.text().regions();
        for (int at = 0; at < regions.size(); at++) {
            lines.add(region(at, regions.get(at)));
        }
        Captions.of(found).forEach(caption -> lines.add(Map.of("caption", caption.engine(), "text", caption.raw())));
        return lines;
    }

    private static Map<String, Object> region(int number, TextRegion region) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("region", number);
        members.put("status", region.status().name());
        members.put(
                "box",
                region.box().corners().stream()
                        .map(corner -> Math.round(corner.x()) + "," + Math.round(corner.y()))
                        .collect(Collectors.joining(" ")));
        members.put("turn", region.turn());
        members.put("surface", region.surface().name());
        members.put("score", rounded(region.score()));
        members.put(
                "readings", region.readings().stream().map(RegionLines::line).toList());
        return members;
    }

    /** {@code 2138/4  (٢١٣٨/٤, ARABIC_INDIC, 0.98, digits-1, accepted)}. */
    private static String line(Reading reading) {
        String raw = reading.raw().equals(reading.normalized()) ? "" : reading.raw() + ", ";
        return reading.normalized() + "  (" + raw + reading.script() + ", " + rounded(reading.confidence()) + ", "
                + reading.engine() + (reading.accepted() ? ", accepted)" : ", to review)");
    }

    private static String rounded(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
