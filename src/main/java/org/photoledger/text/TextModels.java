package org.photoledger.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The models that come with the program: PP-OCR's from their Maven artifact, the digit reader's from our own training. */
final class TextModels {

    private static final String DETECTOR = "/models/ch_PP-OCRv4_det_infer.onnx";
    private static final String TURN = "/models/ch_ppocr_mobile_v2.0_cls_infer.onnx";
    private static final String LINES = "/models/ch_PP-OCRv4_rec_infer.onnx";
    private static final String LINE_CHARACTERS = "/models/ppocr_keys_v1.txt";
    private static final String DIGITS = "/org/photoledger/text/digits.onnx";

    private static final String REMEDY = "install Photoledger again";

    private TextModels() {}

    static Model detector() {
        return model(DETECTOR);
    }

    static Model turn() {
        return model(TURN);
    }

    static Model lines() {
        return model(LINES);
    }

    static List<String> lineCharacters() {
        return new String(bytes(LINE_CHARACTERS), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    static Model digits() {
        return model(DIGITS);
    }

    private static Model model(String name) {
        return Model.of(name, REMEDY, bytes(name));
    }

    private static byte[] bytes(String name) {
        try (InputStream in = TextModels.class.getResourceAsStream(name)) {
            if (in == null) {
                throw missing(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw missing(name);
        }
    }

    private static TextUnavailableException missing(String name) {
        return new TextUnavailableException(
                TextUnavailableException.Reason.MODEL, "The text model " + name + " cannot be read: " + REMEDY + ".");
    }
}
