package org.photoledger.sandbox;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.photoledger.image.ImageBytes;
import org.photoledger.photo.PhotoExamination;

/** Workers as they are, but for what they die of: a file or a container with the words in it. They tell every file's type. */
public final class LosingWorkers {

    /** Lost are workers that examine a file with this in it. */
    public static final String EXAMINING = "LOSE WHO EXAMINES";

    /** Lost are workers that open a container with this in it. */
    public static final String OPENING = "LOSE WHO OPENS";

    private LosingWorkers() {}

    public static WorkerPool pool(WorkerSettings settings) {
        return new WorkerPool(settings, LosingWorkers.class.getName(), LosingOpener.class.getName());
    }

    private static void dieOf(String words, byte[] bytes) {
        if (new String(bytes, StandardCharsets.ISO_8859_1).contains(words)) {
            Runtime.getRuntime().halt(7);
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        DataOutputStream out = WorkerLoop.claimOutput();
        ExaminationSettings settings = WorkerArguments.parse(arguments, System.getenv());
        DocumentPart documents = new DocumentPart(settings.text() != null, settings.documentChars());
        WorkerLoop.serve(new Examining(new PhotoExaminer(settings, TextPart.open(null), documents)), "", out);
    }

    private record Examining(PhotoExaminer examiner) implements WorkerLoop.Work {

        @Override
        public byte[] answer(WorkerRequest request) {
            ImageBytes bytes = request.bytes();
            if (request.typeOnly()) {
                return PhotoExaminationCodec.encode(examiner.typeOf(bytes));
            }
            dieOf(EXAMINING, bytes.copy(0, bytes.length()));
            PhotoExamination found = request.textOrientation() == 0
                    ? examiner.examine(bytes)
                    : examiner.examineText(bytes, request.textOrientation());
            return PhotoExaminationCodec.encode(found);
        }
    }

    /** The program of a worker that opens. */
    static final class LosingOpener implements WorkerLoop.Work {

        public static void main(String[] arguments) throws IOException, InterruptedException {
            DataOutputStream out = WorkerLoop.claimOutput();
            WorkerLoop.serve(new LosingOpener(), "", out);
        }

        @Override
        public void open(byte[] request, Conversation parent) throws IOException {
            long size = ContainerCodec.request(request).size();
            dieOf(OPENING, ContainerCodec.range(parent, 0, (int) size));
            new OpeningPart().open(request, parent);
        }
    }
}
