package org.photoledger.image;

import org.jspecify.annotations.Nullable;

/**
 * A JPEG inside a camera's raw file that shows the photo: a preview or a thumbnail.
 *
 * @param offset its first byte in the file
 * @param length as much of it as the file has, in bytes
 * @param size from its frame header
 */
public record EmbeddedJpeg(int offset, int length, PixelSize size) {

    /** The JPEG at a place, null where there is none that a decoder reads: raw data are lossless JPEGs too. */
    static @Nullable EmbeddedJpeg at(Span file, long offset, long length) {
        if (offset < 0 || offset >= file.length()) {
            return null;
        }
        Span jpeg = file.clip(offset, length).littleEndian(false);
        JpegFrame frame = JpegFrame.first(jpeg);
        return frame != null && shows(frame)
                ? new EmbeddedJpeg(jpeg.start(), jpeg.length(), new PixelSize(frame.width(), frame.height()))
                : null;
    }

    private static boolean shows(JpegFrame frame) {
        return frame.lossy() && frame.unread() == null && frame.width() > 0 && frame.height() > 0;
    }
}
