package org.photoledger.testing;

import org.photoledger.digest.Sha256;
import org.photoledger.image.Luma;
import org.photoledger.image.Quantization;
import org.photoledger.photo.EmbeddedThumbnail;
import org.photoledger.photo.FileTraces;
import org.photoledger.similarity.PerceptualHash;
import org.photoledger.similarity.Thumb;

/** Thumbs and traces as an examination gives them. */
public final class TraceExamples {

    private TraceExamples() {}

    /** Of a picture from a seed. */
    public static Thumb thumb(long seed) {
        return Thumb.of(Luma.of(Pictures.drawn(seed, 80, 60)));
    }

    /** Of what is inside a border. */
    public static PerceptualHash trimmedHash() {
        return new PerceptualHash("5a".repeat(32), 44);
    }

    /** With nothing left out. */
    public static FileTraces whole() {
        PerceptualHash hash = new PerceptualHash("3c".repeat(32), 66);
        return new FileTraces(
                new EmbeddedThumbnail(Sha256.of(new byte[] {2}), hash, 128),
                new Quantization(Sha256.of(new byte[] {3}), 92),
                4_711);
    }

    /** A thumbnail that nobody can decode, tables of a camera's own, and nothing after the end. */
    public static FileTraces sparse() {
        return new FileTraces(
                new EmbeddedThumbnail(Sha256.of(new byte[] {4}), null, null),
                new Quantization(Sha256.of(new byte[] {5}), null),
                0);
    }
}
