package org.photoledger.metadata;

import com.drew.lang.Rational;
import com.drew.metadata.StringValue;
import java.lang.reflect.Array;
import java.util.StringJoiner;
import org.apache.commons.imaging.common.RationalNumber;
import org.jspecify.annotations.Nullable;

/** Decoded values of either library as the same text, so that equal values compare equal. */
final class TagValues {

    private static final int MOST_ITEMS = 4_096;

    private TagValues() {}

    static String text(Object value) {
        if (value instanceof StringValue string) {
            return TextDecoding.text(string.getBytes());
        }
        if (value instanceof Rational rational) {
            return rational.getNumerator() + "/" + rational.getDenominator();
        }
        if (value instanceof RationalNumber rational) {
            return unsigned(rational.numerator, rational.unsignedType) + "/"
                    + unsigned(rational.divisor, rational.unsignedType);
        }
        if (value.getClass().isArray()) {
            return list(value);
        }
        return String.valueOf(value);
    }

    private static long unsigned(long number, boolean unsignedType) {
        return unsignedType ? number & 0xffffffffL : number;
    }

    private static String list(Object array) {
        StringJoiner items = new StringJoiner(" ");
        int length = Array.getLength(array);
        for (int at = 0; at < Math.min(length, MOST_ITEMS); at++) {
            Object item = Array.get(array, at);
            items.add(item instanceof Byte number ? String.valueOf(number & 0xff) : text(item));
        }
        if (length > MOST_ITEMS) {
            items.add("… of " + length);
        }
        return items.toString();
    }

    /** The bytes of a text or undefined value, null for numbers. */
    static byte @Nullable [] bytes(Object value) {
        if (value instanceof StringValue string) {
            return string.getBytes();
        }
        return value instanceof byte[] bytes ? bytes : null;
    }
}
