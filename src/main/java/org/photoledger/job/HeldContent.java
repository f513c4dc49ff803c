package org.photoledger.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.util.Arrays;
import org.photoledger.image.ImageBytes;
import org.photoledger.sandbox.WorkerPool;
import org.photoledger.source.Reading;

/** A member's content, with the room in memory that it takes. */
final class HeldContent {

    private final Reading.Content content;
    private final FrameBudget.Held room;
    private boolean handedOn;

    HeldContent(Reading.Content content, FrameBudget.Held room) {
        this.content = content;
        this.room = room;
    }

    Reading.Content content() {
        return content;
    }

    SeekableByteChannel channel() {
        try {
            return content.spooled() == null
                    ? ImageBytes.of(content.bytes()).channel()
                    : Files.newByteChannel(content.spooled());
        } catch (IOException e) {
            throw new UncheckedIOException("the spool cannot be read", e);
        }
    }

    /** Its first bytes, by which its type is told. */
    byte[] head() {
        if (content.spooled() == null) {
            return Arrays.copyOf(content.bytes(), Math.min(WorkerPool.HEAD_BYTES, content.bytes().length));
        }
        try (InputStream in = Files.newInputStream(content.spooled())) {
            return in.readNBytes(WorkerPool.HEAD_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException("the spool cannot be read", e);
        }
    }

    /** Somebody else discards it. */
    HeldContent handOn() {
        handedOn = true;
        return this;
    }

    boolean handedOn() {
        return handedOn;
    }

    void discard() {
        content.discard();
        room.close();
    }
}
