package org.photoledger.custody;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON in one form only: members in the order given, no spaces, and ASCII alone: all else is a Unicode escape of four lower-case digits. */
public final class CanonicalJson {

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /** Values are strings, whole numbers, finite doubles, booleans, lists, maps with text keys or null. */
    public static String of(Map<String, ?> members) {
        CanonicalJson json = new CanonicalJson();
        json.object(members);
        return json.out.toString();
    }

    private void object(Map<?, ?> members) {
        out.append('{');
        for (Iterator<? extends Map.Entry<?, ?>> each = members.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<?, ?> member = each.next();
            string(String.valueOf(member.getKey()));
            out.append(':');
            value(member.getValue());
            out.append(each.hasNext() ? "," : "");
        }
        out.append('}');
    }

    private void list(List<?> values) {
        out.append('[');
        for (Iterator<?> each = values.iterator(); each.hasNext(); ) {
            value(each.next());
            out.append(each.hasNext() ? "," : "");
        }
        out.append(']');
    }

    private void value(@Nullable Object value) {
        if (value instanceof String text) {
            string(text);
        } else if (value instanceof Map<?, ?> members) {
            object(members);
        } else if (value instanceof List<?> values) {
            list(values);
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            throw new IllegalArgumentException("no canonical form of " + value.getClass());
        }
    }

    private void string(String text) {
        out.append('"');
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
