package org.photoledger.sandbox;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.photoledger.finding.Finding;
import org.photoledger.image.ContainerWalker;
import org.photoledger.image.Decoding;
import org.photoledger.image.ImageBytes;
import org.photoledger.image.ImageDecoder;
import org.photoledger.image.ImageLimits;
import org.photoledger.image.ImageStructure;
import org.photoledger.image.Luma;
import org.photoledger.metadata.FieldValue;
import org.photoledger.metadata.MetadataLimits;
import org.photoledger.metadata.MetadataReader;
import org.photoledger.metadata.PhotoField;
import org.photoledger.metadata.PhotoMetadata;
import org.photoledger.metadata.TypeDetector;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.similarity.PdqHasher;
import org.photoledger.similarity.PerceptualHash;

/** Examines a file's bytes: type, structure, metadata, one decode, perceptual hash. Runs in a worker process only. */
final class PhotoExaminer {

    private final TypeDetector types = new TypeDetector();
    private final ContainerWalker walker;
    private final MetadataReader metadataReader;
    private final ImageDecoder decoder;

    PhotoExaminer(ImageLimits imageLimits, MetadataLimits metadataLimits) {
        this.walker = new ContainerWalker(imageLimits);
        this.metadataReader = new MetadataReader(metadataLimits);
        this.decoder = new ImageDecoder(imageLimits);
    }

    PhotoExamination examine(ImageBytes bytes) {
        String mediaType = types.detect(bytes);
        if (!types.isPhoto(mediaType)) {
            return PhotoExamination.notAPhoto(mediaType);
        }
        ImageStructure structure = walker.walk(bytes);
        PhotoMetadata metadata = metadataReader.read(bytes, structure);
        Decoding decoding = decoder.decode(bytes, structure, mediaType);
        List<Finding> findings = new ArrayList<>(structure.findings());
        findings.addAll(decoding.findings());
        return new PhotoExamination(
                mediaType,
                true,
                structure.size(),
                structure.imageDataDigest(),
                metadata,
                decoding.status(),
                decoding.route(),
                hash(decoding, orientation(structure, metadata)),
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

    private static @Nullable PerceptualHash hash(Decoding decoding, int orientation) {
        if (decoding.pixels() == null) {
            return null;
        }
        Luma upright = Luma.of(decoding.pixels()).boxShrunk(PdqHasher.LONG_SIDE).turned(orientation);
        return PdqHasher.hash(upright);
    }
}
