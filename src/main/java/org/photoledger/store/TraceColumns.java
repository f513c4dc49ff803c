package org.photoledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.photoledger.digest.Sha256;
import org.photoledger.image.Quantization;
import org.photoledger.photo.EmbeddedThumbnail;
import org.photoledger.photo.FileTraces;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.similarity.PerceptualHash;
import org.photoledger.similarity.Thumb;

/** A photo's thumb, the hash inside its border and its file's traces as columns and back. */
final class TraceColumns {

    static final List<String> NAMES = List.of(
            "thumb",
            "trimmed_perceptual_hash",
            "trimmed_perceptual_hash_quality",
            "thumbnail_sha256",
            "thumbnail_perceptual_hash",
            "thumbnail_perceptual_hash_quality",
            "thumbnail_distance",
            "quantization_sha256",
            "jpeg_quality",
            "trailing_bytes");

    /** Those of them that depend on the algorithm of hashes, and the digest of the thumbnail that one of them is of. */
    static final List<String> HASHES = NAMES.subList(0, 7);

    private TraceColumns() {}

    /** The values of the columns in their order. */
    static Stream<Object> of(PhotoExamination found) {
        Quantization quantization = found.traces().quantization();
        return Stream.concat(
                hashes(found),
                Stream.of(
                        PhotoRows.typed(
                                Types.CHAR,
                                quantization == null
                                        ? null
                                        : quantization.digest().hex()),
                        PhotoRows.typed(Types.INTEGER, quantization == null ? null : quantization.jpegQuality()),
                        PhotoRows.typed(Types.INTEGER, found.traces().trailingBytes())));
    }

    /** The values of {@link #HASHES} in their order. */
    static Stream<Object> hashes(PhotoExamination found) {
        Thumb thumb = found.thumb();
        PerceptualHash trimmed = found.trimmedHash();
        EmbeddedThumbnail thumbnail = found.traces().thumbnail();
        PerceptualHash hash = thumbnail == null ? null : thumbnail.perceptualHash();
        return Stream.of(
                PhotoRows.typed(Types.VARBINARY, thumb == null ? null : thumb.samples()),
                PhotoRows.typed(Types.CHAR, trimmed == null ? null : trimmed.hex()),
                PhotoRows.typed(Types.INTEGER, trimmed == null ? null : trimmed.quality()),
                PhotoRows.typed(
                        Types.CHAR,
                        thumbnail == null ? null : thumbnail.sha256().hex()),
                PhotoRows.typed(Types.CHAR, hash == null ? null : hash.hex()),
                PhotoRows.typed(Types.INTEGER, hash == null ? null : hash.quality()),
                PhotoRows.typed(Types.INTEGER, thumbnail == null ? null : thumbnail.distance()));
    }

    static @Nullable Thumb thumb(ResultSet row) throws SQLException {
        byte[] samples = row.getBytes("thumb");
        return samples == null ? null : Thumb.of(samples);
    }

    static FileTraces traces(ResultSet row) throws SQLException {
        String quantization = row.getString("quantization_sha256");
        return new FileTraces(
                thumbnail(row),
                quantization == null
                        ? null
                        : new Quantization(new Sha256(quantization), row.getObject("jpeg_quality", Integer.class)),
                row.getObject("trailing_bytes", Integer.class));
    }

    private static @Nullable EmbeddedThumbnail thumbnail(ResultSet row) throws SQLException {
        String sha256 = row.getString("thumbnail_sha256");
        String hash = row.getString("thumbnail_perceptual_hash");
        return sha256 == null
                ? null
                : new EmbeddedThumbnail(
                        new Sha256(sha256),
                        hash == null ? null : new PerceptualHash(hash, row.getInt("thumbnail_perceptual_hash_quality")),
                        row.getObject("thumbnail_distance", Integer.class));
    }
}
