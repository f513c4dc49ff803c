package org.photoledger.sandbox;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.SynchronousQueue;

/** A worker's side of the pipe while it has a container open: it speaks, and takes the parent's answers. */
record Conversation(SynchronousQueue<Frames.Frame> answers, DataOutputStream out) {

    void say(byte kind, byte[] bytes) throws IOException {
        Frames.write(out, kind, bytes);
    }

    Frames.Frame ask(byte kind, byte[] bytes) throws IOException {
        say(kind, bytes);
        try {
            return answers.take();
        } catch (InterruptedException e) {
            throw new InterruptedIOException("no answer is waited for any more");
        }
    }
}
