package org.photoledger.sandbox;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.photoledger.image.ContainerWalker;
import org.photoledger.image.Decoding;
import org.photoledger.image.ImageBytes;
import org.photoledger.image.ImageDecoder;
import org.photoledger.image.ImageFormat;
import org.photoledger.image.ImageStructure;
import org.photoledger.image.Luma;
import org.photoledger.image.PixelSize;
import org.photoledger.image.RasterStatistics;
import org.photoledger.metadata.FieldValue;
import org.photoledger.metadata.MetadataReader;
import org.photoledger.metadata.PhotoField;
import org.photoledger.metadata.PhotoMetadata;
import org.photoledger.photo.FileTraces;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.similarity.PdqHasher;
import org.photoledger.similarity.Thumb;
import org.photoledger.similarity.UniformBorder;
import org.photoledger.text.DocumentTypes;

/** Examines a file's bytes: type, structure, metadata, one decode, perceptual hash, text. Runs in a worker process only. */
final class PhotoExaminer {

    private final FileTypes types = new FileTypes();
    private final ContainerWalker walker;
    private final MetadataReader metadataReader;
    private final ImageDecoder decoder;
    private final ThumbnailPart thumbnails;
    private final TextPart text;
    private final DocumentPart documents;

    PhotoExaminer(ExaminationSettings settings, TextPart text, DocumentPart documents) {
        this.walker = new ContainerWalker(settings.imageLimits());
        this.metadataReader = new MetadataReader(settings.metadataLimits());
        this.decoder = new ImageDecoder(settings.imageLimits(), settings.heif());
        this.thumbnails = new ThumbnailPart(settings.imageLimits());
        this.text = text;
        this.documents = documents;
    }

    /** The type alone, of a file of which only the first bytes are at hand. */
    PhotoExamination typeOf(ImageBytes head) {
        return PhotoExamination.notAPhoto(types.of(head));
    }

    PhotoExamination examine(ImageBytes bytes) {
        String mediaType = types.of(bytes);
        if (!types.isPhoto(mediaType)) {
            return documents.examine(bytes, DocumentTypes.precise(bytes, mediaType));
        }
        ImageStructure structure = walker.walk(bytes);
        PhotoMetadata metadata = metadataReader.read(bytes, structure);
        FieldValue exif = metadata.fields().get(PhotoField.ORIENTATION);
        int orientation = orientation(structure, exif == null ? 1 : Integer.parseInt(exif.text()));
        return examined(bytes, mediaType, structure, metadata, orientation);
    }

    /**
     * What a retry of the text adds to a photo that is recorded, and nothing else: its text and its raster's statistics;
     * or a document.
     */
    PhotoExamination examineText(ImageBytes bytes, int exifOrientation) {
        String mediaType = types.of(bytes);
        if (!types.isPhoto(mediaType)) {
            return documents.examine(bytes, DocumentTypes.precise(bytes, mediaType));
        }
        ImageStructure structure = walker.walk(bytes);
        int orientation = orientation(structure, exifOrientation);
        Decoding decoding = decoder.decode(bytes, structure, mediaType);
        Luma coded = coded(decoding);
        TextPart.Found found = text(coded, structure.size(), orientation, decoding);
        return new PhotoExamination(
                mediaType,
                true,
                structure.size(),
                structure.imageDataDigest(),
                PhotoMetadata.none(),
                decoding.status(),
                decoding.route(),
                null,
                null,
                null,
                coded == null ? null : RasterStatistics.of(coded),
                FileTraces.none(),
                found.text(),
                null,
                found.findings());
    }

    private PhotoExamination examined(
            ImageBytes bytes, String mediaType, ImageStructure structure, PhotoMetadata metadata, int orientation) {
        Decoding decoding = decoder.decode(bytes, structure, mediaType);
        Luma coded = coded(decoding);
        int turn = decoding.turn(orientation, structure.size());
        ThumbnailPart.Upright upright = upright(coded, turn, decoding.status());
        ThumbnailPart.Found thumbnail = thumbnails.examine(structure, orientation, upright);
        TextPart.Found found = text(coded, structure.size(), orientation, decoding);
        return new PhotoExamination(
                mediaType,
                true,
                structure.size(),
                structure.imageDataDigest(),
                metadata,
                decoding.status(),
                decoding.route(),
                upright == null ? null : upright.hash(),
                upright == null ? null : Thumb.of(upright.small()),
                upright == null
                        ? null
                        : UniformBorder.trimmed(upright.small())
                                .map(PdqHasher::hash)
                                .orElse(null),
                coded == null ? null : RasterStatistics.of(coded),
                new FileTraces(thumbnail.thumbnail(), structure.quantization(), structure.trailingBytes()),
                found.text(),
                null,
                Stream.of(structure.findings(), decoding.findings(), thumbnail.findings(), found.findings())
                        .flatMap(List::stream)
                        .toList());
    }

    /** Where a format has a turn of its own, EXIF's is not for readers (ISO/IEC 23008-12 6.5.1); a CR3 has none. */
    private static int orientation(ImageStructure structure, int exif) {
        boolean own = structure.format() == ImageFormat.JXL
                || (structure.format() == ImageFormat.ISO_BMFF
                        && !structure.coding().raw());
        return own ? structure.containerTurn() : exif;
    }

    /** What the one decode feeds, as coded; null where there are no pixels. */
    private static @Nullable Luma coded(Decoding decoding) {
        return decoding.pixels() == null ? null : Luma.of(decoding.pixels());
    }

    private static ThumbnailPart.@Nullable Upright upright(
            @Nullable Luma coded, int orientation, Decoding.Status status) {
        if (coded == null) {
            return null;
        }
        Luma small = coded.boxShrunk(PdqHasher.LONG_SIDE).turned(orientation);
        return new ThumbnailPart.Upright(small, PdqHasher.hash(small), status == Decoding.Status.DECODED);
    }

    private TextPart.Found text(@Nullable Luma coded, @Nullable PixelSize size, int orientation, Decoding decoding) {
        if (coded == null) {
            return text.withoutPixels();
        }
        PixelSize full = size == null ? new PixelSize(coded.width(), coded.height()) : size;
        return text.read(coded.turned(decoding.turn(orientation, size)), full.upright(orientation));
    }
}
