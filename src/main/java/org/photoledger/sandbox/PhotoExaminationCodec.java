package org.photoledger.sandbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
import org.photoledger.photo.DocumentFound;
import org.photoledger.photo.FileTraces;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.photo.PhotoText;
import org.photoledger.similarity.PerceptualHash;
import org.photoledger.similarity.Thumb;

/** A {@link PhotoExamination} as bytes; reading treats the bytes as hostile. */
final class PhotoExaminationCodec {

    private PhotoExaminationCodec() {}

    static byte[] encode(PhotoExamination found) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            WireOutput out = new WireOutput(new DataOutputStream(bytes));
            out.text(found.mediaType());
            out.truth(found.photo());
            PixelSize size = found.size();
            out.number(size == null ? 0 : size.width());
            out.number(size == null ? 0 : size.height());
            out.textOrNull(
                    found.imageDataDigest() == null
                            ? null
                            : found.imageDataDigest().hex());
            out.textOrNull(found.decode() == null ? null : found.decode().name());
            out.textOrNull(found.decodeRoute());
            TraceCodec.hash(out, found.perceptualHash());
            TraceCodec.thumb(out, found.thumb());
            TraceCodec.hash(out, found.trimmedHash());
            TextCodec.raster(out, found.raster());
            TraceCodec.traces(out, found.traces());
            TextCodec.text(out, found.text());
            TextCodec.document(out, found.document());
            findings(out, found.findings());
            metadata(out, found.metadata());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void findings(WireOutput out, List<Finding> findings) throws IOException {
        out.number(findings.size());
        for (Finding finding : findings) {
            out.text(finding.code().name());
            out.text(finding.detail());
            out.text(finding.method());
        }
    }

    private static void metadata(WireOutput out, PhotoMetadata metadata) throws IOException {
        out.number(metadata.fields().size());
        for (Map.Entry<PhotoField, FieldValue> field : metadata.fields().entrySet()) {
            out.text(field.getKey().name());
            out.text(field.getValue().text());
            out.text(field.getValue().origin());
            out.text(field.getValue().agreement().name());
        }
        out.number(metadata.values().size());
        for (MetadataValue value : metadata.values()) {
            out.text(value.block());
            out.text(value.directory());
            out.text(value.tag());
            out.text(value.name());
            out.textOrNull(value.type());
            out.text(String.join(",", value.origins()));
            out.text(value.raw());
            out.textOrNull(value.rawHex());
            out.truth(value.truncated());
        }
        findings(out, metadata.findings());
    }

    /** The examination that was encoded, or MalformedFrameException. */
    static PhotoExamination decode(byte[] bytes) throws MalformedFrameException {
        try {
            WireInput in = new WireInput(new DataInputStream(new ByteArrayInputStream(bytes)));
            PhotoExamination found = examination(in);
            in.requireEnd();
            return found;
        } catch (IOException | IllegalArgumentException e) {
            throw new MalformedFrameException("malformed reply: " + e.getMessage());
        }
    }

    private static PhotoExamination examination(WireInput in) throws IOException {
        String mediaType = in.text();
        boolean photo = in.truth();
        int width = in.number();
        int height = in.number();
        String imageData = in.textOrNull();
        String decode = in.textOrNull();
        String route = in.textOrNull();
        PerceptualHash hash = TraceCodec.hash(in);
        Thumb thumb = TraceCodec.thumb(in);
        PerceptualHash trimmedHash = TraceCodec.hash(in);
        RasterStatistics raster = TextCodec.raster(in);
        FileTraces traces = TraceCodec.traces(in);
        PhotoText text = TextCodec.text(in);
        DocumentFound document = TextCodec.document(in);
        List<Finding> findings = findings(in);
        return new PhotoExamination(
                mediaType,
                photo,
                width == 0 ? null : new PixelSize(width, height),
                imageData == null ? null : new Sha256(imageData),
                metadata(in),
                decode == null ? null : Decoding.Status.valueOf(decode),
                route,
                hash,
                thumb,
                trimmedHash,
                raster,
                traces,
                text,
                document,
                findings);
    }

    private static List<Finding> findings(WireInput in) throws IOException {
        int count = in.number();
        List<Finding> findings = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            findings.add(new Finding(FindingCode.valueOf(in.text()), in.text(), in.text()));
        }
        return findings;
    }

    private static PhotoMetadata metadata(WireInput in) throws IOException {
        Map<PhotoField, FieldValue> fields = new EnumMap<>(PhotoField.class);
        int fieldCount = in.number();
        for (int at = 0; at < fieldCount; at++) {
            PhotoField field = PhotoField.valueOf(in.text());
            fields.put(field, new FieldValue(in.text(), in.text(), FieldValue.Agreement.valueOf(in.text())));
        }
        List<MetadataValue> values = new ArrayList<>();
        int valueCount = in.number();
        for (int at = 0; at < valueCount; at++) {
            values.add(value(in));
        }
        return new PhotoMetadata(fields, values, findings(in));
    }

    private static MetadataValue value(WireInput in) throws IOException {
        String block = in.text();
        String directory = in.text();
        String tag = in.text();
        String name = in.text();
        @Nullable String type = in.textOrNull();
        List<String> origins = List.of(in.text().split(",", -1));
        return new MetadataValue(block, directory, tag, name, type, origins, in.text(), in.textOrNull(), in.truth());
    }
}
