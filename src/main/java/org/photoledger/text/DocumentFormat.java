package org.photoledger.text;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The document formats whose text is read, by the media types that Tika names; loads nothing of Tika. */
enum DocumentFormat {
    PDF("pdf"),
    RTF("rtf"),
    OLE("msword", "vnd.ms-excel", "vnd.ms-powerpoint", "x-tika-ooxml-protected", "x-tika-ole-drm-encrypted"),
    OOXML(
            "vnd.openxmlformats-officedocument.wordprocessingml.document",
            "vnd.openxmlformats-officedocument.wordprocessingml.template",
            "vnd.ms-word.document.macroenabled.12",
            "vnd.ms-word.template.macroenabled.12",
            "vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "vnd.openxmlformats-officedocument.spreadsheetml.template",
            "vnd.ms-excel.sheet.macroenabled.12",
            "vnd.ms-excel.template.macroenabled.12",
            "vnd.openxmlformats-officedocument.presentationml.presentation",
            "vnd.openxmlformats-officedocument.presentationml.slideshow",
            "vnd.openxmlformats-officedocument.presentationml.template",
            "vnd.ms-powerpoint.presentation.macroenabled.12",
            "vnd.ms-powerpoint.slideshow.macroenabled.12",
            "vnd.ms-powerpoint.template.macroenabled.12"),
    OPEN_DOCUMENT(
            "vnd.oasis.opendocument.text",
            "vnd.oasis.opendocument.text-template",
            "vnd.oasis.opendocument.spreadsheet",
            "vnd.oasis.opendocument.spreadsheet-template",
            "vnd.oasis.opendocument.presentation",
            "vnd.oasis.opendocument.presentation-template",
            "vnd.oasis.opendocument.graphics",
            "vnd.oasis.opendocument.graphics-template",
            "vnd.oasis.opendocument.image",
            "vnd.oasis.opendocument.image-template",
            "vnd.oasis.opendocument.chart",
            "vnd.oasis.opendocument.chart-template",
            "vnd.oasis.opendocument.text-master",
            "vnd.oasis.opendocument.text-web");

    @SuppressWarnings("ImmutableEnumChecker") // a Set.of
    private final Set<String> subtypes;

    DocumentFormat(String... subtypes) {
        this.subtypes = Set.of(subtypes);
    }

    static Optional<DocumentFormat> of(String mediaType) {
        String subtype = mediaType.startsWith("application/") ? mediaType.substring("application/".length()) : "";
        return Arrays.stream(values())
                .filter(format -> format.subtypes.contains(subtype))
                .findFirst();
    }
}
