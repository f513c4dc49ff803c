package org.photoledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.photoledger.source.SourcePath;

/**
 * A photo or a document that lacks a part of its examination and can be read again.
 *
 * @param id of the photo, or of the document's source file
 * @param path of the file that holds it
 * @param mediaType as it was recorded
 * @param member where it stands in a container, null for a file of the source
 * @param orientation EXIF orientation, 1 to 8, of a photo; 1 for a document
 */
public record RecordedFile(
        boolean photo,
        long id,
        String sha256,
        SourcePath path,
        @Nullable MemberPlace member,
        long bytes,
        String mediaType,
        int orientation) {

    /** What a query of such files selects of source_file f. */
    static final String COLUMNS = ", f.path_bytes, f.root_id, f.member_place ";

    /** Restricts such a query to what stands in one file of the source; 0 for no restriction. */
    static final String IN_ROOT = " and (:root = 0 or f.root_id = :root) ";

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
                row.getObject("root_id") == null
                        ? null
                        : MemberPlace.of(row.getLong("root_id"), row.getBytes("member_place")),
                row.getLong("bytes"),
                String.valueOf(row.getString("media_type")),
                orientation);
    }
}
