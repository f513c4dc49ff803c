package org.photoledger.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
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
import org.photoledger.image.ImageBytes;

/** Asks Tika's detectors what an office container holds; loaded with the first container, not before. */
final class OfficeContainer {

    private static final String CONTENT_TYPES = "[Content_Types].xml";

    /** Bytes of the list of content types that are read: a presentation of 1,000 slides has 200 KiB. */
    private static final int CONTENT_TYPES_MOST = 1 << 20;

    /** How the first member of a package is named; an archive of photos is not searched. */
    private static final List<String> FIRST_NAMES =
            List.of(CONTENT_TYPES, "_rels/", "docProps/", "customXml/", "word/", "xl/", "ppt/", "[trash]/");

    private static final int NAME_LENGTH_AT = 26;
    private static final int NAME_AT = 30;

    private OfficeContainer() {}

    static Optional<String> inZip(ImageBytes bytes) {
        if (FIRST_NAMES.stream().noneMatch(firstName(bytes)::startsWith)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(byDirectory(bytes)).map(MediaType::toString);
        } catch (IOException | RuntimeException e) {
            return inDamagedZip(bytes);
        }
    }

    /** A package that is cut short has lost its directory, not its beginning. */
    private static Optional<String> inDamagedZip(ImageBytes bytes) {
        try (ZipArchiveInputStream zip = new ZipArchiveInputStream(Channels.newInputStream(bytes.channel()))) {
            ZipArchiveEntry first = zip.getNextEntry();
            return first == null || !first.getName().equals(CONTENT_TYPES)
                    ? Optional.empty()
                    : Optional.of(byContentTypes(first, zip).toString());
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static String firstName(ImageBytes bytes) {
        if (bytes.length() < NAME_AT) {
            return "";
        }
        int length = bytes.at(NAME_LENGTH_AT) | bytes.at(NAME_LENGTH_AT + 1) << 8;
        byte[] name = bytes.copy(NAME_AT, Math.min(length, bytes.length() - NAME_AT));
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    private static @Nullable MediaType byDirectory(ImageBytes bytes) throws IOException {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(bytes.channel())
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

    static Optional<String> inOle(ImageBytes bytes) {
        try (TikaInputStream in = TikaInputStream.get(Channels.newInputStream(bytes.channel()))) {
            return Optional.of(
                    new POIFSContainerDetector().detect(in, new Metadata()).toString());
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
