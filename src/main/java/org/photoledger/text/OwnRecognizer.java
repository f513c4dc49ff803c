package org.photoledger.text;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.photoledger.digest.Sha256;

/** The operator's own recognition model, checked once before it reads: it runs behind the same code as PP-OCR's. */
final class OwnRecognizer {

    private static final String REMEDY = "give its right path, or a whole copy";
    private static final int SIDE = 48;
    private static final int DIGEST_DIGITS = 8;

    private OwnRecognizer() {}

    /** Throws {@link TextUnavailableException} where the files are not what they must be. */
    static WesternReader open(Path recognizer, Path dictionary) {
        byte[] bytes = read(recognizer, () -> Files.readAllBytes(recognizer));
        List<String> characters = read(dictionary, () -> Files.readAllLines(dictionary));
        Model model = Model.of(recognizer.toString(), REMEDY, bytes);
        try {
            check(recognizer, answer(recognizer, model), dictionary, characters);
        } catch (TextUnavailableException e) {
            model.close();
            throw e;
        }
        String digest = Sha256.of(bytes).hex().substring(0, DIGEST_DIGITS);
        return new WesternReader("own-" + digest, model, characters);
    }

    private interface Access<T> {
        T read() throws IOException;
    }

    private static <T> T read(Path file, Access<T> access) {
        try {
            return access.read();
        } catch (NoSuchFileException e) {
            throw unfit("The text model's file " + file + " is missing: " + REMEDY + ".");
        } catch (CharacterCodingException e) {
            throw unfit("The text model's dictionary " + file + " is not UTF-8: give one character per line.");
        } catch (IOException e) {
            throw unfit("The text model's file " + file + " cannot be read: " + REMEDY + ".");
        }
    }

    /** What it makes of an empty line. */
    private static Model.Output answer(Path recognizer, Model model) {
        try {
            return model.run(new float[3 * SIDE * SIDE], 1, 3, SIDE, SIDE);
        } catch (IllegalStateException e) {
            throw unfit(
                    "The text model " + recognizer + " reads no lines of 48 pixels height: give a recognition model.");
        }
    }

    private static void check(Path recognizer, Model.Output answer, Path dictionary, List<String> characters) {
        if (answer.shape().length != 3 || answer.shape()[0] != 1 || !probabilities(answer)) {
            throw unfit("The text model " + recognizer
                    + " gives no probabilities of characters: give a recognition model that ends in a softmax.");
        }
        // PP-OCR's models know a blank before the dictionary and mostly a space after it
        long needed = answer.shape()[2] - 1;
        if (characters.size() != needed && characters.size() != needed - 1) {
            throw unfit("The dictionary " + dictionary + " has " + characters.size() + " lines, and the text model "
                    + recognizer + " needs " + needed + ", or " + (needed - 1) + " without the space: give its own.");
        }
    }

    private static boolean probabilities(Model.Output answer) {
        double sum = 0;
        for (float value : answer.values()) {
            if (!(value >= 0 && value <= 1)) {
                return false;
            }
            sum += value;
        }
        return Math.abs(sum / answer.shape()[1] - 1) < 0.01;
    }

    private static TextUnavailableException unfit(String message) {
        return new TextUnavailableException(TextUnavailableException.Reason.MODEL, message);
    }
}
