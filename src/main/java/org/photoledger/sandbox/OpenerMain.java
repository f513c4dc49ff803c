package org.photoledger.sandbox;

import java.io.IOException;

/** A worker process that opens containers: a program of its own, since each depth needs one and waits for its start. */
public final class OpenerMain {

    private OpenerMain() {}

    /** Arguments are those of every worker; none is looked at. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var out = WorkerLoop.claimOutput();
        WorkerLoop.serve(new Opening(new OpeningPart()), "", out);
    }

    private record Opening(OpeningPart part) implements WorkerLoop.Work {

        @Override
        public void open(byte[] request, Conversation parent) throws IOException {
            part.open(request, parent);
        }
    }
}
