package org.photoledger.text;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.tika.detect.microsoft.POIFSContainerDetector;
import org.apache.tika.detect.microsoft.ooxml.OPCPackageDetector;
import org.apache.tika.detect.zip.StreamingDetectContext;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.jspecify.annotations.Nullable;

/** Asks Tika's detectors what an office container holds; loaded with the first container, not before. */
final class OfficeContainer {

    private static final String CONTENT_TYPES = "[Content_Types].xml";

    /** Bytes of the list of content types that are read: a presentation of 1,000 slides has 200 KiB. */
    private static final int CONTENT_TYPES_MOST = 1 << 20;

    /** How the first member of a package is named; an archive of photos is not searched. */
    private static final List<String> FIRST_NAMES =
            List.of(CONTENT_TYPES, "_rels/", "docProps/", "customXml/", "word/", "xl/", "ppt/", "[trash]/");

    /** The first member of an OpenDocument file, which holds its type. */
    private static final String MIMETYPE = "mimetype";

    private static final int MIMETYPE_MOST = 100;

    private static final int NAME_MOST = 64;
    private static final int NAME_LENGTH_AT = 26;
    private static final int NAME_AT = 30;

    private OfficeContainer() {}

    static Optional<String> inZip(SeekableByteChannel bytes) {
        try {
            String first = firstName(bytes);
            if (first.equals(MIMETYPE)) {
                return inMimetype(bytes);
            }
            return FIRST_NAMES.stream().anyMatch(first::startsWith) ? inPackage(bytes) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** An OpenDocument file; one whose first member is stored, as it should be, is known without this. */
    private static Optional<String> inMimetype(SeekableByteChannel bytes) throws IOException {
        try (ZipArchiveInputStream zip = new ZipArchiveInputStream(stream(bytes))) {
            zip.getNextEntry();
            return Optional.of(new String(zip.readNBytes(MIMETYPE_MOST), StandardCharsets.ISO_8859_1).strip());
        }
    }

    private static Optional<String> inPackage(SeekableByteChannel bytes) throws IOException {
        try {
            return Optional.ofNullable(byDirectory(bytes)).map(MediaType::toString);
        } catch (IOException | RuntimeException e) {
            return inDamagedZip(bytes);
        }
    }

    /** A package that is cut short has lost its directory, not its beginning. */
    private static Optional<String> inDamagedZip(SeekableByteChannel bytes) throws IOException {
        try (ZipArchiveInputStream zip = new ZipArchiveInputStream(stream(bytes))) {
            ZipArchiveEntry first = zip.getNextEntry();
            return first == null || !first.getName().equals(CONTENT_TYPES)
                    ? Optional.empty()
                    : Optional.of(byContentTypes(first, zip).toString());
        }
    }

    private static InputStream stream(SeekableByteChannel bytes) throws IOException {
        return new BufferedInputStream(Channels.newInputStream(bytes.position(0)));
    }

    private static String firstName(SeekableByteChannel bytes) throws IOException {
        byte[] head = stream(bytes).readNBytes(NAME_AT + NAME_MOST);
        if (head.length < NAME_AT) {
            return "";
        }
        int length = (head[NAME_LENGTH_AT] & 0xff) | ((head[NAME_LENGTH_AT + 1] & 0xff) << 8);
        return new String(head, NAME_AT, Math.min(length, head.length - NAME_AT), StandardCharsets.ISO_8859_1);
    }

    private static @Nullable MediaType byDirectory(SeekableByteChannel bytes) throws IOException {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(bytes)
                .setIgnoreLocalFileHeader(true)
                .get()) {
            ZipArchiveEntry entry = zip.getEntry(CONTENT_TYPES);
            if (entry == null) {
                return null;
            }
            try (InputStream content = zip.getInputStream(entry)) {
                return byContentTypes(entry, content);
            }
        }
    }

    private static MediaType byContentTypes(ZipArchiveEntry entry, InputStream content) throws IOException {
        InputStream bounded = new ByteArrayInputStream(content.readNBytes(CONTENT_TYPES_MOST));
        return new OPCPackageDetector().streamingDetectUpdate(entry, bounded, new StreamingDetectContext());
    }

    static Optional<String> inOle(SeekableByteChannel bytes) {
        try (TikaInputStream in = TikaInputStream.get(stream(bytes))) {
            return Optional.of(
                    new POIFSContainerDetector().detect(in, new Metadata()).toString());
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
