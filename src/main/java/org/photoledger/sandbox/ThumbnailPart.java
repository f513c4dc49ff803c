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
     * A thumbnail no farther from its photo shows the same. Measured on the 67 photos of the camera files of Commons Imaging,
     * exif-samples, libexif, Tika and ExifTool that have a readable thumbnail and such quality: at most 46 bits for all but
     * three, letterboxed ones included. 60 is also the limit of what counts as a similar scene.
     */
    private static final int MOST_DISTANCE = 60;

    /**
     * One that is farther differs if it does not look like its photo cut a little either: a Nikon D50 cuts 4 percent off its
     * thumbnails, which is 118 bits. See {@link ThumbnailMatch} for the figures.
     */
    private static final double LEAST_MATCH = 0.9;

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

    /**
     * An upright photo, shrunk for its hash, and that hash.
     *
     * @param whole whether all of it was decoded: the rest of a photo cut short differs from any thumbnail
     */
    record Upright(Luma small, PerceptualHash hash, boolean whole) {}

    /** What a thumbnail is, null where there is none, and what is notable about it. */
    record Found(@Nullable EmbeddedThumbnail thumbnail, List<Finding> findings) {}

    /**
     * Compares the thumbnail with its photo.
     *
     * @param orientation EXIF orientation that turns the photo upright
     * @param photo null where it was not decoded
     */
    Found examine(ImageStructure structure, int orientation, @Nullable Upright photo) {
        ExifThumbnail named = ExifThumbnail.of(structure);
        if (named == null) {
            return new Found(null, List.of());
        }
        return named.jpeg() == null
                ? new Found(null, unreadable(String.valueOf(named.problem())))
                : examine(named.jpeg(), orientation, photo);
    }

    private Found examine(ImageBytes bytes, int orientation, @Nullable Upright photo) {
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

    private static Found compared(Sha256 sha256, Luma upright, @Nullable Upright photo) {
        PerceptualHash whole = PdqHasher.hash(upright);
        if (photo == null) {
            return new Found(new EmbeddedThumbnail(sha256, whole, null), List.of());
        }
        Luma withoutBars = BlackBars.trimmed(upright);
        PerceptualHash trimmed = PdqHasher.hash(withoutBars);
        PerceptualHash nearer = trimmed.distance(photo.hash) < whole.distance(photo.hash) ? trimmed : whole;
        int distance = nearer.distance(photo.hash);
        boolean telling = Math.min(nearer.quality(), photo.hash.quality()) >= LEAST_QUALITY;
        boolean differs = telling
                && photo.whole
                && distance > MOST_DISTANCE
                && ThumbnailMatch.best(photo.small, upright) < LEAST_MATCH
                && ThumbnailMatch.best(photo.small, withoutBars) < LEAST_MATCH;
        return new Found(new EmbeddedThumbnail(sha256, nearer, distance), differs ? different(distance) : List.of());
    }

    private static List<Finding> different(int distance) {
        String detail = "the thumbnail in EXIF is " + distance + " of 256 bits from the picture";
        return List.of(new Finding(FindingCode.THUMBNAIL_DIFFERS, detail, METHOD));
    }

    private static List<Finding> unreadable(String detail) {
        return List.of(new Finding(FindingCode.THUMBNAIL_UNREADABLE, detail, METHOD));
    }
}
