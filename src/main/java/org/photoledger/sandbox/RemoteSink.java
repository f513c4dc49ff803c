package org.photoledger.sandbox;

import java.io.IOException;
import java.util.Arrays;
import org.photoledger.container.Member;
import org.photoledger.container.MemberEnd;
import org.photoledger.container.MemberSink;

/** Sends a container's members to the parent, in pieces. */
final class RemoteSink implements MemberSink {

    private static final int PIECE = 256 << 10;

    private final Conversation parent;
    private final byte[] piece = new byte[PIECE];
    private int filled;

    RemoteSink(Conversation parent) {
        this.parent = parent;
    }

    @Override
    public boolean begin(Member member) throws IOException {
        filled = 0;
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
        parent.say(Frames.PIECE, Arrays.copyOf(piece, filled));
        filled = 0;
    }

    @Override
    public void end(MemberEnd end) throws IOException {
        if (filled > 0) {
            send();
        }
        parent.say(Frames.MEMBER_END, ContainerCodec.encode(end));
    }
}
