package org.photoledger.sandbox;

import java.io.DataOutputStream;
import java.io.IOException;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.text.TextUnavailableException;

/** A worker process that examines files. */
public final class WorkerMain {

    private WorkerMain() {}

    /** Arguments: those of {@link WorkerArguments}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        DataOutputStream out = WorkerLoop.claimOutput();
        ExaminationSettings settings = WorkerArguments.parse(arguments, System.getenv());
        TextPart text = textPart(settings);
        PhotoExaminer examiner =
                new PhotoExaminer(settings, text, new DocumentPart(settings.text() != null, settings.documentChars()));
        WorkerLoop.serve(new Examining(examiner), text.message(), out);
    }

    private record Examining(PhotoExaminer examiner) implements WorkerLoop.Work {

        @Override
        public byte[] answer(WorkerRequest request) {
            return PhotoExaminationCodec.encode(examined(request));
        }

        private PhotoExamination examined(WorkerRequest request) {
            if (request.typeOnly()) {
                return examiner.typeOf(request.bytes());
            }
            return request.textOrientation() == 0
                    ? examiner.examine(request.bytes())
                    : examiner.examineText(request.bytes(), request.textOrientation());
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
}
