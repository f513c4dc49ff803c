package org.photoledger.sandbox;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.SynchronousQueue;

/**
 * What every worker process does: takes requests from standard input as frames and answers on standard output. It ends when
 * its input closes, even while a request hangs, so that it never outlives its parent; signals to the process group are its
 * parent's business.
 */
final class WorkerLoop {

    private static final long STACK_BYTES = 16L << 20;

    private WorkerLoop() {}

    /** What a worker does with one request. */
    interface Work {

        /** Examines a file. */
        default byte[] answer(WorkerRequest request) {
            throw new IllegalStateException("no files are examined here");
        }

        /** Opens a container, in a conversation with the parent. */
        default void open(byte[] request, Conversation parent) throws IOException {
            throw new MalformedFrameException("no containers are opened here");
        }
    }

    /** Standard output for frames alone: whatever a library prints must not end up between them. */
    static DataOutputStream claimOutput() {
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        System.setOut(System.err);
        for (String signal : new String[] {"INT", "TERM", "HUP"}) {
            ProcessSignals.ignore(signal);
        }
        return out;
    }

    /** Notice: what the parent should know of this worker, empty for nothing. */
    static void serve(Work work, String notice, DataOutputStream out) throws IOException, InterruptedException {
        SynchronousQueue<Frames.Frame> requests = new SynchronousQueue<>();
        Thread working = new Thread(null, () -> answerAll(requests, work, out), "examine", STACK_BYTES);
        // a bug, a library that lacks a class or an exhausted stack costs this file one attempt, without a wait for
        // the deadline, in a process that nobody trusts any more
        working.setUncaughtExceptionHandler((thread, failure) -> {
            failure.printStackTrace();
            Runtime.getRuntime().halt(1);
        });
        working.setDaemon(true);
        working.start();
        Frames.write(out, Frames.READY, notice.getBytes(StandardCharsets.UTF_8));
        DataInputStream in =
                new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in), 1 << 16));
        try {
            while (true) {
                requests.put(Frames.read(in, Integer.MAX_VALUE - 8));
            }
        } catch (IOException e) {
            // the parent is gone or has closed the pipe: end at once, without waiting for a request that hangs, and
            // leave no converter behind
            ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
            Runtime.getRuntime().halt(0);
        }
    }

    private static void answerAll(SynchronousQueue<Frames.Frame> requests, Work work, DataOutputStream out) {
        try {
            while (true) {
                Frames.Frame request = requests.take();
                if (request.kind() == Frames.OPEN) {
                    work.open(request.bytes(), new Conversation(requests, out));
                } else {
                    Frames.write(out, Frames.REPLY, work.answer(WorkerRequest.of(request)));
                }
            }
        } catch (IOException | InterruptedException e) {
            Runtime.getRuntime().halt(0);
        }
    }
}
