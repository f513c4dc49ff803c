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
        ValueKeeper keeper = new ValueKeeper(limits, findings);
        for (MetadataBlock block : structure.blocks()) {
            if (block.kind() == Kind.COMMENT || block.kind() == Kind.PNG_TEXT) {
                keepText(block, keeper);
            } else {
                BlockTags tags = BlockTags.read(block, limits, findings);
                blocks.add(tags);
                for (BlockTags.Pair pair : tags.pairs().values()) {
                    keep(block, pair, keeper);
                }
            }
        }
        List<MetadataValue> values = keeper.values();
        Map<PhotoField, FieldValue> fields = new FieldRules(blocks, findings).fields();
        compareSize(structure.size(), blocks, findings);
        return new PhotoMetadata(fields, values, findings);
    }

    private static void keep(MetadataBlock block, BlockTags.Pair pair, ValueKeeper keeper) {
        RawTag drew = pair.drew();
        RawTag imaging = pair.imaging();
        if (pair.conflict() && drew != null && imaging != null) {
            keeper.keep(block, drew, List.of("METADATA_EXTRACTOR"));
            keeper.keep(block, imaging, List.of("COMMONS_IMAGING"));
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
                ? new RawTag(drew.directory(), drew.number(), drew.name(), imaging.type(), drew.raw(), imaging.bytes())
                : pair.first();
        keeper.keep(block, shown, origins);
    }

    private static void keepText(MetadataBlock block, ValueKeeper keeper) {
        String text = TextDecoding.text(block.bytes());
        int nul = block.kind() == Kind.PNG_TEXT ? text.indexOf('\0') : -1;
        String name = nul > 0 ? text.substring(0, nul) : "Comment";
        RawTag tag = new RawTag("", -1, name, ValueKeeper.TEXT, text.substring(nul + 1), block.bytes());
        keeper.keep(block, tag, List.of("OWN"));
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
