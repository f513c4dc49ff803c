package org.photoledger.sandbox;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;
import org.photoledger.image.ContainerWalker;
import org.photoledger.image.Decoding;
import org.photoledger.image.ImageBytes;
import org.photoledger.image.ImageDecoder;
import org.photoledger.image.ImageLimits;
import org.photoledger.image.ImageStructure;
import org.photoledger.image.Luma;
import org.photoledger.image.PixelSize;
import org.photoledger.image.RasterStatistics;
import org.photoledger.metadata.FieldValue;
import org.photoledger.metadata.MetadataLimits;
import org.photoledger.metadata.MetadataReader;
import org.photoledger.metadata.PhotoField;
import org.photoledger.metadata.PhotoMetadata;
import org.photoledger.metadata.TypeDetector;
import org.photoledger.photo.FileTraces;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.similarity.PdqHasher;
import org.photoledger.similarity.Thumb;
import org.photoledger.similarity.UniformBorder;
import org.photoledger.text.DocumentTypes;

/** Examines a file's bytes: type, structure, metadata, one decode, perceptual hash, text. Runs in a worker process only. */
final class PhotoExaminer {

    private final TypeDetector types = new TypeDetector();
    private final ContainerWalker walker;
    private final MetadataReader metadataReader;
    private final ImageDecoder decoder;
    private final ThumbnailPart thumbnails;
    private final TextPart text;
    private final DocumentPart documents;

    PhotoExaminer(ImageLimits imageLimits, MetadataLimits metadataLimits, TextPart text, DocumentPart documents) {
        this.walker = new ContainerWalker(imageLimits);
        this.metadataReader = new MetadataReader(metadataLimits);
        this.decoder = new ImageDecoder(imageLimits);
        this.thumbnails = new ThumbnailPart(imageLimits);
        this.text = text;
        this.documents = documents;
    }

    PhotoExamination examine(ImageBytes bytes) {
        String mediaType = types.detect(bytes);
        if (!types.isPhoto(mediaType)) {
            return documents.examine(bytes, DocumentTypes.precise(bytes, mediaType));
        }
        ImageStructure structure = walker.walk(bytes);
        PhotoMetadata metadata = metadataReader.read(bytes, structure);
        return examined(bytes, mediaType, structure, metadata, orientation(structure, metadata));
    }

    /** What a retry needs, and nothing else: a photo's raster, its metadata being recorded already, or a document. */
    PhotoExamination examineAgain(ImageBytes bytes, int exifOrientation) {
        String mediaType = types.detect(bytes);
        if (!types.isPhoto(mediaType)) {
            return documents.examine(bytes, DocumentTypes.precise(bytes, mediaType));
        }
        ImageStructure structure = walker.walk(bytes);
        int orientation = structure.containerTurn() == 1 ? exifOrientation : structure.containerTurn();
        return examined(bytes, mediaType, structure, PhotoMetadata.none(), orientation);
    }

    private PhotoExamination examined(
            ImageBytes bytes, String mediaType, ImageStructure structure, PhotoMetadata metadata, int orientation) {
        Decoding decoding = decoder.decode(bytes, structure, mediaType);
        Raster raster = raster(decoding, structure.size(), orientation);
        List<Finding> findings = new ArrayList<>(structure.findings());
        findings.addAll(decoding.findings());
        ThumbnailPart.Found thumbnail = thumbnails.examine(structure, orientation, raster.upright);
        findings.addAll(thumbnail.findings());
        if (raster.text.limited()) {
            findings.add(new Finding(
                    FindingCode.TEXT_REGION_LIMIT,
                    "more places of text than the limit; the first "
                            + raster.text.text().regions().size() + " were read",
                    "text-1"));
        }
        return new PhotoExamination(
                mediaType,
                true,
                structure.size(),
                structure.imageDataDigest(),
                metadata,
                decoding.status(),
                decoding.route(),
                raster.upright == null ? null : raster.upright.hash(),
                raster.upright == null ? null : Thumb.of(raster.upright.small()),
                raster.upright == null
                        ? null
                        : UniformBorder.trimmed(raster.upright.small())
                                .map(PdqHasher::hash)
                                .orElse(null),
                raster.statistics,
                new FileTraces(thumbnail.thumbnail(), structure.quantization(), structure.trailingBytes()),
                raster.text.text(),
                null,
                findings);
    }

    /** The container's own turn wins over EXIF where a format has one: HEIF readers ignore the EXIF tag. */
    private static int orientation(ImageStructure structure, PhotoMetadata metadata) {
        FieldValue exif = metadata.fields().get(PhotoField.ORIENTATION);
        if (structure.containerTurn() != 1 || exif == null) {
            return structure.containerTurn();
        }
        return Integer.parseInt(exif.text());
    }

    /** What the one decode feeds. */
    private record Raster(
            ThumbnailPart.@Nullable Upright upright,
            @Nullable RasterStatistics statistics,
            TextPart.Found text) {}

    private Raster raster(Decoding decoding, @Nullable PixelSize size, int orientation) {
        if (decoding.pixels() == null) {
            return new Raster(null, null, text.withoutPixels());
        }
        Luma coded = Luma.of(decoding.pixels());
        Luma small = coded.boxShrunk(PdqHasher.LONG_SIDE).turned(orientation);
        PixelSize full = size == null ? new PixelSize(coded.width(), coded.height()) : size;
        return new Raster(
                new ThumbnailPart.Upright(small, PdqHasher.hash(small), decoding.status() == Decoding.Status.DECODED),
                RasterStatistics.of(coded),
                text.read(coded.turned(orientation), full.upright(orientation)));
    }
}
