package org.photoledger.sandbox;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.photoledger.image.ImageBytes;
import org.photoledger.photo.PhotoExamination;

/** A worker that does to itself what the content says; otherwise the same loop as the real one. */
final class FaultyWorker {

    private FaultyWorker() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        FileOutputStream raw = new FileOutputStream(FileDescriptor.out);
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(raw));
        for (String signal : new String[] {"INT", "TERM", "HUP"}) {
            ProcessSignals.ignore(signal);
        }
        WorkerLoop.serve(new Acting(raw), "", out);
    }

    /** A worker that has no luck with any file. */
    static final class OnEveryFile {

        private OnEveryFile() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
            WorkerLoop.serve(
                    new WorkerLoop.Work() {
                        @Override
                        public byte[] answer(WorkerRequest request) {
                            throw new IllegalStateException("the decoder of this machine is broken");
                        }
                    },
                    "",
                    out);
        }
    }

    /** A worker that dies before its first file. */
    static final class Stillborn {

        private Stillborn() {}

        public static void main(String[] arguments) {
            System.err.println("no room for the heap");
            Runtime.getRuntime().halt(1);
        }
    }

    private record Acting(FileOutputStream raw) implements WorkerLoop.Work {

        @Override
        public byte[] answer(WorkerRequest request) {
            ImageBytes bytes = request.bytes();
            act(new String(bytes.copy(0, bytes.length()), java.nio.charset.StandardCharsets.US_ASCII), raw);
            return PhotoExaminationCodec.encode(PhotoExamination.notAPhoto("text/" + length(bytes)));
        }
    }

    private static int length(ImageBytes bytes) {
        return bytes.length();
    }

    private static void act(String command, FileOutputStream raw) {
        switch (command) {
            case "HANG" -> hang();
            case "EXIT" -> Runtime.getRuntime().halt(7);
            case "SEGV" -> kill("SEGV");
            case "MEMORY" -> fill();
            case "NATIVE_MEMORY" -> map(400);
            case "SOME_NATIVE_MEMORY" -> map(16);
            case "GARBAGE" -> garbage(raw);
            case "BUG" -> throw new IllegalStateException("a bug");
            case "NO_CLASS" -> throw new NoClassDefFoundError("a library of another version");
            default -> {}
        }
    }

    @SuppressWarnings("ThreadSleepMillis")
    private static void hang() {
        try {
            while (true) {
                Thread.sleep(1_000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void kill(String signal) {
        try {
            new ProcessBuilder(
                            "kill",
                            "-" + signal,
                            Long.toString(ProcessHandle.current().pid()))
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        hang();
    }

    private static void fill() {
        List<byte[]> hoard = new ArrayList<>();
        while (hoard.size() < 1_000_000) {
            hoard.add(new byte[1 << 20]);
        }
    }

    /** Memory that no heap bounds, kept for longer than the watch needs to see it. */
    @SuppressWarnings("ThreadSleepMillis")
    private static void map(int megabytes) {
        try (var file = new java.io.RandomAccessFile("mapped", "rw")) {
            long size = (long) megabytes << 20;
            file.setLength(size);
            var bytes = file.getChannel().map(java.nio.channels.FileChannel.MapMode.READ_WRITE, 0, size);
            for (int at = 0; at < size; at += 4096) {
                bytes.put(at, (byte) 1);
            }
            Thread.sleep(600);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void garbage(FileOutputStream raw) {
        try {
            raw.write("this is no frame, and far more than one".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            raw.flush();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        hang();
    }
}
