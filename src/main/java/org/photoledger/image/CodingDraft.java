package org.photoledger.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a walker has seen of how the picture is coded. */
final class CodingDraft {

    /** Most embedded JPEGs that are looked at; cameras write up to four. */
    private static final int MOST_PREVIEWS = 16;

    private static final int MOST_PIXEL_BYTES = 1_024;

    private final List<EmbeddedJpeg> previews = new ArrayList<>();
    private @Nullable JpegFrame frame;
    private @Nullable String unread;
    private int scans;
    private int pixelBytes = PixelCoding.DEFAULT_PIXEL_BYTES;
    private long held;
    private int page;
    private boolean rowsWhole;
    private boolean raw;

    void scan() {
        scans++;
    }

    void frame(JpegFrame value) {
        frame = value;
        unread = value.unread();
    }

    void pixelBytes(long bytes) {
        pixelBytes = (int) Math.max(1, Math.min(bytes, MOST_PIXEL_BYTES));
    }

    void holds(long bytes) {
        held = Math.max(held, bytes);
    }

    void page(int index) {
        page = Math.max(0, index);
    }

    void rowsWhole(boolean value) {
        rowsWhole = value;
    }

    void raw() {
        raw = true;
    }

    /** Keeps the JPEG at a place of the file, where there is one that a decoder reads. */
    void preview(Span file, long offset, long length) {
        EmbeddedJpeg found = previews.size() < MOST_PREVIEWS ? EmbeddedJpeg.at(file, offset, length) : null;
        if (found != null && previews.stream().noneMatch(known -> known.offset() == found.offset())) {
            previews.add(found);
        }
    }

    PixelCoding finish() {
        // of equal ones the first in the file
        previews.sort(
                Comparator.comparingLong((EmbeddedJpeg jpeg) -> -jpeg.size().pixels())
                        .thenComparingInt(EmbeddedJpeg::offset));
        long bytes = frame == null ? held : frame.heldBytes(scans);
        return new PixelCoding(
                scans,
                frame == null ? 0 : frame.components(),
                unread,
                pixelBytes,
                bytes,
                page,
                rowsWhole,
                raw,
                previews);
    }
}
