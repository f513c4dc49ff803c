package org.photoledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.photoledger.source.SourcePath;

/**
 * A photo or a document that lacks a part of its examination and can be read again.
 *
 * @param id of the photo, or of the document's source file
 * @param path of the file that holds it
 * @param mediaType as it was recorded
 * @param orientation EXIF orientation, 1 to 8, of a photo; 1 for a document
 */
public record RecordedFile(
        boolean photo, long id, String sha256, SourcePath path, long bytes, String mediaType, int orientation) {

    static RecordedFile ofPhoto(ResultSet row, int index) throws SQLException {
        return of(row, true, Math.max(1, row.getInt("orientation")));
    }

    static RecordedFile ofDocument(ResultSet row, int index) throws SQLException {
        return of(row, false, 1);
    }

    private static RecordedFile of(ResultSet row, boolean photo, int orientation) throws SQLException {
        return new RecordedFile(
                photo,
                row.getLong("id"),
                row.getString("sha256"),
                SourcePath.ofBytes(row.getBytes("path_bytes")),
                row.getLong("bytes"),
                String.valueOf(row.getString("media_type")),
                orientation);
    }
}
