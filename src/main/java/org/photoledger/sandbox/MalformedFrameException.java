package org.photoledger.sandbox;

import java.io.IOException;

/** What came through the pipe is not what the protocol says. */
final class MalformedFrameException extends IOException {

    MalformedFrameException(String message) {
        super(message);
    }
}
