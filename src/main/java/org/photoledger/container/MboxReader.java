package org.photoledger.container;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Hands over the files of all messages of an mbox, which are parted by lines that begin with {@code From }. */
final class MboxReader {

    private static final byte[] FROM = {'F', 'r', 'o', 'm', ' '};

    private final BufferedInputStream in;
    private final Delivery delivery;

    MboxReader(BufferedInputStream in, Delivery delivery) {
        this.in = in;
        this.delivery = delivery;
    }

    Opening read() throws IOException {
        String damage = null;
        while (passFrom()) {
            Message message = new Message();
            Opening opening = delivery.open(() -> new MailReader(delivery).read(message));
            message.transferTo(OutputStream.nullOutputStream());
            if (!(opening instanceof Opening.Whole) && damage == null) {
                damage = "a message in it is not whole";
            }
        }
        return damage == null ? new Opening.Whole(delivery.members()) : new Opening.Damaged(delivery.members(), damage);
    }

    /** Goes on behind the line that parts messages; false at the end. */
    private boolean passFrom() throws IOException {
        int value = in.read();
        boolean any = value >= 0;
        while (value >= 0 && value != '\n') {
            value = in.read();
        }
        return any;
    }

    private boolean atFrom() throws IOException {
        in.mark(FROM.length);
        boolean from = java.util.Arrays.equals(in.readNBytes(FROM.length), FROM);
        in.reset();
        return from;
    }

    /** One message: ends before an empty line's successor that parts it from the next. */
    private final class Message extends InputStream {

        private int newlines = 1;
        private boolean ended;

        @Override
        public int read() throws IOException {
            if (ended || (newlines > 1 && atFrom())) {
                ended = true;
                return -1;
            }
            int value = in.read();
            ended = value < 0;
            if (value != '\r') {
                newlines = value == '\n' ? newlines + 1 : 0;
            }
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = 0;
            for (int value = 0; count < length && value != '\n'; count++) {
                value = read();
                if (value < 0) {
                    return count == 0 ? -1 : count;
                }
                target[offset + count] = (byte) value;
            }
            return count;
        }
    }
}
