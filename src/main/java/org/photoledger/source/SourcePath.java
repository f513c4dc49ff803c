package org.photoledger.source;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.photoledger.digest.Sha256;

/** A path inside a source, relative to its root: the exact bytes that the file system has, whatever their encoding. */
public final class SourcePath implements Comparable<SourcePath> {

    private final byte[] bytes;

    private SourcePath(byte[] bytes) {
        this.bytes = bytes;
    }

    public static SourcePath ofBytes(byte[] bytes) {
        return new SourcePath(bytes.clone());
    }

    /** The part of a path below its root; both must come from the file system, never from a display string. */
    public static SourcePath between(Path root, Path path) {
        byte[] whole = bytesOf(path);
        int skip = bytesOf(root).length;
        while (skip < whole.length && whole[skip] == '/') {
            skip++;
        }
        return new SourcePath(Arrays.copyOfRange(whole, skip, whole.length));
    }

    /** The bytes of an absolute path without a trailing slash. */
    static byte[] bytesOf(Path path) {
        byte[] decoded = percentDecoded(path.toAbsolutePath().toUri().getRawPath());
        boolean slash = decoded.length > 1 && decoded[decoded.length - 1] == '/';
        return slash ? Arrays.copyOf(decoded, decoded.length - 1) : decoded;
    }

    private static byte[] percentDecoded(String raw) {
        ByteBuffer out = ByteBuffer.allocate(raw.length());
        for (int at = 0; at < raw.length(); at++) {
            if (raw.charAt(at) == '%') {
                out.put((byte) HexFormat.fromHexDigits(raw, at + 1, at + 3));
                at += 2;
            } else {
                out.put((byte) raw.charAt(at));
            }
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** The file below a root, exact for any bytes. */
    public Path in(Path root) {
        StringBuilder uri = new StringBuilder("file://").append(encoded(bytesOf(root)));
        if (bytes.length > 0) {
            uri.append('/').append(encoded(bytes));
        }
        return Path.of(URI.create(uri.toString()));
    }

    private static String encoded(byte[] path) {
        StringBuilder uri = new StringBuilder();
        for (byte b : path) {
            boolean plain = b == '/' || (b > 0 && Character.isLetterOrDigit(b));
            uri.append(plain ? String.valueOf((char) b) : "%" + HexFormat.of().toHexDigits(b));
        }
        return uri.toString();
    }

    /** The path of a member of the container that this is the path of: {@code a.zip!/b.jpg}. Never to be opened. */
    public SourcePath member(byte[] name) {
        byte[] path = Arrays.copyOf(bytes, bytes.length + 2 + name.length);
        path[bytes.length] = '!';
        path[bytes.length + 1] = '/';
        System.arraycopy(name, 0, path, bytes.length + 2, name.length);
        return new SourcePath(path);
    }

    /** This path with a slash behind it, as its members' paths begin. */
    SourcePath asFolder() {
        byte[] folder = Arrays.copyOf(bytes, bytes.length + 1);
        folder[bytes.length] = '/';
        return new SourcePath(folder);
    }

    /** Identity of any length of path in a column of 64 characters. */
    public Sha256 key() {
        return Sha256.of(bytes);
    }

    /** The path that {@link #text} gave. */
    public static SourcePath ofText(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        int from = 0;
        for (int at = text.indexOf("\\x"); at >= 0; at = text.indexOf("\\x", from)) {
            out.writeBytes(text.substring(from, at).getBytes(StandardCharsets.UTF_8));
            out.write(HexFormat.fromHexDigits(text, at + 2, at + 4));
            from = at + 4;
        }
        out.writeBytes(text.substring(from).getBytes(StandardCharsets.UTF_8));
        return new SourcePath(out.toByteArray());
    }

    /** The path as text: UTF-8, bytes that are none as {@code \xNN}, and a backslash that could be mistaken for one as {@code \x5c}. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < bytes.length; ) {
            int length = sequenceLength(at);
            String decoded = length == 0 ? null : decodeStrictly(at, length);
            if (decoded == null || (decoded.equals("\\") && at + 1 < bytes.length && bytes[at + 1] == 'x')) {
                text.append("\\x").append(HexFormat.of().toHexDigits(bytes[at]));
                at++;
            } else {
                text.append(decoded);
                at += length;
            }
        }
        return text.toString();
    }

    private int sequenceLength(int at) {
        int lead = bytes[at] & 0xff;
        int length = lead < 0x80 ? 1 : lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : 0;
        if (lead >= 0xf0 && lead < 0xf5) {
            length = 4;
        }
        return at + length <= bytes.length ? length : 0;
    }

    private @Nullable String decodeStrictly(int at, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, at, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    @Override
    public int compareTo(SourcePath other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourcePath that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return text();
    }
}
