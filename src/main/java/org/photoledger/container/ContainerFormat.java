package org.photoledger.container;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The containers that are opened, by the media types that Tika names; loads no library. */
enum ContainerFormat {
    ZIP("application/zip", "application/x-tika-ooxml", "application/java-archive", "application/vnd.google-earth.kmz"),
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

    static Optional<ContainerFormat> of(String mediaType) {
        return Arrays.stream(values())
                .filter(format -> format.mediaTypes.contains(mediaType))
                .findFirst();
    }
}
