package org.photoledger.store;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * Where a member stands.
 *
 * @param rootId the file of the source that it stands in
 * @param place in hexadecimal digits, 8 for its number in each container on the way to it
 */
public record MemberPlace(long rootId, String place) {

    private static final int DIGITS = 2 * Integer.BYTES;

    static MemberPlace of(long rootId, byte[] place) {
        return new MemberPlace(rootId, HexFormat.of().formatHex(place));
    }

    /** A member of the root that is in no other container, by its number. */
    public static String at(String container, int index) {
        byte[] number = ByteBuffer.allocate(Integer.BYTES).putInt(index).array();
        return container + HexFormat.of().formatHex(number);
    }

    /** The place of the container that it stands in; empty for the root. */
    public static String containerOf(String place) {
        return place.substring(0, place.length() - DIGITS);
    }
}
