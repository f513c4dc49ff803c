package org.photoledger.text;

import org.photoledger.image.ImageBytes;

/** Reads documents. */
public final class DocumentReader {

    private final int most;

    public DocumentReader(int mostCharacters) {
        this.most = mostCharacters;
    }

    public static boolean reads(String mediaType) {
        return false;
    }

    public DocumentText read(ImageBytes bytes, String mediaType) throws DocumentUnreadableException {
        if (bytes.length() > most) {
            throw new DocumentUnreadableException("stub");
        }
        return new DocumentText("", false, "");
    }
}
