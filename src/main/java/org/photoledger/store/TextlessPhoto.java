package org.photoledger.store;

import org.photoledger.source.SourcePath;

/**
 * A photo that was recorded without looking for its text.
 *
 * @param path of the file that it was recorded from
 * @param orientation EXIF orientation, 1 to 8
 */
public record TextlessPhoto(long id, String sha256, SourcePath path, long bytes, int orientation) {}
