package org.photoledger.image;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.photoledger.digest.Sha256;
import org.photoledger.finding.Finding;

/**
 * What the container walker saw without decoding a pixel.
 *
 * @param size of the primary picture from the structure (SOF, IHDR, primary item), null where there is none
 * @param coding how the primary picture is coded
 * @param frames pictures in the file: TIFF pages, GIF or animation frames, at least 1 where size is known
 * @param containerTurn orientation 1 to 8 (EXIF numbering) that the container itself orders for its primary picture
 *     (HEIF irot and imir), 1 where it orders none
 * @param blocks metadata blocks in file order
 * @param imageDataDigest digest over the coded image data alone, null where the format has none or it is damaged beyond framing
 * @param quantization of a JPEG, null elsewhere and where its tables are damaged
 * @param trailingBytes how many bytes follow the end of the picture, null where the format has no end mark or none was met
 */
public record ImageStructure(
        ImageFormat format,
        @Nullable PixelSize size,
        PixelCoding coding,
        int frames,
        int containerTurn,
        List<MetadataBlock> blocks,
        @Nullable Sha256 imageDataDigest,
        @Nullable Quantization quantization,
        @Nullable Integer trailingBytes,
        List<Finding> findings) {

    public ImageStructure {
        blocks = List.copyOf(blocks);
        findings = List.copyOf(findings);
    }
}
