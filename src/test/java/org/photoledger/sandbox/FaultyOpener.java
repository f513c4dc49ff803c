package org.photoledger.sandbox;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.photoledger.container.Member;
import org.photoledger.container.MemberEnd;
import org.photoledger.container.Opening;

/** A worker that opens three members of 600,000 bytes each, and in the middle of the second does what the type says. */
final class FaultyOpener implements WorkerLoop.Work {

    static final int BYTES = 600_000;

    public static void main(String[] arguments) throws IOException, InterruptedException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        WorkerLoop.serve(new FaultyOpener(), "", out);
    }

    @Override
    public void open(byte[] request, Conversation parent) throws IOException {
        ContainerCodec.Request wanted = ContainerCodec.request(request);
        RemoteSink sink = new RemoteSink(parent);
        ByteBuffer content = ByteBuffer.allocate(BYTES);
        try (RemoteChannel bytes = new RemoteChannel(parent, wanted.size())) {
            while (content.hasRemaining() && bytes.read(content) >= 0) {
                // to the end
            }
        }
        for (int index = 0; index < 3; index++) {
            byte[] name = {(byte) ('a' + index)};
            if (sink.begin(new Member(index, name, BYTES, null, Member.Kind.FILE, null))) {
                sink.content(content.array(), 0, BYTES / 2);
                if (index == 1) {
                    act(wanted.mediaType(), parent);
                }
                sink.content(content.array(), BYTES / 2, BYTES - BYTES / 2);
            }
            sink.end(new MemberEnd.Whole());
        }
        Opening whole = new Opening.Whole(3);
        parent.say(Frames.CONTAINER_END, ContainerCodec.encode(new ContainerCodec.Ended(whole, "x/y")));
    }

    private static void act(String command, Conversation parent) throws IOException {
        switch (command.split(" ", 2)[0]) {
            case "DIE" -> Runtime.getRuntime().halt(7);
            case "DIE_ONCE" -> dieOnce(Path.of(command.split(" ", 2)[1]));
            case "GARBAGE" -> parent.say((byte) 99, "?".getBytes(StandardCharsets.US_ASCII));
            case "HANG" -> hang();
            case "READ_AGAIN" -> readAgain(parent, Integer.MAX_VALUE);
            case "READ_TIMES" -> readAgain(parent, Integer.parseInt(command.split(" ", 2)[1]));
            default -> {}
        }
    }

    private static void readAgain(Conversation parent, int times) throws IOException {
        for (int time = 0; time < times; time++) {
            ContainerCodec.range(parent, 0, BYTES);
        }
    }

    private static void dieOnce(Path mark) throws IOException {
        if (!Files.exists(mark)) {
            Files.createFile(mark);
            Runtime.getRuntime().halt(7);
        }
    }

    @SuppressWarnings("ThreadSleepMillis")
    private static void hang() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
