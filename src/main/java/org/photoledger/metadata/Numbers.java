package org.photoledger.metadata;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers from raw values: a rational with denominator 0 is absent, never zero. */
final class Numbers {

    private Numbers() {}

    /** The first number of a raw value, NaN where there is none. */
    static double first(String raw) {
        return at(raw, 0);
    }

    /** The number at a place in a list, NaN where there is none. */
    static double at(String raw, int index) {
        String[] items = raw.strip().split(" +", -1);
        if (index >= items.length) {
            return Double.NaN;
        }
        String item = items[index];
        int slash = item.indexOf('/');
        if (slash < 0) {
            return parsed(item);
        }
        double denominator = parsed(item.substring(slash + 1));
        return denominator == 0 ? Double.NaN : parsed(item.substring(0, slash)) / denominator;
    }

    private static double parsed(String text) {
        try {
            return text.matches("-?[0-9.]+([eE]-?[0-9]+)?") ? Double.parseDouble(text) : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    static @Nullable String decimal(String raw) {
        double value = first(raw);
        return Double.isFinite(value) ? plain(value) : null;
    }

    /** Shortest plain decimal form of a finite number. */
    static String plain(double value) {
        return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
