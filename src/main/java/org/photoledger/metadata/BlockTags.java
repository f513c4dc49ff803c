package org.photoledger.metadata;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;
import org.photoledger.image.MetadataBlock;
import org.photoledger.image.MetadataBlock.Kind;

/** The tags of one block from both decoders side by side. */
final class BlockTags {

    static final String METHOD = "metadata-1";

    /** One tag: what metadata-extractor gave and what Commons Imaging gave. */
    record Pair(@Nullable RawTag drew, @Nullable RawTag imaging) {

        RawTag first() {
            RawTag one = drew == null ? imaging : drew;
            return java.util.Objects.requireNonNull(one);
        }

        boolean conflict() {
            return drew != null
                    && imaging != null
                    && !TextDecoding.collapsed(drew.raw()).equals(TextDecoding.collapsed(imaging.raw()));
        }
    }

    private final Kind kind;
    private final ByteOrder order;
    private final Map<String, Pair> pairs;
    private final Set<String> directories = new TreeSet<>();

    private BlockTags(Kind kind, ByteOrder order, Map<String, Pair> pairs) {
        this.kind = kind;
        this.order = order;
        this.pairs = pairs;
        pairs.values().forEach(pair -> directories.add(pair.first().directory()));
    }

    Kind kind() {
        return kind;
    }

    ByteOrder order() {
        return order;
    }

    Map<String, Pair> pairs() {
        return pairs;
    }

    /** The directories that have a tag, sorted. */
    Set<String> directories() {
        return directories;
    }

    /** The first value of a tag in a directory. */
    @Nullable
    Pair pair(String directory, int number) {
        return pairs.get(key(directory, number, "", 1));
    }

    private static String key(String directory, int number, String name, int count) {
        return String.format(
                Locale.ROOT, "%s %06x %s %06d", directory, number & 0xffffff, number < 0 ? name : "", count);
    }

    /** Tags by where they stand; one that stands there again comes behind the first, as in the file. */
    private static Map<String, RawTag> placed(List<RawTag> tags) {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, RawTag> placed = new HashMap<>();
        for (RawTag tag : tags) {
            int count = counts.merge(key(tag.directory(), tag.number(), tag.name(), 0), 1, Integer::sum);
            placed.put(key(tag.directory(), tag.number(), tag.name(), count), tag);
        }
        return placed;
    }

    static BlockTags read(MetadataBlock block, MetadataLimits limits, List<Finding> findings) {
        ByteOrder order = DirectoryChain.order(block.bytes());
        Map<String, Pair> pairs = new TreeMap<>();
        if (block.kind() == Kind.EXIF && DirectoryChain.longerThan(limits.directories(), block.bytes())) {
            findings.add(new Finding(
                    FindingCode.TAG_LIMIT,
                    "the EXIF block chains more than " + limits.directories() + " directories and was not read",
                    METHOD));
            return new BlockTags(block.kind(), order, pairs);
        }
        placed(guarded("metadata-extractor", block, findings, () -> DrewBlocks.read(block)))
                .forEach((key, tag) -> pairs.put(key, new Pair(tag, null)));
        if (block.kind() == Kind.EXIF) {
            placed(guarded("Commons Imaging", block, findings, () -> ImagingBlocks.read(block)))
                    .forEach((key, tag) -> {
                        Pair known = pairs.get(key);
                        pairs.put(key, new Pair(known == null ? null : known.drew(), tag));
                    });
        }
        return new BlockTags(block.kind(), order, pairs);
    }

    private interface BlockReading {
        List<RawTag> read() throws IOException;
    }

    /** Whatever a library throws on hostile bytes is a finding; the words hold no address, so that they repeat. */
    @SuppressWarnings("IllegalCatch")
    private static List<RawTag> guarded(
            String decoder, MetadataBlock block, List<Finding> findings, BlockReading reading) {
        try {
            return reading.read();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            String detail = decoder + " gave up on a " + block.kind() + " block: "
                    + e.getClass().getSimpleName();
            findings.add(new Finding(FindingCode.METADATA_UNREADABLE, detail, METHOD));
            return new ArrayList<>();
        }
    }
}
