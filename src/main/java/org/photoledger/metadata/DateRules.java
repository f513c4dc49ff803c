package org.photoledger.metadata;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;

/**
 * Dates as the camera's clock told them: raw text, local time as precise as it is, and an offset only where the file gives
 * one. Never the machine's zone, never a file time, nothing repaired.
 */
final class DateRules {

    private static final Duration OFFSET_STEP = Duration.ofMinutes(15);
    private static final Duration OFFSET_SLACK = Duration.ofMinutes(2);
    private static final Duration LARGEST_OFFSET = Duration.ofHours(14);

    private final TagLookup lookup;
    private final List<Finding> findings;
    private final BiConsumer<PhotoField, List<TagLookup.Value>> choose;

    DateRules(TagLookup lookup, List<Finding> findings, BiConsumer<PhotoField, List<TagLookup.Value>> choose) {
        this.lookup = lookup;
        this.findings = findings;
        this.choose = choose;
    }

    void apply() {
        List<TagLookup.Value> raw = lookup.exif("ExifIFD", 0x9003);
        choose.accept(PhotoField.CAPTURE_TIME_RAW, FieldRules.map(raw, text -> text.isEmpty() ? null : text));
        CameraTime capture = captureTime(raw);
        time(PhotoField.DIGITIZED_TIME, 0x9004, 0x9292, "xmp:CreateDate");
        time(PhotoField.MODIFIED_TIME, 0x132, 0x9290, "xmp:ModifyDate");
        String gps = gpsTime();
        offset(capture, gps);
    }

    private @Nullable CameraTime captureTime(List<TagLookup.Value> raw) {
        List<TagLookup.Value> candidates = times(raw, 0x9291);
        candidates.addAll(FieldRules.map(lookup.xmp("exif:DateTimeOriginal"), CameraTime::localOfXmp));
        choose.accept(PhotoField.CAPTURE_TIME_LOCAL, distinctOrigins(candidates));
        CameraTime time = raw.isEmpty() ? null : CameraTime.parse(raw.get(0).text(), subSeconds(0x9291));
        if (time != null) {
            choose.accept(
                    PhotoField.CAPTURE_TIME_PRECISION,
                    List.of(new TagLookup.Value(time.precision().name(), "EXIF")));
        }
        judge(raw, time);
        return time;
    }

    /** XMP seldom has the seconds' fraction: it agrees where it is the beginning of the other. */
    private static List<TagLookup.Value> distinctOrigins(List<TagLookup.Value> candidates) {
        if (candidates.isEmpty()) {
            return candidates;
        }
        String first = candidates.get(0).text();
        return candidates.stream()
                .map(value -> first.startsWith(value.text()) ? new TagLookup.Value(first, value.origin()) : value)
                .toList();
    }

    private void judge(List<TagLookup.Value> raw, @Nullable CameraTime time) {
        if (raw.isEmpty()) {
            return;
        }
        if (time == null) {
            boolean blank = raw.get(0).text().replaceAll("[0: \\x00-]", "").isEmpty();
            FindingCode code = blank ? FindingCode.DATE_IMPLAUSIBLE : FindingCode.DATE_UNREADABLE;
            find(code, blank ? "the capture time is blank or all zero" : "the capture time cannot be read");
            // a fixed year, not the import's date: the same bytes always give the same findings
        } else if (time.year() < 1990 || time.year() > 2100) {
            find(FindingCode.DATE_IMPLAUSIBLE, "the capture time's year is " + time.year());
        }
    }

    private void find(FindingCode code, String detail) {
        findings.add(new Finding(code, detail, BlockTags.METHOD));
    }

    private void time(PhotoField field, int tag, int subSecondTag, String xmpPath) {
        String directory = tag == 0x132 ? "IFD0" : "ExifIFD";
        List<TagLookup.Value> candidates = times(lookup.exif(directory, tag), subSecondTag);
        candidates.addAll(FieldRules.map(lookup.xmp(xmpPath), CameraTime::localOfXmp));
        choose.accept(field, distinctOrigins(candidates));
    }

    private List<TagLookup.Value> times(List<TagLookup.Value> raw, int subSecondTag) {
        String subSeconds = subSeconds(subSecondTag);
        return new ArrayList<>(FieldRules.map(raw, text -> {
            CameraTime time = CameraTime.parse(text, subSeconds);
            return time == null ? null : time.iso();
        }));
    }

    private String subSeconds(int tag) {
        List<TagLookup.Value> values = lookup.exif("ExifIFD", tag);
        return values.isEmpty() ? "" : values.get(0).text().replaceAll("[^0-9]", "");
    }

    private @Nullable String gpsTime() {
        List<TagLookup.Value> days = lookup.exif("GPS", 0x1d);
        List<TagLookup.Value> clocks = lookup.exif("GPS", 0x7);
        String day = days.isEmpty() ? null : CameraTime.day(days.get(0).text());
        String clock = clocks.isEmpty() ? null : clock(clocks.get(0).text());
        String time = day == null ? clock : clock == null ? day : day + "T" + clock;
        if (time != null) {
            String shown = clock == null ? time : time + "Z";
            choose.accept(PhotoField.GPS_TIME_UTC, List.of(new TagLookup.Value(shown, "EXIF")));
        }
        return day != null && clock != null ? time : null;
    }

    private static @Nullable String clock(String raw) {
        double hours = Numbers.at(raw, 0);
        double minutes = Numbers.at(raw, 1);
        double seconds = Numbers.at(raw, 2);
        boolean valid = hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60 && seconds >= 0 && seconds < 61;
        if (!valid) {
            return null;
        }
        String text = String.format(Locale.ROOT, "%02d:%02d:%02d", (int) hours, (int) minutes, (int) seconds);
        double fraction = seconds - Math.floor(seconds);
        return fraction < 1e-9
                ? text
                : text + Numbers.plain(Math.round(fraction * 1e6) / 1e6).substring(1);
    }

    private void offset(@Nullable CameraTime capture, @Nullable String gps) {
        List<TagLookup.Value> told = FieldRules.map(
                lookup.exif("ExifIFD", 0x9011),
                text -> text.strip().matches("[+-][0-9]{2}:[0-9]{2}") ? text.strip() : null);
        if (!told.isEmpty()) {
            choose.accept(PhotoField.UTC_OFFSET, told);
            choose.accept(PhotoField.UTC_OFFSET_ORIGIN, List.of(new TagLookup.Value("EXIF_OFFSET", "EXIF")));
            return;
        }
        String derived = capture == null || gps == null ? null : derived(capture, gps);
        if (derived != null) {
            choose.accept(PhotoField.UTC_OFFSET, List.of(new TagLookup.Value(derived, "GPS")));
            choose.accept(PhotoField.UTC_OFFSET_ORIGIN, List.of(new TagLookup.Value("GPS_DERIVED", "GPS")));
        }
    }

    /** Camera clock less GPS clock, where that is within 2 minutes of a quarter of an hour and at most 14 hours. */
    private static @Nullable String derived(CameraTime capture, String gps) {
        LocalDateTime local = capture.dateTime();
        if (local == null) {
            return null;
        }
        long difference = Duration.between(LocalDateTime.parse(gps), local).toSeconds();
        long step = OFFSET_STEP.toSeconds();
        long rounded = Math.floorDiv(difference + step / 2, step) * step;
        boolean near = Math.abs(difference - rounded) <= OFFSET_SLACK.toSeconds();
        if (!near || Math.abs(rounded) > LARGEST_OFFSET.toSeconds()) {
            return null;
        }
        String id = ZoneOffset.ofTotalSeconds((int) rounded).getId();
        return id.equals("Z") ? "+00:00" : id;
    }
}
