package org.photoledger.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;
import org.photoledger.image.ImageBytes;
import org.photoledger.image.ImageStructure;
import org.photoledger.image.MetadataBlock;
import org.photoledger.image.MetadataBlock.Kind;
import org.photoledger.image.PixelSize;

/** Reads all metadata blocks of a photo: every raw value is kept, and the normalized fields name where theirs stand. */
public final class MetadataReader {

    private final MetadataLimits limits;

    public MetadataReader(MetadataLimits limits) {
        this.limits = limits;
    }

    /** What the blocks say; damaged ones say less and leave findings, none throws. */
    public PhotoMetadata read(ImageBytes bytes, ImageStructure structure) {
        List<Finding> findings = new ArrayList<>();
        List<BlockTags> blocks = new ArrayList<>();
        List<MetadataValue> values = new ArrayList<>();
        for (MetadataBlock block : structure.blocks()) {
            if (block.kind() == Kind.COMMENT || block.kind() == Kind.PNG_TEXT) {
                values.add(text(block, findings));
            } else {
                BlockTags tags = BlockTags.read(block, limits, findings);
                blocks.add(tags);
                for (BlockTags.Pair pair : tags.pairs().values()) {
                    add(values, block, pair, findings);
                }
            }
        }
        if (values.size() > limits.tags()) {
            findings.add(finding(
                    FindingCode.TAG_LIMIT, values.size() + " metadata values; " + limits.tags() + " were kept"));
            values = values.subList(0, limits.tags());
        }
        Map<PhotoField, FieldValue> fields = new FieldRules(blocks, findings).fields();
        compareSize(structure.size(), blocks, findings);
        return new PhotoMetadata(fields, values, findings);
    }

    private void add(List<MetadataValue> values, MetadataBlock block, BlockTags.Pair pair, List<Finding> findings) {
        if (values.size() > limits.tags()) {
            return;
        }
        RawTag drew = pair.drew();
        RawTag imaging = pair.imaging();
        if (pair.conflict() && drew != null && imaging != null) {
            values.add(value(block, drew, List.of("METADATA_EXTRACTOR"), findings));
            values.add(value(block, imaging, List.of("COMMONS_IMAGING"), findings));
            return;
        }
        List<String> origins = new ArrayList<>();
        if (imaging != null) {
            origins.add("COMMONS_IMAGING");
        }
        if (drew != null) {
            origins.add("METADATA_EXTRACTOR");
        }
        RawTag shown = imaging != null && drew != null
                ? new RawTag(drew.directory(), drew.number(), drew.name(), imaging.type(), drew.raw(), drew.bytes())
                : pair.first();
        values.add(value(block, shown, origins, findings));
    }

    private MetadataValue value(MetadataBlock block, RawTag tag, List<String> origins, List<Finding> findings) {
        boolean truncated = tag.raw().length() > limits.valueChars();
        if (truncated) {
            findings.add(finding(
                    FindingCode.VALUE_TRUNCATED,
                    tag.directory() + " " + tag.tag() + ": " + tag.raw().length() + " characters, "
                            + limits.valueChars() + " were kept"));
        }
        if (tag.bytes() != null && "ASCII".equalsIgnoreCase(tag.type()) && TextDecoding.guessed(tag.bytes())) {
            findings.add(
                    finding(FindingCode.TEXT_ENCODING_GUESSED, tag.directory() + " " + tag.tag() + " is not UTF-8"));
        }
        String raw = truncated ? tag.raw().substring(0, limits.valueChars()) : tag.raw();
        return new MetadataValue(
                block.kind().name(), tag.directory(), tag.tag(), tag.name(), tag.type(), origins, raw, truncated);
    }

    private MetadataValue text(MetadataBlock block, List<Finding> findings) {
        String text = TextDecoding.text(block.bytes());
        int nul = block.kind() == Kind.PNG_TEXT ? text.indexOf('\0') : -1;
        String name = nul > 0 ? text.substring(0, nul) : "Comment";
        RawTag tag = new RawTag("", -1, name, null, text.substring(nul + 1), null);
        return value(block, tag, List.of("OWN"), findings);
    }

    /** A picture that was resized by a program that left EXIF alone tells its old size there. */
    private static void compareSize(@Nullable PixelSize size, List<BlockTags> blocks, List<Finding> findings) {
        if (size == null) {
            return;
        }
        for (BlockTags block : blocks) {
            BlockTags.Pair width = block.pair("ExifIFD", 0xa002);
            BlockTags.Pair height = block.pair("ExifIFD", 0xa003);
            if (width == null || height == null) {
                continue;
            }
            String told = width.first().raw() + "x" + height.first().raw();
            String seen = size.width() + "x" + size.height();
            if (!told.equals(seen) && !told.equals(size.height() + "x" + size.width())) {
                findings.add(finding(
                        FindingCode.SIZE_DISAGREES_WITH_METADATA, "EXIF says " + told + ", the picture is " + seen));
            }
            return;
        }
    }

    private static Finding finding(FindingCode code, String detail) {
        return new Finding(code, detail, BlockTags.METHOD);
    }
}
