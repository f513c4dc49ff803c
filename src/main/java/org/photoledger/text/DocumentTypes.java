package org.photoledger.text;

import java.nio.channels.SeekableByteChannel;
import java.util.Set;
import org.photoledger.image.ImageBytes;

/**
 * The precise media type of an office document. By its first bytes alone it is a ZIP or an OLE container; only what
 * stands inside tells a text from a spreadsheet. Nothing that is not one of the documents we read changes its type.
 */
public final class DocumentTypes {

    private static final Set<String> ZIP = Set.of("application/zip", "application/x-tika-ooxml");

    private static final Set<String> OLE = Set.of(
            "application/x-tika-msoffice",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint");

    private DocumentTypes() {}

    /** Whether a file of which this is the type by its first bytes may be a document that we read. */
    public static boolean mayBecomePrecise(String mediaType) {
        return ZIP.contains(mediaType) || OLE.contains(mediaType);
    }

    /** The type of a document inside its container, or else the type as given: what detection by magic numbers found. */
    public static String precise(ImageBytes bytes, String mediaType) {
        return precise(bytes.channel(), mediaType);
    }

    /** The same of a file of any size: of a package the directory and one member are read. The channel stays open. */
    public static String precise(SeekableByteChannel bytes, String mediaType) {
        if (!ZIP.contains(mediaType) && !OLE.contains(mediaType)) {
            return mediaType;
        }
        SeekableByteChannel kept = new KeptOpenChannel(bytes);
        return (ZIP.contains(mediaType) ? OfficeContainer.inZip(kept) : OfficeContainer.inOle(kept))
                .filter(DocumentReader::reads)
                .orElse(mediaType);
    }
}
