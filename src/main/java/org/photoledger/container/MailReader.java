package org.photoledger.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.photoledger.container.Member.Kind;

/** Hands over the files of one message: what is attached, pictures between its lines, messages in the message. */
final class MailReader {

    private static final int MULTIPARTS_MOST = 64;
    private static final int HEADERS_MOST = 1_000;
    private static final int HEADER_CHARACTERS_MOST = 1 << 20;

    private static final MimeConfig LIMITS = MimeConfig.custom()
            .setMaxHeaderCount(HEADERS_MOST)
            .setMaxHeaderLen(HEADER_CHARACTERS_MOST)
            .setMaxLineLen(HEADER_CHARACTERS_MOST)
            .build();

    private final Delivery delivery;
    private final Ends ends = new Ends();
    private final MimeTokenStream tokens = new MimeTokenStream(LIMITS, ends, null);
    private MailPart part = new MailPart();
    private int depth;
    private boolean ahead;

    MailReader(Delivery delivery) {
        this.delivery = delivery;
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
    }

    Opening read(InputStream message) throws IOException {
        tokens.parse(message);
        while (tokens.getState() != EntityState.T_END_OF_STREAM) {
            ahead = false;
            take(tokens.getState());
            if (depth > MULTIPARTS_MOST) {
                String detail = "parts in parts, more than " + MULTIPARTS_MOST + " deep";
                return new Opening.Refused(delivery.members(), "mail depth", detail);
            }
            if (!ahead) {
                next();
            }
        }
        return ends.premature
                ? new Opening.Damaged(delivery.members(), "cut short")
                : new Opening.Whole(delivery.members());
    }

    private void next() throws IOException {
        try {
            tokens.next();
        } catch (MimeException e) {
            throw ContentException.damaged(Damage.words(e));
        }
    }

    private void take(EntityState state) throws IOException {
        switch (state) {
            case T_START_HEADER -> part = new MailPart();
            case T_FIELD -> field();
            case T_START_MULTIPART -> depth++;
            case T_END_MULTIPART -> depth--;
            case T_BODY -> body();
            default -> {
                // nothing of a file
            }
        }
    }

    private void field() throws IOException {
        try {
            part.take(tokens.getField());
        } catch (MimeException e) {
            throw ContentException.damaged(Damage.words(e));
        }
    }

    private void body() throws IOException {
        if (part.isFile(tokens.getBodyDescriptor().getMimeType())) {
            Member member = new Member(delivery.members(), part.name(), -1, null, Kind.FILE, null);
            delivery.hand(member, this::write);
        }
    }

    /** Whether the message ends in the middle of a part is known when the next is looked for. */
    private void write(OutputStream out) throws IOException {
        Content.copy(tokens.getDecodedInputStream(), out);
        ahead = true;
        next();
        while (tokens.getState() == EntityState.T_END_BODYPART) {
            next();
        }
        if (ends.premature) {
            throw ContentException.damaged("cut short");
        }
    }

    /** Hears that a message or the coding of a part ends too early. */
    private static final class Ends extends DecodeMonitor {

        private boolean premature;

        @Override
        public boolean warn(String error, String consequence) {
            premature |= error.contains("nexpected end") || error.contains("prematurely");
            return false;
        }

        @Override
        public boolean isListening() {
            return true;
        }
    }
}
