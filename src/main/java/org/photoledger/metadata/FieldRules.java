package org.photoledger.metadata;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;
import org.photoledger.image.MetadataBlock.Kind;

/** Chooses each normalized field: EXIF first, then XMP, IPTC, maker note; never silently where origins disagree. */
final class FieldRules {

    /** Longest normalized text; the whole of it is the raw value. */
    private static final int FIELD_CHARS = 65_536;

    private final List<BlockTags> blocks;
    private final List<Finding> findings;
    private final TagLookup lookup;
    private final Map<PhotoField, FieldValue> fields = new EnumMap<>(PhotoField.class);

    FieldRules(List<BlockTags> blocks, List<Finding> findings) {
        this.blocks = blocks;
        this.findings = findings;
        this.lookup = new TagLookup(blocks);
    }

    Map<PhotoField, FieldValue> fields() {
        texts();
        numbers();
        orientation();
        new DateRules(lookup, findings, this::choose).apply();
        new PositionRules(lookup, findings, this::choose).apply();
        boolean thumbnail = lookup.exif("IFD1", 0x201).stream()
                .anyMatch(value -> !value.text().isBlank());
        boolean exif = blocks.stream().anyMatch(block -> block.kind() == Kind.EXIF);
        if (exif) {
            fields.put(
                    PhotoField.HAS_THUMBNAIL,
                    new FieldValue(String.valueOf(thumbnail), "EXIF", FieldValue.Agreement.SINGLE));
        }
        return fields;
    }

    private void texts() {
        text(PhotoField.MAKE, lookup.exif("IFD0", 0x10f), "tiff:Make");
        text(PhotoField.MODEL, lookup.exif("IFD0", 0x110), "tiff:Model");
        text(PhotoField.SOFTWARE, lookup.exif("IFD0", 0x131), "xmp:CreatorTool");
        text(PhotoField.ARTIST, lookup.exif("IFD0", 0x13b), "dc:creator[1]");
        text(PhotoField.COPYRIGHT, lookup.exif("IFD0", 0x8298), "dc:rights[1]");
        text(PhotoField.IMAGE_DESCRIPTION, lookup.exif("IFD0", 0x10e), "dc:description[1]");
        text(PhotoField.OWNER_NAME, lookup.exif("ExifIFD", 0xa430), "aux:OwnerName");
        text(PhotoField.IMAGE_UNIQUE_ID, lookup.exif("ExifIFD", 0xa420), "exif:ImageUniqueID");
        text(PhotoField.LENS_MODEL, lookup.exif("ExifIFD", 0xa434), "aux:Lens");
        List<TagLookup.Value> serial = new ArrayList<>(lookup.exif("ExifIFD", 0xa431));
        if (serial.isEmpty()) {
            serial.addAll(lookup.makerNoteSerial());
        }
        text(PhotoField.SERIAL_NUMBER, serial, "aux:SerialNumber");
        choose(PhotoField.USER_COMMENT, map(lookup.userComment(), FieldRules::nonBlank));
    }

    private void text(PhotoField field, List<TagLookup.Value> exif, String xmpPath) {
        List<TagLookup.Value> candidates = new ArrayList<>(exif);
        candidates.addAll(lookup.xmp(xmpPath));
        candidates.addAll(lookup.iptc(field));
        choose(field, map(candidates, FieldRules::nonBlank));
    }

    private static @Nullable String nonBlank(String text) {
        // what stands behind a NUL is another string's remains; the raw value keeps it
        int nul = text.indexOf('\0');
        String collapsed = TextDecoding.collapsed(nul > 0 ? text.substring(0, nul) : text);
        return collapsed.isEmpty() ? null : collapsed;
    }

    private void numbers() {
        choose(PhotoField.ISO, map(lookup.exif("ExifIFD", 0x8827), FieldRules::firstWhole));
        choose(PhotoField.EXPOSURE_TIME, map(lookup.exif("ExifIFD", 0x829a), Numbers::decimal));
        choose(PhotoField.F_NUMBER, map(lookup.exif("ExifIFD", 0x829d), Numbers::decimal));
        choose(PhotoField.FOCAL_LENGTH, map(lookup.exif("ExifIFD", 0x920a), Numbers::decimal));
    }

    private static @Nullable String firstWhole(String raw) {
        String first = raw.strip().split(" ", -1)[0];
        return first.matches("[0-9]{1,9}") ? Integer.valueOf(first).toString() : null;
    }

    private void orientation() {
        List<TagLookup.Value> raw = lookup.exif("IFD0", 0x112);
        choose(PhotoField.ORIENTATION, map(raw, text -> text.strip().matches("[1-8]") ? text.strip() : null));
        if (!raw.isEmpty() && !fields.containsKey(PhotoField.ORIENTATION)) {
            findings.add(new Finding(
                    FindingCode.ORIENTATION_INVALID, "orientation is outside 1 to 8; taken as 1", BlockTags.METHOD));
        }
    }

    static List<TagLookup.Value> map(List<TagLookup.Value> values, NullableOperator rule) {
        List<TagLookup.Value> mapped = new ArrayList<>();
        for (TagLookup.Value value : values) {
            String text = rule.apply(value.text());
            if (text != null) {
                mapped.add(new TagLookup.Value(text, value.origin()));
            }
        }
        return mapped;
    }

    /** A rule that turns a raw value into a normalized one, or drops it. */
    interface NullableOperator {
        @Nullable
        String apply(String raw);
    }

    /** Takes the first candidate and tells whether the others agree with it. */
    void choose(PhotoField field, List<TagLookup.Value> candidates) {
        if (candidates.isEmpty()) {
            return;
        }
        TagLookup.Value chosen = candidates.get(0);
        UnaryOperator<String> form = text -> text.toLowerCase(java.util.Locale.ROOT);
        boolean same =
                candidates.stream().allMatch(value -> form.apply(value.text()).equals(form.apply(chosen.text())));
        FieldValue.Agreement agreement = candidates.size() == 1
                ? FieldValue.Agreement.SINGLE
                : same ? FieldValue.Agreement.AGREE : FieldValue.Agreement.CONFLICT;
        String text = chosen.text().substring(0, Math.min(chosen.text().length(), FIELD_CHARS));
        fields.put(field, new FieldValue(text, chosen.origin(), agreement));
        if (agreement == FieldValue.Agreement.CONFLICT) {
            String origins = String.join(
                    ", ",
                    candidates.stream().map(TagLookup.Value::origin).distinct().toList());
            findings.add(new Finding(
                    FindingCode.METADATA_CONFLICT,
                    field.exportName() + " differs between origins or decoders (" + origins + "); that of "
                            + chosen.origin() + " is shown",
                    BlockTags.METHOD));
        }
    }
}
