package org.photoledger.container;

import java.io.IOException;
import java.io.OutputStream;

/** Takes so many bytes of a trial and then says that it is enough. */
final class Trial extends OutputStream {

    private long left;

    Trial(long bytes) {
        left = bytes;
    }

    /** Whether what ended a trial is that it went on long enough. */
    static boolean passed(Throwable problem) {
        return problem instanceof EnoughException || problem.getCause() instanceof EnoughException;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[1], 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        left -= length;
        if (left < 0) {
            throw new EnoughException();
        }
    }

    private static final class EnoughException extends IOException {

        private static final long serialVersionUID = 1L;
    }
}
