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
import org.photoledger.metadata.TypeDetector;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.text.TextUnavailableException;
import org.slf4j.LoggerFactory;

/**
 * A worker process: reads files from standard input as frames, examines each, and answers on standard output. It ends
 * when its input closes, even while an examination hangs, so that it never outlives its parent; signals to the process
 * group are its parent's business.
 */
public final class WorkerMain {

    private static final long STACK_BYTES = 16L << 20;

    private WorkerMain() {}

    /** Arguments: those of {@link WorkerArguments}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        // whatever a library prints must not end up between frames
        System.setOut(System.err);
        for (String signal : new String[] {"INT", "TERM", "HUP"}) {
            ProcessSignals.ignore(signal);
        }
        ExaminationSettings settings = WorkerArguments.parse(arguments, System.getenv());
        TextPart text = textPart(settings);
        PhotoExaminer examiner =
                new PhotoExaminer(settings, text, new DocumentPart(settings.text() != null, settings.documentChars()));
        serve(new Examining(examiner, new OpeningPart(new TypeDetector())), text.message(), out);
    }

    private record Examining(PhotoExaminer examiner, OpeningPart opening) implements Work {

        @Override
        public byte[] answer(WorkerRequest request) {
            return PhotoExaminationCodec.encode(examined(examiner, request));
        }

        @Override
        public void open(byte[] request, Conversation parent) throws IOException {
            opening.open(request, parent);
        }
    }

    /** A model that cannot be used ends the process with one sentence: its parent tells it. */
    private static TextPart textPart(ExaminationSettings settings) {
        try {
            return TextPart.open(settings.text());
        } catch (TextUnavailableException e) {
            System.err.println(e.getMessage());
            System.err.flush();
            Runtime.getRuntime().halt(1);
            throw e;
        }
    }

    private static PhotoExamination examined(PhotoExaminer examiner, WorkerRequest request) {
        if (request.typeOnly()) {
            return examiner.typeOf(request.bytes());
        }
        return request.textOrientation() == 0
                ? examiner.examine(request.bytes())
                : examiner.examineText(request.bytes(), request.textOrientation());
    }

    /** What a worker does with one file. */
    interface Work {
        byte[] answer(WorkerRequest request);

        /** Opens a container, in a conversation with the parent. */
        default void open(byte[] request, Conversation parent) throws IOException {
            throw new MalformedFrameException("no containers are opened here");
        }
    }

    /** Notice: what the parent should know of this worker, empty for nothing. */
    static void serve(Work work, String notice, DataOutputStream out) throws IOException, InterruptedException {
        SynchronousQueue<Frames.Frame> requests = new SynchronousQueue<>();
        Thread examining = new Thread(null, () -> answerAll(requests, work, out), "examine", STACK_BYTES);
        // a bug, a library that lacks a class or an exhausted stack costs this file one attempt, without a wait for
        // the deadline, in a process that nobody trusts any more
        examining.setUncaughtExceptionHandler((thread, failure) -> {
            LoggerFactory.getLogger(WorkerMain.class).error("examination failed", failure);
            Runtime.getRuntime().halt(1);
        });
        examining.setDaemon(true);
        examining.start();
        Frames.write(out, Frames.READY, notice.getBytes(StandardCharsets.UTF_8));
        DataInputStream in =
                new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in), 1 << 16));
        try {
            while (true) {
                requests.put(Frames.read(in, Integer.MAX_VALUE - 8));
            }
        } catch (IOException e) {
            // the parent is gone or has closed the pipe: end at once, without waiting for a hanging examination,
            // and leave no converter behind
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
