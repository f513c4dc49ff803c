package org.photoledger.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.photoledger.identifier.Origin;

/** A photo whose accepted readings are looked at for identifiers. */
public record IdentifiablePhoto(
        long id, String sha256, @Nullable String captureTimeLocal, List<AcceptedReading> readings) {

    /**
     * A reading that was accepted.
     *
     * @param ordinal its number among the photo's readings
     * @param region its region's number, null for a caption
     */
    public record AcceptedReading(
            int ordinal,
            @Nullable Integer region,
            String raw,
            String normalized,
            @Nullable Double confidence,
            Origin origin) {}

    public IdentifiablePhoto {
        readings = List.copyOf(readings);
    }
}
