package org.photoledger.container;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Unpacks Zstandard in pure Java, and says what ended it: a frame that is refused, or the end of the file. */
final class ZstdFile extends FilterInputStream {

    private final ZstdFrames frames;

    ZstdFile(InputStream packed) {
        this(new ZstdFrames(packed));
    }

    private ZstdFile(ZstdFrames frames) {
        super(new ZstdInputStream(frames));
        this.frames = frames;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            int count = super.read(target, offset, length);
            if (count < 0) {
                frames.throwRefusal();
            }
            return count;
        } catch (IOException e) {
            frames.throwRefusal();
            // the library says by an ordinary exception that its input ended
            throw "Not enough input bytes".equals(e.getMessage()) ? new EOFException() : e;
        }
    }
}
