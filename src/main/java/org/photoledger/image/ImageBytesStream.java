package org.photoledger.image;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/** ImageIO's view of a file in memory: no copy, no temporary file. */
final class ImageBytesStream extends ImageInputStreamImpl {

    private final ImageBytes bytes;

    ImageBytesStream(ImageBytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
        checkClosed();
        bitOffset = 0;
        return streamPos < bytes.length() ? bytes.at((int) streamPos++) : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        checkClosed();
        bitOffset = 0;
        if (streamPos >= bytes.length()) {
            return -1;
        }
        int count = (int) Math.min(length, bytes.length() - streamPos);
        bytes.view((int) streamPos, count).get(target, offset, count);
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return bytes.length();
    }
}
