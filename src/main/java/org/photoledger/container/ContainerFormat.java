package org.photoledger.container;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The containers that are opened, by the media types that Tika names; loads no library. */
enum ContainerFormat {
    ZIP(
            "application/zip",
            "application/x-tika-ooxml",
            "application/java-archive",
            "application/vnd.google-earth.kmz",
            "application/vnd.oasis.opendocument.formula",
            "application/vnd.oasis.opendocument.formula-template",
            "application/vnd.sun.xml.writer"),
    TAR("application/x-tar", "application/x-gtar"),
    GZIP("application/gzip"),
    BZIP2("application/x-bzip2"),
    XZ("application/x-xz"),
    ZSTD("application/zstd"),
    SEVEN_ZIP("application/x-7z-compressed"),
    RAR("application/x-rar-compressed"),
    MAIL("message/rfc822"),
    MBOX("application/mbox");

    @SuppressWarnings("ImmutableEnumChecker") // a Set.of
    private final Set<String> mediaTypes;

    ContainerFormat(String... mediaTypes) {
        this.mediaTypes = Set.of(mediaTypes);
    }

    /** What is a zip by its type's suffix (RFC 6839, 3.6) is one: electronic books, signed documents. */
    static Optional<ContainerFormat> of(String mediaType) {
        if (mediaType.endsWith("+zip")) {
            return Optional.of(ZIP);
        }
        return Arrays.stream(values())
                .filter(format -> format.mediaTypes.contains(mediaType))
                .findFirst();
    }
}
