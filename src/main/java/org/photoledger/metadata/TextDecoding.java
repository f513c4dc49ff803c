package org.photoledger.metadata;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Text from metadata bytes: UTF-8 where it is valid, else windows-1252; the eight-byte code of UserComment is honoured. */
final class TextDecoding {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private TextDecoding() {}

    /** Without trailing NULs; what lies between them stays. */
    static String text(byte[] bytes) {
        byte[] content = withoutTrailingNuls(bytes);
        String strict = strict(content);
        return strict == null ? new String(content, WINDOWS) : strict;
    }

    /** Whether the bytes are no valid UTF-8, so that their encoding is a guess. */
    static boolean guessed(byte[] bytes) {
        return strict(withoutTrailingNuls(bytes)) == null;
    }

    /** Whether the text of these bytes does not give them back: no valid UTF-8, or a NUL between characters. */
    static boolean loses(byte[] bytes) {
        byte[] content = withoutTrailingNuls(bytes);
        return indexOfNul(content) >= 0 || strict(content) == null;
    }

    private static byte[] withoutTrailingNuls(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }

    private static @Nullable String strict(byte[] bytes) {
        try {
            CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return decoded.toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** The bytes as text that loses nothing: printable ASCII as it is, the rest as {@code \xNN}. */
    static String escaped(byte[] bytes, int most) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < bytes.length && text.length() < most; at++) {
            int b = bytes[at] & 0xff;
            if (b >= 0x20 && b < 0x7f && b != '\\') {
                text.append((char) b);
            } else {
                text.append(String.format(Locale.ROOT, "\\x%02x", b));
            }
        }
        return text.toString();
    }

    /** EXIF UserComment: an eight-byte character code, then text (CIPA DC-008, 4.6.6). */
    static String userComment(byte[] bytes, ByteOrder order) {
        if (bytes.length < 8) {
            return text(bytes);
        }
        String code = new String(bytes, 0, 8, StandardCharsets.ISO_8859_1);
        byte[] rest = Arrays.copyOfRange(bytes, 8, bytes.length);
        if (code.startsWith("UNICODE")) {
            return unicode(rest, order);
        }
        boolean known = code.startsWith("ASCII") || code.startsWith("JIS") || code.startsWith("\0");
        return text(known ? rest : bytes);
    }

    /** In the byte order of the file, unless the other one makes more sense: writers get this wrong. */
    private static String unicode(byte[] bytes, ByteOrder order) {
        if (bytes.length >= 3 && strict(bytes) != null && indexOfNul(bytes) < 0) {
            return text(bytes);
        }
        String declared = utf16(bytes, order);
        ByteOrder swapped = order == ByteOrder.BIG_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        String other = utf16(bytes, swapped);
        return latin(other) > latin(declared) ? other : declared;
    }

    private static int indexOfNul(byte[] bytes) {
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == 0) {
                return at;
            }
        }
        return -1;
    }

    private static long latin(String text) {
        return text.chars().filter(c -> c < 0x250 && c >= 0x20).count();
    }

    static String utf16(byte[] bytes, ByteOrder order) {
        Charset charset = order == ByteOrder.BIG_ENDIAN ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        String text = new String(bytes, 0, bytes.length & ~1, charset);
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == 0) {
            end--;
        }
        return text.substring(0, end);
    }

    /** For comparing and for normalized fields: outer white space and NULs gone, inner white space one blank. */
    static String collapsed(String text) {
        return text.replace('\0', ' ').replaceAll("\\s+", " ").strip();
    }
}
