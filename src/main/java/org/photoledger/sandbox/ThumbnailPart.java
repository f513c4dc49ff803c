package org.photoledger.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.photoledger.digest.Sha256;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;
import org.photoledger.image.BlackBars;
import org.photoledger.image.ContainerWalker;
import org.photoledger.image.Decoding;
import org.photoledger.image.ExifThumbnail;
import org.photoledger.image.ImageBytes;
import org.photoledger.image.ImageDecoder;
import org.photoledger.image.ImageFormat;
import org.photoledger.image.ImageLimits;
import org.photoledger.image.ImageStructure;
import org.photoledger.image.Luma;
import org.photoledger.photo.EmbeddedThumbnail;
import org.photoledger.similarity.PdqHasher;
import org.photoledger.similarity.PerceptualHash;

/** A worker's part for the thumbnail in EXIF; whatever is wrong with it costs the photo nothing but a finding. */
final class ThumbnailPart {

    private static final String METHOD = "thumbnail-1";

    /** Far more than any camera's thumbnail, far less than what takes long to decode. */
    private static final int MOST_PIXELS = 4 << 20;

    /** Below this a hash has too little detail to tell anything. */
    private static final int LEAST_QUALITY = 50;

    /**
     * A thumbnail farther from its photo shows something else. Measured on the 65 photos of the camera files of Commons
     * Imaging, exif-samples, libexif, Tika and ExifTool that have a readable thumbnail and such quality: at most 46 bits
     * where the photo is unedited, letterboxed thumbnails included, 78 where it was cropped. 60 is also the limit of what
     * counts as a similar scene.
     */
    private static final int MOST_DISTANCE = 60;

    private final ContainerWalker walker;
    private final ImageDecoder decoder;

    ThumbnailPart(ImageLimits limits) {
        ImageLimits small = new ImageLimits(
                Math.min(MOST_PIXELS, limits.pixels()),
                limits.scans(),
                limits.blockBytes(),
                limits.blocks(),
                limits.inflatedBytes(),
                limits.directories());
        this.walker = new ContainerWalker(small);
        this.decoder = new ImageDecoder(small);
    }

    /** What a thumbnail is, null where there is none, and what is notable about it. */
    record Found(@Nullable EmbeddedThumbnail thumbnail, List<Finding> findings) {}

    /**
     * Compares the thumbnail with its photo.
     *
     * @param orientation EXIF orientation that turns the photo upright
     * @param photo hash of the upright photo, null where it was not decoded
     */
    Found examine(ImageStructure structure, int orientation, @Nullable PerceptualHash photo) {
        ExifThumbnail named = ExifThumbnail.of(structure);
        if (named == null) {
            return new Found(null, List.of());
        }
        return named.jpeg() == null
                ? new Found(null, unreadable(String.valueOf(named.problem())))
                : examine(named.jpeg(), orientation, photo);
    }

    private Found examine(ImageBytes bytes, int orientation, @Nullable PerceptualHash photo) {
        Sha256 sha256 = Sha256.of(bytes.copy(0, bytes.length()));
        ImageStructure structure = walker.walk(bytes);
        if (structure.format() != ImageFormat.JPEG) {
            EmbeddedThumbnail thumbnail = new EmbeddedThumbnail(sha256, null, null);
            return new Found(thumbnail, unreadable("the thumbnail's " + bytes.length() + " bytes are no JPEG"));
        }
        Decoding decoding = decoder.decode(bytes, structure, "image/jpeg");
        if (decoding.status() != Decoding.Status.DECODED || decoding.pixels() == null) {
            String why = decoding.findings().get(0).detail();
            return new Found(
                    new EmbeddedThumbnail(sha256, null, null),
                    unreadable("the thumbnail cannot be decoded whole: " + why));
        }
        return compared(sha256, Luma.of(decoding.pixels()).turned(orientation), photo);
    }

    private static Found compared(Sha256 sha256, Luma upright, @Nullable PerceptualHash photo) {
        PerceptualHash whole = PdqHasher.hash(upright);
        if (photo == null) {
            return new Found(new EmbeddedThumbnail(sha256, whole, null), List.of());
        }
        PerceptualHash trimmed = PdqHasher.hash(BlackBars.trimmed(upright));
        PerceptualHash nearer = trimmed.distance(photo) < whole.distance(photo) ? trimmed : whole;
        int distance = nearer.distance(photo);
        boolean telling = Math.min(nearer.quality(), photo.quality()) >= LEAST_QUALITY;
        Finding differs = new Finding(
                FindingCode.THUMBNAIL_DIFFERS,
                "the thumbnail in EXIF is " + distance + " of 256 bits from the picture",
                METHOD);
        return new Found(
                new EmbeddedThumbnail(sha256, nearer, distance),
                telling && distance > MOST_DISTANCE ? List.of(differs) : List.of());
    }

    private static List<Finding> unreadable(String detail) {
        return List.of(new Finding(FindingCode.THUMBNAIL_UNREADABLE, detail, METHOD));
    }
}
