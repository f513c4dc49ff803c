package org.photoledger.container;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * Hands members to a sink and counts them. What the sink or the channel throws is kept here and thrown again, unchanged,
 * whatever a library in between made of it; what the library throws by itself is damage.
 */
public final class Delivery {

    /** Reads a container to its end. */
    @FunctionalInterface
    public interface Reading {
        Opening read() throws IOException;
    }

    private final MemberSink sink;
    private final OutputStream contents = new Contents();
    private @Nullable Exception stop;
    private int members;

    public Delivery(MemberSink sink) {
        this.sink = sink;
    }

    /** Members begun so far: the index of the next. */
    public int members() {
        return members;
    }

    /** The container's channel, to be closed by nobody but its owner. */
    public SeekableByteChannel guarded(SeekableByteChannel bytes) {
        return new GuardedChannel(bytes, this);
    }

    /** Reads a container; what a library throws at it is its damage. */
    public Opening open(Reading reading) throws IOException {
        try {
            Opening opening = reading.read();
            throwStop();
            return opening;
        } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
            throwStop();
            return opening(e);
        }
    }

    private Opening opening(Throwable problem) {
        MemberEnd end = end(problem);
        if (end instanceof MemberEnd.Encrypted) {
            return new Opening.Encrypted(members);
        }
        return end instanceof MemberEnd.Unsupported unsupported
                ? new Opening.Unsupported(members, unsupported.detail())
                : new Opening.Damaged(members, Damage.words(problem));
    }

    /** Hands over one member, whose content is read if it is wanted, and tells how it ended. */
    public MemberEnd hand(Member member, Content content) throws IOException {
        members++;
        boolean wanted = foreign(() -> sink.begin(member));
        MemberEnd end = wanted ? write(content) : new MemberEnd.Whole();
        foreign(() -> {
            sink.end(end);
            return true;
        });
        return end;
    }

    private MemberEnd write(Content content) throws IOException {
        try {
            content.writeTo(contents);
            throwStop();
            return new MemberEnd.Whole();
        } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
            throwStop();
            return end(e);
        }
    }

    private static MemberEnd end(Throwable problem) {
        return problem instanceof ContentException known ? known.end() : new MemberEnd.Damaged(Damage.words(problem));
    }

    /** What is ours and not a library's. */
    @FunctionalInterface
    interface Foreign<T> {
        T call() throws IOException;
    }

    <T> T foreign(Foreign<T> call) throws IOException {
        throwStop();
        try {
            return call.call();
        } catch (IOException | RuntimeException e) {
            stop = e;
            throw e;
        }
    }

    /** For a library that may have swallowed it: throws again what the sink or the channel threw. */
    public void throwStop() throws IOException {
        if (stop instanceof IOException io) {
            throw io;
        }
        if (stop instanceof RuntimeException runtime) {
            throw runtime;
        }
    }

    private final class Contents extends OutputStream {

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return;
            }
            foreign(() -> {
                sink.content(bytes, offset, length);
                return true;
            });
        }
    }
}
