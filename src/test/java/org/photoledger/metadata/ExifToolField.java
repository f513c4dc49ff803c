package org.photoledger.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.photoledger.image.ImageStructure;
import org.photoledger.image.PixelSize;
import tools.jackson.databind.JsonNode;

/** One of the 27 fields of the comparison: which of ExifTool's tags holds its truth, and what equal means. */
@SuppressWarnings("UnnecessaryLambda") // a table of comparisons reads best as one
record ExifToolField(
        String name, List<String> tags, @Nullable PhotoField field, BiPredicate<String, String> equal) {

    private static final List<String> EXIF_GROUPS = List.of("EXIF:ExifIFD:", "EXIF:IFD0:", "EXIF:SubIFD:", "EXIF:");

    static List<ExifToolField> all() {
        List<ExifToolField> fields = new ArrayList<>();
        text(fields, "Make", PhotoField.MAKE);
        text(fields, "Model", PhotoField.MODEL);
        text(fields, "SerialNumber", PhotoField.SERIAL_NUMBER);
        text(fields, "LensModel", PhotoField.LENS_MODEL);
        fields.add(
                new ExifToolField("DateTimeOriginal", List.of("DateTimeOriginal"), PhotoField.CAPTURE_TIME_RAW, TEXT));
        fields.add(new ExifToolField("CreateDate", List.of("CreateDate"), PhotoField.DIGITIZED_TIME, TIME));
        fields.add(new ExifToolField("ModifyDate", List.of("ModifyDate"), PhotoField.MODIFIED_TIME, TIME));
        fields.add(new ExifToolField(
                "SubSecTimeOriginal", List.of("SubSecTimeOriginal"), PhotoField.CAPTURE_TIME_LOCAL, SUB_SECOND));
        fields.add(new ExifToolField("OffsetTimeOriginal", List.of("OffsetTimeOriginal"), PhotoField.UTC_OFFSET, TEXT));
        number(fields, "Orientation", PhotoField.ORIENTATION);
        fields.add(new ExifToolField("ImageWidth", List.of(), null, NUMBER));
        fields.add(new ExifToolField("ImageHeight", List.of(), null, NUMBER));
        number(fields, "GPSLatitude", PhotoField.GPS_LATITUDE);
        number(fields, "GPSLongitude", PhotoField.GPS_LONGITUDE);
        number(fields, "GPSAltitude", PhotoField.GPS_ALTITUDE);
        fields.add(new ExifToolField("GPSTimeStamp", List.of("GPSTimeStamp"), PhotoField.GPS_TIME_UTC, GPS_CLOCK));
        fields.add(new ExifToolField("GPSDateStamp", List.of("GPSDateStamp"), PhotoField.GPS_TIME_UTC, GPS_DAY));
        text(fields, "Software", PhotoField.SOFTWARE);
        text(fields, "Artist", PhotoField.ARTIST);
        text(fields, "OwnerName", PhotoField.OWNER_NAME);
        text(fields, "Copyright", PhotoField.COPYRIGHT);
        text(fields, "ImageUniqueID", PhotoField.IMAGE_UNIQUE_ID);
        text(fields, "UserComment", PhotoField.USER_COMMENT);
        text(fields, "ImageDescription", PhotoField.IMAGE_DESCRIPTION);
        number(fields, "ISO", PhotoField.ISO);
        number(fields, "ExposureTime", PhotoField.EXPOSURE_TIME);
        number(fields, "FNumber", PhotoField.F_NUMBER);
        number(fields, "FocalLength", PhotoField.FOCAL_LENGTH);
        return fields;
    }

    private static final BiPredicate<String, String> TEXT = (wanted, ours) -> {
        // ExifTool's JSON has a question mark for each byte that is no UTF-8
        String shown = wanted.contains("?") ? ours.replaceAll("[^\\x00-\\x7f]", "?") : ours;
        return TextDecoding.collapsed(wanted).equals(TextDecoding.collapsed(shown));
    };

    private static final BiPredicate<String, String> NUMBER = (wanted, ours) -> {
        double one = Numbers.first(wanted);
        double other = Numbers.first(ours);
        return Math.abs(one - other) <= 1e-4 * Math.max(1, Math.abs(one));
    };

    private static final BiPredicate<String, String> TIME = (wanted, ours) ->
            digits(ours).startsWith(digits(wanted)) || digits(wanted).startsWith(digits(ours));

    private static final BiPredicate<String, String> SUB_SECOND =
            (wanted, ours) -> ours.endsWith("." + wanted.strip()) || wanted.isBlank();

    private static final BiPredicate<String, String> GPS_CLOCK = (wanted, ours) -> {
        String clock = ours.substring(ours.indexOf('T') + 1).replace("Z", "");
        return clock.startsWith(wanted.strip()) || wanted.strip().startsWith(clock);
    };

    private static final BiPredicate<String, String> GPS_DAY =
            (wanted, ours) -> digits(ours).startsWith(digits(wanted));

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    private static void text(List<ExifToolField> fields, String name, PhotoField field) {
        fields.add(new ExifToolField(name, List.of(name), field, TEXT));
    }

    private static void number(List<ExifToolField> fields, String name, PhotoField field) {
        fields.add(new ExifToolField(name, List.of(name), field, NUMBER));
    }

    boolean same(String wanted, String ours) {
        return equal.test(wanted, ours);
    }

    /** ExifTool's value from the EXIF groups of the primary picture, null where it has none or an empty one. */
    @Nullable
    String wanted(JsonNode truth) {
        if (field == null) {
            return size(truth, name);
        }
        if (name.startsWith("GPSL") || name.equals("GPSAltitude")) {
            return value(truth, "Composite:" + name);
        }
        @Nullable String found = null;
        for (String tag : tags) {
            for (Map.Entry<String, JsonNode> property : truth.properties()) {
                String key = property.getKey();
                boolean exif = key.startsWith("EXIF:") && !key.contains(":IFD1:") && !key.contains(":IFD2:");
                boolean primary = EXIF_GROUPS.stream().anyMatch(key::startsWith) || key.contains(":GPS:");
                if (found == null && exif && primary && key.endsWith(":" + tag)) {
                    found = property.getValue().asString();
                }
            }
        }
        boolean blank = found == null || found.replaceAll("[0: \\x00]", "").isEmpty();
        return blank && !name.equals("GPSTimeStamp") && !isNumber(found) ? null : found;
    }

    private boolean isNumber(@Nullable String found) {
        return equal == NUMBER && found != null && !found.isBlank();
    }

    private static @Nullable String value(JsonNode truth, String key) {
        JsonNode node = truth.get(key);
        return node == null || node.asString().isBlank() ? null : node.asString();
    }

    static @Nullable String size(JsonNode truth, String name) {
        JsonNode size = truth.get("Composite:ImageSize");
        if (size == null) {
            return null;
        }
        String[] sides = size.asString().toLowerCase(Locale.ROOT).split("[ x]", -1);
        return sides.length < 2 ? null : sides[name.equals("ImageWidth") ? 0 : 1];
    }

    @Nullable
    String ours(ImageStructure structure, PhotoMetadata metadata) {
        if (field == null) {
            PixelSize size = structure.size();
            return size == null ? null : String.valueOf(name.equals("ImageWidth") ? size.width() : size.height());
        }
        FieldValue value = metadata.fields().get(field);
        return value == null ? null : value.text();
    }
}
