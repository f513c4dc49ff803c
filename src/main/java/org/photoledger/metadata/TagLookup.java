package org.photoledger.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.photoledger.image.MetadataBlock.Kind;

/** Finds a tag's values over all blocks: of each decoder one, in the order in which they count. */
final class TagLookup {

    /** A value and where it stands: EXIF, XMP, IPTC, MAKER_NOTE. */
    record Value(String text, String origin) {}

    private static final Map<PhotoField, Integer> IPTC =
            Map.of(PhotoField.ARTIST, 0x250, PhotoField.COPYRIGHT, 0x274, PhotoField.IMAGE_DESCRIPTION, 0x278);

    private final List<BlockTags> blocks;

    TagLookup(List<BlockTags> blocks) {
        this.blocks = blocks;
    }

    /** What both decoders say about an EXIF tag in its directory; writers misplace tags, so IFD0 and ExifIFD stand in for each other. */
    List<Value> exif(String directory, int number) {
        BlockTags.Pair pair = pair(directory, number);
        List<Value> values = new ArrayList<>();
        if (pair != null && pair.drew() != null) {
            values.add(new Value(pair.drew().raw(), "EXIF"));
        }
        if (pair != null && pair.imaging() != null) {
            values.add(new Value(pair.imaging().raw(), "EXIF"));
        }
        return values;
    }

    private BlockTags.@Nullable Pair pair(String directory, int number) {
        String other = directory.equals("IFD0") ? "ExifIFD" : directory.equals("ExifIFD") ? "IFD0" : directory;
        for (String place : List.of(directory, other)) {
            for (BlockTags block : blocks) {
                BlockTags.Pair pair = block.kind() == Kind.EXIF ? block.pair(place, number) : null;
                if (pair != null) {
                    return pair;
                }
            }
        }
        return further(directory, other, number);
    }

    /** What the first directories leave out, one of the same name may tell, or that of another picture of the file. */
    private BlockTags.@Nullable Pair further(String directory, String other, int number) {
        for (BlockTags block : blocks) {
            for (String place : block.kind() == Kind.EXIF ? block.directories() : Set.<String>of()) {
                boolean again = place.startsWith(directory + " ") || place.startsWith(other + " ");
                boolean child = !directory.equals(other) && place.startsWith("SubIFD");
                BlockTags.Pair pair = again || child ? block.pair(place, number) : null;
                if (pair != null) {
                    return pair;
                }
            }
        }
        return null;
    }

    /** UserComment decoded by its character code and the byte order of its block. */
    List<Value> userComment() {
        List<Value> values = new ArrayList<>();
        for (BlockTags block : blocks) {
            BlockTags.Pair pair = block.kind() == Kind.EXIF ? block.pair("ExifIFD", 0x9286) : null;
            if (pair == null) {
                continue;
            }
            for (RawTag tag : new RawTag[] {pair.drew(), pair.imaging()}) {
                if (tag != null && tag.bytes() != null) {
                    values.add(new Value(TextDecoding.userComment(tag.bytes(), block.order()), "EXIF"));
                }
            }
            return values;
        }
        return values;
    }

    /** The camera body's serial number in the maker note, where EXIF has none. */
    List<Value> makerNoteSerial() {
        for (BlockTags block : blocks) {
            for (BlockTags.Pair pair : block.pairs().values()) {
                RawTag tag = pair.first();
                String name = tag.name().toLowerCase(Locale.ROOT);
                boolean serial = name.contains("serial number") && !name.contains("lens") && !name.contains("internal");
                if (tag.directory().startsWith("MakerNote")
                        && serial
                        && !tag.raw().isBlank()) {
                    return List.of(new Value(tag.raw(), "MAKER_NOTE"));
                }
            }
        }
        return List.of();
    }

    /** The first value of an XMP property. */
    List<Value> xmp(String path) {
        for (BlockTags block : blocks) {
            if (block.kind() != Kind.XMP) {
                continue;
            }
            for (BlockTags.Pair pair : block.pairs().values()) {
                if (pair.first().name().equals(path)) {
                    return List.of(new Value(pair.first().raw(), "XMP"));
                }
            }
        }
        return List.of();
    }

    List<Value> iptc(PhotoField field) {
        Integer dataset = IPTC.get(field);
        for (BlockTags block : blocks) {
            BlockTags.Pair pair = dataset == null || block.kind() == Kind.EXIF ? null : block.pair("IPTC", dataset);
            if (pair != null) {
                return List.of(new Value(pair.first().raw(), "IPTC"));
            }
        }
        return List.of();
    }
}
