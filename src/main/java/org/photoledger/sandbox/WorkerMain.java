package org.photoledger.sandbox;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.SynchronousQueue;
import org.photoledger.image.ImageBytes;
import org.photoledger.image.ImageLimits;
import org.photoledger.metadata.MetadataLimits;
import org.slf4j.LoggerFactory;

/**
 * A worker process: reads files from standard input as frames, examines each, and answers on standard output. It ends
 * when its input closes, even while an examination hangs, so that it never outlives its parent; signals to the process
 * group are its parent's business.
 */
public final class WorkerMain {

    private static final long STACK_BYTES = 16L << 20;

    private WorkerMain() {}

    /** Arguments: the eight limits of {@link WorkerArguments}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        // whatever a library prints must not end up between frames
        System.setOut(System.err);
        for (String signal : new String[] {"INT", "TERM", "HUP"}) {
            ProcessSignals.ignore(signal);
        }
        WorkerArguments limits = WorkerArguments.parse(arguments);
        PhotoExaminer examiner = new PhotoExaminer(limits.imageLimits(), limits.metadataLimits());
        serve(bytes -> PhotoExaminationCodec.encode(examiner.examine(bytes)), out);
    }

    /** What a worker does with one file. */
    interface Work {
        byte[] answer(ImageBytes bytes);
    }

    static void serve(Work work, DataOutputStream out) throws IOException, InterruptedException {
        SynchronousQueue<Frames.Frame> requests = new SynchronousQueue<>();
        Thread examining = new Thread(null, () -> answerAll(requests, work, out), "examine", STACK_BYTES);
        examining.setDaemon(true);
        examining.start();
        Frames.write(out, Frames.READY, new byte[0]);
        DataInputStream in =
                new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in), 1 << 16));
        try {
            while (true) {
                requests.put(Frames.read(in, Integer.MAX_VALUE - 8));
            }
        } catch (IOException e) {
            // the parent is gone or has closed the pipe: end at once, without waiting for a hanging examination
            Runtime.getRuntime().halt(0);
        }
    }

    private static void answerAll(SynchronousQueue<Frames.Frame> requests, Work work, DataOutputStream out) {
        try {
            while (true) {
                Frames.write(out, Frames.REPLY, work.answer(content(requests.take())));
            }
        } catch (IOException | InterruptedException e) {
            Runtime.getRuntime().halt(0);
        } catch (RuntimeException | StackOverflowError e) {
            // a bug or an exhausted stack costs this file one attempt, in a process that nobody trusts any more
            LoggerFactory.getLogger(WorkerMain.class).error("examination failed", e);
            Runtime.getRuntime().halt(1);
        }
    }

    private static ImageBytes content(Frames.Frame request) throws IOException {
        if (request.kind() == Frames.CONTENT) {
            return ImageBytes.of(request.bytes());
        }
        Path spooled = Path.of(new String(request.bytes(), StandardCharsets.UTF_8));
        try (FileChannel channel = FileChannel.open(spooled, StandardOpenOption.READ)) {
            return new ImageBytes(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        }
    }

    /** The limits as command-line arguments. */
    record WorkerArguments(ImageLimits imageLimits, MetadataLimits metadataLimits) {

        static WorkerArguments parse(String[] arguments) {
            return new WorkerArguments(
                    new ImageLimits(
                            Long.parseLong(arguments[0]),
                            Integer.parseInt(arguments[1]),
                            Integer.parseInt(arguments[2]),
                            Integer.parseInt(arguments[3]),
                            Integer.parseInt(arguments[4]),
                            Integer.parseInt(arguments[5])),
                    new MetadataLimits(
                            Integer.parseInt(arguments[6]),
                            Integer.parseInt(arguments[7]),
                            Integer.parseInt(arguments[8]),
                            Integer.parseInt(arguments[9])));
        }

        java.util.List<String> format() {
            return java.util.stream.Stream.of(
                            imageLimits.pixels(),
                            (long) imageLimits.scans(),
                            (long) imageLimits.blockBytes(),
                            (long) imageLimits.blocks(),
                            (long) imageLimits.inflatedBytes(),
                            (long) imageLimits.directories(),
                            (long) metadataLimits.tags(),
                            (long) metadataLimits.valueChars(),
                            (long) metadataLimits.totalChars(),
                            (long) metadataLimits.directories())
                    .map(String::valueOf)
                    .toList();
        }
    }
}
