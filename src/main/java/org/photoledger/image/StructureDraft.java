package org.photoledger.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.photoledger.digest.Sha256;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;

/** What a walker has seen so far; keeps the bounds on blocks and findings. */
final class StructureDraft {

    static final String METHOD = "structure-1";
    private static final int FINDINGS_PER_CODE = 16;

    /** All blocks of a file together have at most this many times the bytes of the largest allowed. */
    private static final int ALL_BLOCKS = 4;

    final ImageLimits limits;
    final PixelStreamDigest digest;
    final CodingDraft coding = new CodingDraft();
    /** A photo of many tiles has a box for each: boxes are smaller than directories. */
    private static final long BOXES_PER_DIRECTORY = 16;

    private final List<MetadataBlock> blocks = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<FindingCode, Integer> seen = new EnumMap<>(FindingCode.class);
    private @Nullable PixelSize size;
    private int frames = 1;
    private String framesAre = "pictures";
    private long kept;
    private long visited;
    private int containerTurn = 1;
    private @Nullable Quantization quantization;
    private @Nullable Integer trailingBytes;

    StructureDraft(ImageLimits limits, int fileLength) {
        this.limits = limits;
        this.digest = new PixelStreamDigest(fileLength);
    }

    void finding(FindingCode code, String detail) {
        int count = seen.merge(code, 1, Integer::sum);
        if (count <= FINDINGS_PER_CODE) {
            findings.add(new Finding(code, detail, METHOD));
        }
    }

    void block(MetadataBlock.Kind kind, Span span) {
        if (span.length() > limits.blockBytes()) {
            tooLarge(kind, span.start(), span.length());
        } else if (room(kind, span.start(), span.length())) {
            blocks.add(new MetadataBlock(kind, span.start(), span.copy()));
        }
    }

    void block(MetadataBlock.Kind kind, long offset, byte[] bytes) {
        if (bytes.length > limits.blockBytes()) {
            tooLarge(kind, offset, bytes.length);
        } else if (room(kind, offset, bytes.length)) {
            blocks.add(new MetadataBlock(kind, offset, bytes));
        }
    }

    void tooLarge(MetadataBlock.Kind kind, long offset, long length) {
        finding(
                FindingCode.BLOCK_TOO_LARGE,
                kind + " block at offset " + offset + " has " + length + " bytes, limit " + limits.blockBytes());
    }

    private boolean room(MetadataBlock.Kind kind, long offset, int length) {
        if (blocks.size() < limits.blocks() && kept + length <= (long) ALL_BLOCKS * limits.blockBytes()) {
            kept += length;
            return true;
        }
        finding(
                FindingCode.BLOCK_LIMIT,
                kind + " block at offset " + offset + " is beyond the limit of " + limits.blocks() + " blocks or "
                        + ALL_BLOCKS + " times the bytes of the largest");
        return false;
    }

    /** The end of the picture was met: counts the bytes after it, and names them by how they begin. */
    void trailing(Span rest) {
        trailingBytes = rest.length();
        if (rest.length() == 0) {
            return;
        }
        StringBuilder magic = new StringBuilder();
        for (byte b : rest.clip(0, 8).copy()) {
            magic.append(String.format("%02x", b & 0xff));
        }
        ImageFormat format = ImageSignatures.of(rest);
        finding(
                FindingCode.TRAILING_BYTES,
                rest.length() + " bytes after the end of the picture at offset " + rest.start() + ", beginning " + magic
                        + (format == ImageFormat.OTHER ? "" : " (" + format + ")"));
    }

    /** Keeps a size; zero or more than an int is damage, not a size. */
    void size(long width, long height) {
        if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            finding(FindingCode.STRUCTURE_DAMAGED, "size " + width + "x" + height + " is not that of a picture");
        } else {
            size = new PixelSize((int) width, (int) height);
        }
    }

    boolean hasSize() {
        return size != null;
    }

    /** Counts one more box; false beyond the limit. */
    boolean visit() {
        visited++;
        if (visited > limits.directories() * BOXES_PER_DIRECTORY) {
            finding(FindingCode.BLOCK_LIMIT, "more than " + limits.directories() * BOXES_PER_DIRECTORY + " boxes");
            return false;
        }
        return true;
    }

    void frames(int count, String what) {
        frames = Math.max(1, count);
        framesAre = what;
    }

    void containerTurn(int turn) {
        containerTurn = turn;
    }

    void quantization(@Nullable Quantization value) {
        quantization = value;
    }

    ImageStructure finish(ImageFormat format) {
        if (frames > 1) {
            finding(FindingCode.MULTIPLE_FRAMES, frames + " " + framesAre + ", of which the first is examined");
        }
        seen.forEach((code, count) -> {
            if (count > FINDINGS_PER_CODE) {
                findings.add(new Finding(code, (count - FINDINGS_PER_CODE) + " more of this kind", METHOD));
            }
        });
        blocks.sort(Comparator.comparingLong(MetadataBlock::offset));
        Sha256 pixels = digest.finish();
        return new ImageStructure(
                format,
                size,
                coding.finish(),
                frames,
                containerTurn,
                blocks,
                pixels,
                quantization,
                trailingBytes,
                findings);
    }
}
