package org.photoledger.sandbox;

import org.photoledger.container.ContainerSignatures;
import org.photoledger.image.ImageBytes;
import org.photoledger.metadata.TypeDetector;

/** What a file is, by its bytes. */
final class FileTypes {

    private static final int HEAD = 512;

    private final TypeDetector types = new TypeDetector();

    /** The media type by the first bytes; an office document is still a zip or an OLE container. */
    String of(ImageBytes bytes) {
        return ContainerSignatures.precise(bytes.copy(0, Math.min(HEAD, bytes.length())), types.detect(bytes));
    }

    boolean isPhoto(String mediaType) {
        return types.isPhoto(mediaType);
    }
}
