package org.photoledger.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.photoledger.digest.Sha256;

/**
 * SHA-256 over the coded image data alone: files that differ only in metadata have the same one. Every counted part is
 * framed as its type, its length as 4 bytes big-endian, and its payload, in file order:
 *
 * <ul>
 *   <li>JPEG: type is the 2-byte marker (FF xx), payload without the 2-byte length: SOFn, DHT, DAC, DQT, DRI, DNL, SOS (its
 *       header). The entropy-coded data after each SOS is one part of type FF 00: with stuffed zeros and RST markers,
 *       without fill bytes (an FF before an FF). APP14 "Adobe" counts as FF EE, length 1, its transform byte.
 *   <li>PNG: type is the 4-byte chunk type: IHDR, PLTE, tRNS, and all IDAT joined to one part (frames of an APNG do not count).
 *   <li>WebP: 4-byte chunk type: VP8, VP8L, ALPH, and of each ANMF its 16-byte header; without padding.
 *   <li>TIFF: type is the tag as 4 bytes. Of every directory with pixels that is not a reduced copy, pages first, then sub-
 *       directories: the deciding tags in ascending order (whole numbers as 4 bytes big-endian each, others as they are),
 *       then each strip or tile as a part of type 273 or 324, or the JPEG stream as 513.
 *   <li>ISO-BMFF: type is the 4-byte box type: the primary item's properties that decide pixels in the order of ipma, then
 *       its joined extents under its item type; then the same for each tile of a grid in the order of iref dimg. CR3 has none.
 * </ul>
 */
final class PixelStreamDigest {

    private final MessageDigest sha = Sha256.newDigest();
    private long budget;
    private boolean pixels;
    private boolean broken;

    /** Hostile tables can name the same bytes a million times: no more is digested than the file has, twice. */
    PixelStreamDigest(int fileLength) {
        budget = 2L * fileLength + 4096;
    }

    void part(int type, Span payload) {
        part(type, payload.length());
        bytes(payload);
    }

    /** Starts a part whose payload follows by {@link #bytes}. */
    void part(int type, long length) {
        sha.update(ByteBuffer.allocate(8).putInt(type).putInt((int) length).flip());
    }

    void part(String type, Span payload) {
        part(type, payload.length());
        bytes(payload);
    }

    void part(String type, long length) {
        sha.update(type.getBytes(StandardCharsets.ISO_8859_1));
        sha.update(ByteBuffer.allocate(4).putInt((int) length).flip());
    }

    /** Starts a part of a JPEG with its 2-byte marker. */
    void marker(int marker, long length) {
        sha.update(ByteBuffer.allocate(6)
                .putShort((short) (0xff00 | marker))
                .putInt((int) length)
                .flip());
    }

    void bytes(Span payload) {
        budget -= payload.length();
        if (budget < 0) {
            broken = true;
        } else {
            sha.update(payload.file().view(payload.start(), payload.length()));
        }
    }

    void bytes(byte[] payload) {
        sha.update(payload);
    }

    /** Coded pixels were counted: without them there is no digest. */
    void pixelsSeen() {
        pixels = true;
    }

    void broken() {
        broken = true;
    }

    boolean isBroken() {
        return broken;
    }

    @Nullable
    Sha256 finish() {
        return pixels && !broken ? Sha256.ofDigest(sha.digest()) : null;
    }
}
