package org.photoledger.sandbox;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.photoledger.container.Member;
import org.photoledger.container.MemberEnd;
import org.photoledger.source.Reason;

/**
 * A container that a worker process has open. The worker asks for ranges of its bytes and gives its members one after
 * another; the caller takes or skips each. A worker that is lost costs one attempt: the second, in a fresh process,
 * goes on behind the last member that had ended. Used by one thread.
 */
public final class OpenedContainer implements AutoCloseable {

    private static final int ATTEMPTS = 2;
    private static final byte[] NOTHING = {};

    /**
     * Bytes that a worker may ask for without giving anything, beyond the container twice and once for each password that
     * it tries: a loop that reads is no progress.
     */
    private static final long READ_AGAIN = 64 << 20;

    private final WorkerSlot slot;
    private final Duration patience;
    private final SeekableByteChannel bytes;
    private final byte[] request;
    private final long servedInVainMost;
    private final BooleanSupplier stopping;
    private final Consumer<Reason> losses;
    private @Nullable WorkerProcess worker;
    private @Nullable ContainerEnd end;
    private int attempts;
    private int membersEnded;
    private long servedInVain;

    /** Takes a member's content, from its first byte again after each restart; false: no more of the container is wanted. */
    public interface ContentSink {
        boolean content(byte[] piece);

        void restart();
    }

    /** Where losses of workers are counted, and whether a stop makes them count for nothing. */
    record Keeper(BooleanSupplier stopping, Consumer<Reason> losses) {}

    OpenedContainer(
            WorkerSlot slot,
            Duration patience,
            SeekableByteChannel bytes,
            ContainerCodec.Request request,
            Keeper keeper) {
        this.slot = slot;
        this.patience = patience;
        this.bytes = bytes;
        this.request = ContainerCodec.encode(request);
        this.servedInVainMost = (2L + request.passwords().size()) * request.size() + READ_AGAIN;
        this.stopping = keeper.stopping;
        this.losses = keeper.losses;
    }

    /** The next member, to be taken or skipped; null at the end. */
    public @Nullable Member next() {
        while (end == null) {
            try {
                Frames.Frame frame = heard();
                if (frame.kind() == Frames.MEMBER) {
                    return ContainerCodec.member(frame.bytes());
                }
                ContainerCodec.Ended ended = ContainerCodec.ended(requireKind(frame, Frames.CONTAINER_END));
                end = new ContainerEnd.Opened(ended.opening(), ended.mediaType(), attempts);
            } catch (WorkerLostException e) {
                lost(e.reason());
            } catch (IOException e) {
                failed(e);
            }
        }
        return null;
    }

    /** Gives the announced member's content to a sink and tells how it ended; null where the container ended in the middle of it. */
    public @Nullable MemberEnd take(ContentSink sink) {
        while (end == null) {
            try {
                if (worker == null) {
                    sink.restart();
                    requireKind(heard(), Frames.MEMBER);
                }
                MemberEnd memberEnd = taken(sink);
                if (memberEnd != null) {
                    membersEnded++;
                    return memberEnd;
                }
                end = new ContainerEnd.Broken(attempts);
            } catch (WorkerLostException e) {
                lost(e.reason());
            } catch (IOException e) {
                failed(e);
            }
        }
        return null;
    }

    private @Nullable MemberEnd taken(ContentSink sink) throws WorkerLostException, IOException {
        say(Frames.TAKE, NOTHING);
        for (Frames.Frame frame = heard(); true; frame = heard()) {
            if (frame.kind() != Frames.PIECE) {
                return ContainerCodec.memberEnd(requireKind(frame, Frames.MEMBER_END));
            }
            if (!sink.content(frame.bytes())) {
                return null;
            }
        }
    }

    /** Passes over the announced member. */
    public void skip() {
        int before = membersEnded;
        while (end == null && membersEnded == before) {
            try {
                if (worker == null) {
                    requireKind(heard(), Frames.MEMBER);
                }
                skipped();
                membersEnded++;
            } catch (WorkerLostException e) {
                lost(e.reason());
            } catch (IOException e) {
                failed(e);
            }
        }
    }

    private void skipped() throws WorkerLostException, IOException {
        say(Frames.SKIP, NOTHING);
        requireKind(heard(), Frames.MEMBER_END);
    }

    /** How it ended; asked when {@link #next} or {@link #take} gave null. */
    public ContainerEnd end() {
        if (end == null) {
            throw new IllegalStateException("the container has not ended");
        }
        return end;
    }

    private static byte[] requireKind(Frames.Frame frame, byte kind) throws IOException {
        if (frame.kind() != kind) {
            throw new MalformedFrameException("frame of kind " + frame.kind());
        }
        return frame.bytes();
    }

    private void say(byte kind, byte[] payload) throws WorkerLostException, IOException {
        worker().send(kind, payload, patience);
    }

    /** The worker's next word that is no question for bytes. */
    private Frames.Frame heard() throws WorkerLostException, IOException {
        WorkerProcess current = worker();
        for (Frames.Frame frame = current.receive(patience); true; frame = current.receive(patience)) {
            if (frame.kind() != Frames.RANGE) {
                servedInVain = 0;
                return frame;
            }
            current.send(Frames.RANGE_CONTENT, range(ByteBuffer.wrap(frame.bytes())), patience);
        }
    }

    private byte[] range(ByteBuffer wanted) throws IOException {
        if (wanted.remaining() != Long.BYTES + Integer.BYTES) {
            throw new MalformedFrameException("a range of " + wanted.remaining() + " bytes");
        }
        long offset = wanted.getLong();
        int count = wanted.getInt();
        if (offset < 0 || count < 0 || count > Frames.REPLY_CAP) {
            throw new MalformedFrameException("no range");
        }
        servedInVain += count;
        if (servedInVain > servedInVainMost) {
            throw new MalformedFrameException("the same bytes without end");
        }
        ByteBuffer range = ByteBuffer.allocate(count);
        bytes.position(offset);
        while (range.hasRemaining() && bytes.read(range) >= 0) {
            // a channel may give less than it is asked for
        }
        if (range.hasRemaining()) {
            throw new EOFException("the container is shorter than it was");
        }
        return range.array();
    }

    private WorkerProcess worker() throws WorkerLostException, IOException {
        WorkerProcess current = worker;
        if (current == null) {
            if (stopping.getAsBoolean()) {
                throw new WorkerLostException(Reason.WORKER_DIED);
            }
            attempts++;
            servedInVain = 0;
            current = slot.ready();
            worker = current;
            current.send(Frames.OPEN, request, patience);
            for (int passed = 0; passed < membersEnded; passed++) {
                requireKind(heard(), Frames.MEMBER);
                skipped();
            }
        }
        return current;
    }

    private void lost(Reason reason) {
        drop();
        if (stopping.getAsBoolean()) {
            end = new ContainerEnd.Broken(attempts);
            return;
        }
        losses.accept(reason);
        if (attempts >= ATTEMPTS) {
            end = new ContainerEnd.Lost(reason, attempts);
        }
    }

    /** A worker that answers nonsense is lost; any other failure is the source's, whose bytes the worker asked for. */
    private void failed(IOException failure) {
        if (failure instanceof MalformedFrameException) {
            lost(Reason.WORKER_DIED);
        } else {
            drop();
            end = new ContainerEnd.SourceUnreadable(attempts);
        }
    }

    private void drop() {
        if (worker != null) {
            worker.kill();
            worker.awaitDeath();
            worker = null;
        }
    }

    /** The worker is kept for the next container where it came to this one's end. */
    @Override
    public void close() {
        if (!(end instanceof ContainerEnd.Opened)) {
            drop();
        }
    }
}
