package org.photoledger.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.photoledger.digest.Sha256;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;
import org.photoledger.image.Decoding;
import org.photoledger.image.PixelSize;
import org.photoledger.image.RasterStatistics;
import org.photoledger.metadata.FieldValue;
import org.photoledger.metadata.MetadataValue;
import org.photoledger.metadata.PhotoField;
import org.photoledger.metadata.PhotoMetadata;
import org.photoledger.photo.Photo;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.photo.PhotoText;
import org.photoledger.similarity.PerceptualHash;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Turns photos into rows and back; the table has one column per {@link PhotoField}. */
final class PhotoRows {

    private static final List<String> OWN = List.of(
            "sha256",
            "sha1",
            "md5",
            "bytes",
            "media_type",
            "width",
            "height",
            "image_data_sha256",
            "decode",
            "decode_route",
            "perceptual_hash",
            "perceptual_hash_quality",
            "perceptual_hash_algorithm",
            "text_status",
            "text_engine",
            "raster_mean",
            "raster_spread",
            "raster_sharpness");

    private static final List<String> COLUMNS = Stream.of(
                    OWN.stream(),
                    TraceColumns.NAMES.stream(),
                    Arrays.stream(PhotoField.values()).map(PhotoRows::column))
            .flatMap(columns -> columns)
            .toList();

    static final String INSERT = "insert into photo (" + String.join(", ", COLUMNS) + ") values ("
            + COLUMNS.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";

    private static final String SELECT =
            "select id, " + String.join(", ", COLUMNS) + " from photo where sha256 = :sha256";

    private final JdbcClient client;

    PhotoRows(JdbcClient client) {
        this.client = client;
    }

    static String column(PhotoField field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    static Object[] columns(Photo photo) {
        PhotoExamination found = photo.examination();
        PixelSize size = found.size();
        PerceptualHash hash = found.perceptualHash();
        RasterStatistics raster = found.raster();
        @Nullable
        Object[] own = {
            photo.sha256().hex(),
            photo.sha1(),
            typed(Types.CHAR, photo.md5()),
            photo.bytes(),
            StorableText.of(found.mediaType()),
            typed(Types.INTEGER, size == null ? null : size.width()),
            typed(Types.INTEGER, size == null ? null : size.height()),
            typed(
                    Types.CHAR,
                    found.imageDataDigest() == null
                            ? null
                            : found.imageDataDigest().hex()),
            typed(Types.VARCHAR, found.decode() == null ? null : found.decode().name()),
            typed(Types.VARCHAR, found.decodeRoute()),
            typed(Types.CHAR, hash == null ? null : hash.hex()),
            typed(Types.INTEGER, hash == null ? null : hash.quality()),
            typed(Types.VARCHAR, hash == null ? null : PerceptualHash.ALGORITHM),
            found.text().status().name(),
            StorableText.of(found.text().engine()),
            typed(Types.DOUBLE, raster == null ? null : raster.mean()),
            typed(Types.DOUBLE, raster == null ? null : raster.spread()),
            typed(Types.DOUBLE, raster == null ? null : raster.sharpness())
        };
        Map<PhotoField, FieldValue> fields = found.metadata().fields();
        Stream<Object> values = Arrays.stream(PhotoField.values()).map(field -> value(field, fields.get(field)));
        return Stream.of(Arrays.stream(own), TraceColumns.of(found), values)
                .flatMap(columns -> columns)
                .toArray();
    }

    private static Object value(PhotoField field, @Nullable FieldValue value) {
        String text = value == null ? null : StorableText.of(value.text());
        return switch (field.kind()) {
            case TEXT -> typed(Types.VARCHAR, text);
            case INTEGER -> typed(Types.INTEGER, text == null ? null : Integer.valueOf(text));
            case NUMBER -> typed(Types.DOUBLE, text == null ? null : Double.valueOf(text));
            case TRUTH -> typed(Types.BOOLEAN, text == null ? null : Boolean.valueOf(text));
        };
    }

    static SqlParameterValue typed(int type, @Nullable Object value) {
        return new SqlParameterValue(type, value);
    }

    Optional<Photo> bySha256(Sha256 sha256) {
        return client.sql(SELECT)
                .param("sha256", sha256.hex())
                .query(this::photo)
                .optional();
    }

    private Photo photo(ResultSet row, int index) throws SQLException {
        long id = row.getLong("id");
        Integer width = row.getObject("width", Integer.class);
        String imageData = row.getString("image_data_sha256");
        String decode = row.getString("decode");
        String hash = row.getString("perceptual_hash");
        PhotoExamination found = new PhotoExamination(
                row.getString("media_type"),
                true,
                width == null ? null : new PixelSize(width, row.getInt("height")),
                imageData == null ? null : new Sha256(imageData),
                new PhotoMetadata(fields(row, id), values(id), findings(id, true)),
                decode == null ? null : Decoding.Status.valueOf(decode),
                row.getString("decode_route"),
                hash == null ? null : new PerceptualHash(hash, row.getInt("perceptual_hash_quality")),
                TraceColumns.thumb(row),
                ComparedPhotoReader.trimmedHash(row),
                raster(row),
                TraceColumns.traces(row),
                text(row, id),
                null,
                findings(id, false));
        return new Photo(
                new Sha256(row.getString("sha256")),
                row.getString("sha1"),
                row.getString("md5"),
                row.getLong("bytes"),
                found);
    }

    private Map<PhotoField, FieldValue> fields(ResultSet row, long id) throws SQLException {
        Map<PhotoField, String> texts = new EnumMap<>(PhotoField.class);
        for (PhotoField field : PhotoField.values()) {
            String text = text(row, field);
            if (text != null) {
                texts.put(field, text);
            }
        }
        Map<PhotoField, FieldValue> fields = new EnumMap<>(PhotoField.class);
        client.sql("select field, origin, agreement from photo_field where photo_id = :id")
                .param("id", id)
                .query((origin, at) -> {
                    PhotoField field = PhotoField.valueOf(origin.getString("field"));
                    FieldValue.Agreement agreement = FieldValue.Agreement.valueOf(origin.getString("agreement"));
                    return fields.put(
                            field,
                            new FieldValue(texts.getOrDefault(field, ""), origin.getString("origin"), agreement));
                })
                .list();
        return fields;
    }

    private static @Nullable RasterStatistics raster(ResultSet row) throws SQLException {
        return row.getObject("raster_mean") == null
                ? null
                : new RasterStatistics(
                        row.getDouble("raster_mean"),
                        row.getDouble("raster_spread"),
                        row.getDouble("raster_sharpness"));
    }

    private PhotoText text(ResultSet row, long id) throws SQLException {
        PhotoText.Status status = PhotoText.Status.valueOf(row.getString("text_status"));
        String engine = row.getString("text_engine");
        return new TextReadBack(client).of(id, status, engine == null ? "" : engine);
    }

    private static @Nullable String text(ResultSet row, PhotoField field) throws SQLException {
        String column = column(field);
        if (row.getObject(column) == null) {
            return null;
        }
        return switch (field.kind()) {
            case TEXT -> row.getString(column);
            case INTEGER -> String.valueOf(row.getInt(column));
            case NUMBER ->
                BigDecimal.valueOf(row.getDouble(column)).stripTrailingZeros().toPlainString();
            case TRUTH -> String.valueOf(row.getBoolean(column));
        };
    }

    private List<MetadataValue> values(long id) {
        return client.sql("""
                        select block, directory, tag, name, type, origins, raw, raw_hex, truncated from metadata_value
                        where photo_id = :id order by ordinal
                        """)
                .param("id", id)
                .query((row, index) -> new MetadataValue(
                        row.getString("block"),
                        row.getString("directory"),
                        row.getString("tag"),
                        row.getString("name"),
                        row.getString("type"),
                        Arrays.asList(row.getString("origins").split(",", -1)),
                        row.getString("raw"),
                        row.getString("raw_hex"),
                        row.getBoolean("truncated")))
                .list();
    }

    private List<Finding> findings(long id, boolean ofMetadata) {
        return client.sql("""
                        select code, detail, method from finding where photo_id = :id and of_metadata = :metadata order by ordinal
                        """)
                .param("id", id)
                .param("metadata", ofMetadata)
                .query((row, index) -> new Finding(
                        FindingCode.valueOf(row.getString("code")), row.getString("detail"), row.getString("method")))
                .list();
    }
}
