package org.photoledger.store;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.photoledger.digest.Sha256;
import org.photoledger.source.Outcome;
import org.photoledger.source.Reading;
import org.photoledger.source.SourcePath;

/**
 * A container as its row has it.
 *
 * @param rootId the file of the source that it stands in, itself where it is one
 * @param place its number in each container on the way to it, 4 bytes each; empty for a file of the source
 * @param mediaType empty where nobody has told it yet
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record StoredContainer(
        long id,
        long sourceId,
        long rootId,
        byte[] place,
        SourcePath path,
        int observation,
        long size,
        @Nullable Instant modified,
        @Nullable Sha256 sha256,
        String mediaType,
        Outcome outcome) {

    public boolean pending() {
        return outcome == Outcome.PENDING;
    }

    /** The place of its member of this number. */
    public byte[] placeOf(int index) {
        return ByteBuffer.allocate(place.length + Integer.BYTES)
                .put(place)
                .putInt(index)
                .array();
    }

    /** The same, as its content was read. */
    public StoredContainer read(Reading.Content content, String type) {
        return new StoredContainer(
                id,
                sourceId,
                rootId,
                place,
                path,
                observation,
                content.size(),
                content.modified(),
                content.sha256(),
                type,
                outcome);
    }

    static StoredContainer of(ResultSet row, int index) throws SQLException {
        String sha256 = row.getString("sha256");
        String mediaType = row.getString("media_type");
        return new StoredContainer(
                row.getLong("id"),
                row.getLong("source_id"),
                row.getLong("root"),
                row.getBytes("member_place"),
                SourcePath.ofBytes(row.getBytes("path_bytes")),
                row.getInt("observation"),
                row.getLong("size"),
                SourceFileStore.instant(row, "modified"),
                sha256 == null ? null : new Sha256(sha256),
                mediaType == null ? "" : mediaType,
                Outcome.ofWord(row.getString("outcome")));
    }
}
