package org.photoledger.metadata;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;

/** Where a photo was taken, as its GPS directory says; no fix is no position, and never the point 0, 0. */
final class PositionRules {

    private final TagLookup lookup;
    private final List<Finding> findings;
    private final BiConsumer<PhotoField, List<TagLookup.Value>> choose;

    PositionRules(TagLookup lookup, List<Finding> findings, BiConsumer<PhotoField, List<TagLookup.Value>> choose) {
        this.lookup = lookup;
        this.findings = findings;
        this.choose = choose;
    }

    void apply() {
        double latitude = coordinate(0x2, 0x1, "S", 90);
        double longitude = coordinate(0x4, 0x3, "W", 180);
        if (latitude == 0 && longitude == 0) {
            find(FindingCode.POSITION_NULL_ISLAND, "the position is 0, 0: most likely no fix");
        }
        put(PhotoField.GPS_LATITUDE, latitude, 0x2);
        put(PhotoField.GPS_LONGITUDE, longitude, 0x4);
        altitude();
    }

    /** Both decoders read the same rationals, so agreement is that of the raw values. */
    private void put(PhotoField field, double value, int tag) {
        if (Double.isNaN(value)) {
            return;
        }
        List<TagLookup.Value> raw = lookup.exif("GPS", tag);
        choose.accept(
                field,
                raw.stream()
                        .map(each -> each.text().equals(raw.get(0).text()) ? Numbers.plain(value) : each.text())
                        .map(text -> new TagLookup.Value(text, "EXIF"))
                        .toList());
    }

    private double coordinate(int tag, int referenceTag, String negative, int most) {
        List<TagLookup.Value> raw = lookup.exif("GPS", tag);
        if (raw.isEmpty()) {
            return Double.NaN;
        }
        double degrees = Numbers.at(raw.get(0).text(), 0);
        double minutes = partOrZero(raw.get(0).text(), 1);
        double seconds = partOrZero(raw.get(0).text(), 2);
        double value = degrees + minutes / 60 + seconds / 3600;
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        if (Math.abs(value) > most) {
            find(FindingCode.POSITION_INVALID, "a coordinate lies beyond " + most + " degrees");
            return Double.NaN;
        }
        List<TagLookup.Value> reference = lookup.exif("GPS", referenceTag);
        String letter = reference.isEmpty()
                ? ""
                : TextDecoding.collapsed(reference.get(0).text()).toUpperCase(Locale.ROOT);
        if (letter.isEmpty()) {
            find(FindingCode.POSITION_WITHOUT_REFERENCE, "a coordinate has no hemisphere; it is shown without a sign");
        }
        return letter.startsWith(negative) && value != 0 ? -value : value;
    }

    private static double partOrZero(String raw, int index) {
        double part = Numbers.at(raw, index);
        // 0/0 seconds are how some writers say that minutes are decimal
        return Double.isNaN(part) ? 0 : part;
    }

    private void altitude() {
        List<TagLookup.Value> raw = lookup.exif("GPS", 0x6);
        double metres = raw.isEmpty() ? Double.NaN : Numbers.first(raw.get(0).text());
        List<TagLookup.Value> reference = lookup.exif("GPS", 0x5);
        if (raw.isEmpty()) {
            choose.accept(PhotoField.GPS_ALTITUDE, FieldRules.map(lookup.xmp("exif:GPSAltitude"), Numbers::decimal));
        }
        boolean below = !reference.isEmpty() && reference.get(0).text().strip().equals("1");
        put(PhotoField.GPS_ALTITUDE, below && metres != 0 ? -metres : metres, 0x6);
    }

    private void find(FindingCode code, String detail) {
        findings.add(new Finding(code, detail, BlockTags.METHOD));
    }
}
