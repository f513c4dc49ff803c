package org.photoledger.sandbox;

import org.photoledger.image.ImageBytes;
import org.photoledger.photo.DocumentFound;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.text.DocumentReader;
import org.photoledger.text.DocumentUnreadableException;

/** A worker's part for files that are no photo: documents give their text. */
final class DocumentPart {

    private final boolean on;
    private final DocumentReader reader;

    DocumentPart(boolean on, int mostCharacters) {
        this.on = on;
        this.reader = new DocumentReader(mostCharacters);
    }

    PhotoExamination examine(ImageBytes bytes, String mediaType) {
        return on && DocumentReader.reads(mediaType)
                ? PhotoExamination.document(mediaType, read(bytes, mediaType))
                : PhotoExamination.notAPhoto(mediaType);
    }

    private DocumentFound read(ImageBytes bytes, String mediaType) {
        try {
            return DocumentFound.read(reader.read(bytes, mediaType));
        } catch (DocumentUnreadableException e) {
            return DocumentFound.unreadable(String.valueOf(e.getMessage()));
        }
    }
}
