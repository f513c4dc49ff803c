package org.photoledger.similarity;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When and with which camera a photo says it was taken.
 *
 * @param captureTime ISO 8601 without a zone, as far as it is known: {@code 2013}, {@code 2013-04}, ...
 *     {@code 2013-04-05T10:11:12.34}; null if unknown
 * @param serialNumber of the camera's body; null if unknown
 */
public record Shot(@Nullable String captureTime, @Nullable String serialNumber) {

    /** Of a photo that says neither. */
    public static final Shot UNKNOWN = new Shot(null, null);

    private static final int TO_THE_SECOND = "2013-04-05T10:11:12".length();
    private static final int TO_THE_NANOSECOND = TO_THE_SECOND + ".123456789".length();
    private static final Duration ANOTHER_MOMENT = Duration.ofSeconds(1);

    /** Whether both times are known and at least one second apart, as far as the vaguer of the two tells. */
    boolean atAnotherTime(Shot other) {
        if (captureTime == null || other.captureTime == null) {
            return false;
        }
        int known = Math.min(captureTime.length(), other.captureTime.length());
        if (known <= TO_THE_SECOND) {
            return !captureTime.regionMatches(0, other.captureTime, 0, known);
        }
        Optional<LocalDateTime> one = parsed(captureTime);
        Optional<LocalDateTime> two = parsed(other.captureTime);
        return one.isPresent()
                && two.isPresent()
                && Duration.between(one.get(), two.get()).abs().compareTo(ANOTHER_MOMENT) >= 0;
    }

    /** Empty for a time that there is not. */
    private static Optional<LocalDateTime> parsed(String time) {
        try {
            return Optional.of(LocalDateTime.parse(time.substring(0, Math.min(time.length(), TO_THE_NANOSECOND))));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Whether both serial numbers are known and differ. */
    boolean withAnotherCamera(Shot other) {
        return serialNumber != null && other.serialNumber != null && !serialNumber.equals(other.serialNumber);
    }
}
