package org.photoledger.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
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
        return content.head(WorkerPool.HEAD_BYTES);
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
