package org.photoledger.photo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.photoledger.digest.Sha256;
import org.photoledger.finding.Finding;
import org.photoledger.image.Decoding;
import org.photoledger.image.PixelSize;
import org.photoledger.image.RasterStatistics;
import org.photoledger.metadata.PhotoMetadata;
import org.photoledger.similarity.PerceptualHash;
import org.photoledger.similarity.Thumb;

/**
 * Everything that one examination learned from a file's bytes; the same bytes always give an equal value.
 *
 * @param mediaType detected by content: {@code image/jpeg}
 * @param photo whether the content is a photo at all; where false, only mediaType is meant
 * @param decode how decoding ended, null where the file is no photo
 * @param decodeRoute {@code FULL}, {@code SUB n}, {@code EMBEDDED_PREVIEW}, a converter with its version; null where nothing was decoded
 * @param thumb the upright picture small, null where nothing was decoded
 * @param trimmedHash of what is inside a uniform border, null where there is none
 * @param raster statistics of the decoded raster, null where nothing was decoded
 * @param traces what the file keeps of the camera or the program that wrote it
 * @param text what was read off the photo
 * @param document the text of a file that is a document and no photo, null for any other
 * @param findings of structure, decode and type; those of the metadata stay in {@link PhotoMetadata#findings()}
 */
public record PhotoExamination(
        String mediaType,
        boolean photo,
        @Nullable PixelSize size,
        @Nullable Sha256 imageDataDigest,
        PhotoMetadata metadata,
        Decoding.@Nullable Status decode,
        @Nullable String decodeRoute,
        @Nullable PerceptualHash perceptualHash,
        @Nullable Thumb thumb,
        @Nullable PerceptualHash trimmedHash,
        @Nullable RasterStatistics raster,
        FileTraces traces,
        PhotoText text,
        @Nullable DocumentFound document,
        List<Finding> findings) {

    public PhotoExamination {
        findings = List.copyOf(findings);
    }

    public static PhotoExamination notAPhoto(String mediaType) {
        return document(mediaType, null);
    }

    /** A file that is no photo, with what reading it gave where it is a document. */
    public static PhotoExamination document(String mediaType, @Nullable DocumentFound document) {
        return new PhotoExamination(
                mediaType,
                false,
                null,
                null,
                PhotoMetadata.none(),
                null,
                null,
                null,
                null,
                null,
                null,
                FileTraces.none(),
                PhotoText.without(PhotoText.Status.NO_PIXELS),
                document,
                List.of());
    }

    /** Whether a photo of a format that is read yields nothing at all: neither size nor metadata nor pixels. */
    public boolean yieldsNothing() {
        return size == null
                && metadata.values().isEmpty()
                && perceptualHash == null
                && decode != Decoding.Status.UNSUPPORTED;
    }
}
