package org.photoledger.similarity;

import java.awt.image.BufferedImage;
import java.util.Objects;
import org.photoledger.image.ContainerWalker;
import org.photoledger.image.ImageBytes;
import org.photoledger.image.ImageDecoder;
import org.photoledger.image.ImageLimits;
import org.photoledger.image.Luma;

/**
 * A photo as a worker sees it: decoded by the program, hashed, with its thumb.
 *
 * @param group photos of one group are of one scene: no pair of them is a false one
 * @param picture at most 512 pixels long
 */
record EvaluatedPhoto(String group, long pixels, PerceptualHash hash, Thumb thumb, Luma picture) {

    static EvaluatedPhoto of(String group, byte[] bytes, String mediaType) {
        ImageBytes file = ImageBytes.of(bytes);
        ImageLimits limits = ImageLimits.defaults();
        var structure = new ContainerWalker(limits).walk(file);
        BufferedImage pixels =
                new ImageDecoder(limits).decode(file, structure, mediaType).pixels();
        Luma luma = Luma.of(Objects.requireNonNull(pixels)).boxShrunk(PdqHasher.LONG_SIDE);
        var size = Objects.requireNonNull(structure.size());
        return of(group, (long) size.width() * size.height(), luma);
    }

    static EvaluatedPhoto of(String group, long pixels, Luma luma) {
        return new EvaluatedPhoto(group, pixels, PdqHasher.hash(luma), Thumb.of(luma), luma);
    }

    boolean detailed() {
        return hash.quality() >= PerceptualHash.LEAST_QUALITY;
    }
}
