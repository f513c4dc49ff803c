package org.photoledger.metadata;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time as a camera wrote it, as precise as it is.
 *
 * @param iso ISO 8601 without a zone, as far as it is known: {@code 2013}, {@code 2013-04}, ... {@code 2013-04-05T10:11:12.34}
 */
record CameraTime(String iso, Precision precision) {

    /** The smallest part that is known. */
    enum Precision {
        YEAR,
        MONTH,
        DAY,
        HOUR,
        MINUTE,
        SECOND,
        SUBSECOND
    }

    private static final Pattern EXIF = Pattern.compile(
            "([0-9]{4})(?:[:/. -]([0-9]{2})(?:[:/. -]([0-9]{2})(?:[ T]+([0-9]{2})(?:[:.]([0-9]{2})(?:[:.]([0-9]{2}))?)?)?)?)?"
                    + "(?:[.][0-9]+)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?");
    private static final Pattern XMP =
            Pattern.compile("([0-9-]{4,10}(?:T[0-9:]{5,8}(?:[.][0-9]+)?)?)(?:Z|[+-][0-9:]+)?");

    /** The time in an EXIF text and its sub-seconds; null for blank, zero, impossible or unreadable. */
    static @Nullable CameraTime parse(String raw, String subSeconds) {
        Matcher parts = EXIF.matcher(TextDecoding.collapsed(raw));
        if (!parts.matches()) {
            return null;
        }
        int known = 1;
        while (known < 6 && parts.group(known + 1) != null) {
            known++;
        }
        if (!possible(parts, known)) {
            return null;
        }
        StringBuilder iso = new StringBuilder(parts.group(1));
        String separators = "--T::";
        for (int part = 2; part <= known; part++) {
            iso.append(separators.charAt(part - 2)).append(parts.group(part));
        }
        if (known == 6 && !subSeconds.isEmpty()) {
            return new CameraTime(iso + "." + subSeconds, Precision.SUBSECOND);
        }
        return new CameraTime(iso.toString(), Precision.values()[known - 1]);
    }

    private static boolean possible(Matcher parts, int known) {
        try {
            int year = Integer.parseInt(parts.group(1));
            LocalDateTime.of(
                    year,
                    number(parts, 2, known, 1),
                    number(parts, 3, known, 1),
                    number(parts, 4, known, 0),
                    number(parts, 5, known, 0),
                    number(parts, 6, known, 0));
            return year > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static int number(Matcher parts, int group, int known, int otherwise) {
        return group <= known ? Integer.parseInt(parts.group(group)) : otherwise;
    }

    int year() {
        return Integer.parseInt(iso.substring(0, 4));
    }

    /** The moment, where it is known to the second. */
    @Nullable
    LocalDateTime dateTime() {
        return precision.compareTo(Precision.SECOND) < 0 ? null : LocalDateTime.parse(iso.substring(0, 19));
    }

    /** The date of a GPSDateStamp as ISO 8601, null where it is none. */
    static @Nullable String day(String raw) {
        CameraTime day = parse(raw, "");
        if (day == null || day.precision.compareTo(Precision.DAY) < 0) {
            return null;
        }
        return LocalDate.parse(day.iso.substring(0, 10)).toString();
    }

    /** The local part of an XMP date, which is ISO 8601 already; null for a date that there is not. */
    static @Nullable String localOfXmp(String raw) {
        Matcher parts = XMP.matcher(raw.strip());
        return parts.matches() && parse(parts.group(1), "") != null ? parts.group(1) : null;
    }
}
