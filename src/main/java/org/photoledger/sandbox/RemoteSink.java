package org.photoledger.sandbox;

import java.io.IOException;
import java.util.Arrays;
import org.photoledger.container.Member;
import org.photoledger.container.MemberEnd;
import org.photoledger.container.MemberSink;
import org.photoledger.image.ImageBytes;
import org.photoledger.metadata.TypeDetector;

/** Sends a container's members to the parent, in pieces, each with its type by its first bytes. */
final class RemoteSink implements MemberSink {

    private static final int PIECE = 256 << 10;
    private static final int HEAD = 64 << 10;

    private final Conversation parent;
    private final byte[] piece = new byte[PIECE];
    private byte[] head = {};
    private int filled;

    RemoteSink(Conversation parent) {
        this.parent = parent;
    }

    /** Made for the first member that has content: a quarter of what a worker's start costs. */
    private static final class Types {
        static final TypeDetector DETECTOR = new TypeDetector();
    }

    @Override
    public boolean begin(Member member) throws IOException {
        filled = 0;
        head = new byte[0];
        return switch (parent.ask(Frames.MEMBER, ContainerCodec.encode(member)).kind()) {
            case Frames.TAKE -> true;
            case Frames.SKIP -> false;
            default -> throw new MalformedFrameException("neither taken nor skipped");
        };
    }

    @Override
    public void content(byte[] bytes, int offset, int length) throws IOException {
        for (int done = 0; done < length; ) {
            int count = Math.min(length - done, PIECE - filled);
            System.arraycopy(bytes, offset + done, piece, filled, count);
            filled += count;
            done += count;
            if (filled == PIECE) {
                send();
            }
        }
    }

    private void send() throws IOException {
        if (head.length == 0) {
            head = Arrays.copyOf(piece, Math.min(HEAD, filled));
        }
        parent.say(Frames.PIECE, Arrays.copyOf(piece, filled));
        filled = 0;
    }

    @Override
    public void end(MemberEnd end) throws IOException {
        if (filled > 0) {
            send();
        }
        String mediaType = head.length == 0 ? "" : Types.DETECTOR.detect(ImageBytes.of(head));
        parent.say(Frames.MEMBER_END, ContainerCodec.encode(new ContainerCodec.Ending(end, mediaType)));
    }
}
