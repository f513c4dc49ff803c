package org.photoledger.image;

import org.jspecify.annotations.Nullable;

/**
 * Frame header of a JPEG. Source: ITU-T T.81 B.2.2; T.87 for JPEG-LS.
 *
 * @param marker its second byte: C0 to CF without C4, C8 and CC, or F7
 * @param precision bits of a sample
 * @param coefficients samples of all components together, subsampled ones counted as they are
 */
record JpegFrame(int marker, int precision, int width, int height, int components, long coefficients) {

    /** More segments before the frame than any writer makes. */
    private static final int MOST_SEGMENTS = 10_000;

    private static final int JPEG_LS = 0xf7;

    static boolean begins(int marker) {
        boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        return frame || marker == JPEG_LS;
    }

    static JpegFrame of(int marker, Span payload) throws CutShortException {
        int height = payload.u16(1);
        int width = payload.u16(3);
        int count = payload.has(5, 1) ? payload.u8(5) : 0;
        return new JpegFrame(
                marker, payload.u8(0), width, height, count, samples(payload, count, (long) width * height));
    }

    private static long samples(Span payload, int count, long pixels) throws CutShortException {
        int most = 1;
        long sum = 0;
        for (int at = 7; at < 6 + 3 * count && payload.has(at, 1); at += 3) {
            int share = (payload.u8(at) >> 4) * (payload.u8(at) & 15);
            most = Math.max(most, share);
            sum += share;
        }
        return pixels * sum / most;
    }

    /** The frame of the JPEG that a span begins with, null where there is none. */
    static @Nullable JpegFrame first(Span jpeg) {
        if (!jpeg.starts("\u00ff\u00d8\u00ff")) {
            return null;
        }
        try {
            int at = 2;
            for (int segment = 0; segment < MOST_SEGMENTS; segment++) {
                int marker = jpeg.u8(at + 1L);
                if (jpeg.u8(at) != 0xff || marker == 0xd9 || marker == 0xda) {
                    return null;
                }
                if (begins(marker)) {
                    return of(marker, jpeg.from(at + 4L));
                }
                at += marker == 0xff ? 1 : 2 + jpeg.u16(at + 2L);
            }
        } catch (CutShortException e) {
            // cut before its frame: it shows nothing
        }
        return null;
    }

    boolean lossy() {
        return (marker & 3) != 3;
    }

    boolean progressive() {
        return (marker & 3) == 2;
    }

    /** Why neither the JDK nor TwelveMonkeys reads such a JPEG, null where one does. */
    @Nullable
    String unread() {
        if (marker == JPEG_LS) {
            return "JPEG-LS coding";
        }
        if (marker > 0xc8) {
            return "arithmetic coding";
        }
        if (marker > 0xc4) {
            return "hierarchical coding";
        }
        return lossy() && precision != 8 ? precision + "-bit samples" : null;
    }

    /** What decoding holds: the coefficients of all scans, 2 bytes each, or the samples of a lossless one, 4 bytes each. */
    long heldBytes(int scans) {
        if (!lossy()) {
            return 4L * components * width * height;
        }
        return progressive() || scans > 1 ? 2 * coefficients : 0;
    }
}
