package org.photoledger.sandbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.photoledger.image.ImageBytes;

/**
 * What a worker is asked for: a file's whole examination, only what needs its raster, or only its type.
 *
 * @param textOrientation 0 for the whole examination, else the EXIF orientation, 1 to 8, that the file was recorded with
 */
record WorkerRequest(ImageBytes bytes, int textOrientation, boolean typeOnly) {

    private WorkerRequest(ImageBytes bytes, int textOrientation) {
        this(bytes, textOrientation, false);
    }

    /** A first byte before the content, so that a text request is a frame like any other. */
    static byte[] payload(int textOrientation, byte[] content) {
        byte[] payload = new byte[content.length + 1];
        payload[0] = (byte) textOrientation;
        System.arraycopy(content, 0, payload, 1, content.length);
        return payload;
    }

    static WorkerRequest of(Frames.Frame frame) throws IOException {
        return switch (frame.kind()) {
            case Frames.HEAD -> new WorkerRequest(ImageBytes.of(frame.bytes()), 0, true);
            case Frames.CONTENT -> new WorkerRequest(ImageBytes.of(frame.bytes()), 0);
            case Frames.SPOOLED -> new WorkerRequest(spooled(frame.bytes()), 0);
            case Frames.TEXT_OF_CONTENT -> new WorkerRequest(ImageBytes.of(rest(frame)), frame.bytes()[0]);
            case Frames.TEXT_OF_SPOOLED -> new WorkerRequest(spooled(rest(frame)), frame.bytes()[0]);
            default -> throw new MalformedFrameException("request of kind " + frame.kind());
        };
    }

    private static byte[] rest(Frames.Frame frame) {
        return Arrays.copyOfRange(frame.bytes(), 1, frame.bytes().length);
    }

    private static ImageBytes spooled(byte[] name) throws IOException {
        Path file = Path.of(new String(name, StandardCharsets.UTF_8));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new ImageBytes(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        }
    }
}
