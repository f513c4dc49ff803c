package org.photoledger.store;

import org.photoledger.source.SourcePath;

/**
 * A photo or a document whose text nobody has looked for.
 *
 * @param id of the photo, or of the document's source file
 * @param path of the file that holds it
 * @param mediaType as it was recorded
 * @param orientation EXIF orientation, 1 to 8, of a photo; 1 for a document
 */
public record TextlessFile(
        boolean photo, long id, String sha256, SourcePath path, long bytes, String mediaType, int orientation) {}
