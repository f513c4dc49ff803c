package org.photoledger.sandbox;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.photoledger.digest.Sha256;
import org.photoledger.image.Quantization;
import org.photoledger.photo.EmbeddedThumbnail;
import org.photoledger.photo.FileTraces;
import org.photoledger.similarity.PerceptualHash;
import org.photoledger.similarity.Thumb;

/** A photo's hashes, its thumb and its file's traces as bytes; reading treats the bytes as hostile. */
final class TraceCodec {

    private TraceCodec() {}

    static void hash(WireOutput out, @Nullable PerceptualHash hash) throws IOException {
        out.textOrNull(hash == null ? null : hash.hex());
        out.number(hash == null ? 0 : hash.quality());
    }

    static @Nullable PerceptualHash hash(WireInput in) throws IOException {
        String hex = in.textOrNull();
        int quality = in.number();
        return hex == null ? null : new PerceptualHash(hex, quality);
    }

    static void thumb(WireOutput out, @Nullable Thumb thumb) throws IOException {
        out.truth(thumb != null);
        if (thumb != null) {
            out.bytes(thumb.samples());
        }
    }

    static @Nullable Thumb thumb(WireInput in) throws IOException {
        return in.truth() ? Thumb.of(in.bytes(Thumb.SIDE * Thumb.SIDE)) : null;
    }

    static void traces(WireOutput out, FileTraces traces) throws IOException {
        EmbeddedThumbnail thumbnail = traces.thumbnail();
        out.truth(thumbnail != null);
        if (thumbnail != null) {
            out.text(thumbnail.sha256().hex());
            hash(out, thumbnail.perceptualHash());
            numberOrNull(out, thumbnail.distance());
        }
        Quantization quantization = traces.quantization();
        out.truth(quantization != null);
        if (quantization != null) {
            out.text(quantization.digest().hex());
            numberOrNull(out, quantization.jpegQuality());
        }
        numberOrNull(out, traces.trailingBytes());
    }

    static FileTraces traces(WireInput in) throws IOException {
        EmbeddedThumbnail thumbnail =
                in.truth() ? new EmbeddedThumbnail(new Sha256(in.text()), hash(in), numberOrNull(in)) : null;
        Quantization quantization = in.truth() ? new Quantization(new Sha256(in.text()), numberOrNull(in)) : null;
        return new FileTraces(thumbnail, quantization, numberOrNull(in));
    }

    private static void numberOrNull(WireOutput out, @Nullable Integer number) throws IOException {
        out.truth(number != null);
        if (number != null) {
            out.number(number);
        }
    }

    private static @Nullable Integer numberOrNull(WireInput in) throws IOException {
        return in.truth() ? in.number() : null;
    }
}
