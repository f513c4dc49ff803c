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

    private TextModels() {}

    static Model detector() {
        return Model.of("PP-OCRv4 detector", bytes(DETECTOR));
    }

    static Model turn() {
        return Model.of("PP-OCR orientation", bytes(TURN));
    }

    static Model lines() {
        return Model.of("PP-OCRv4 recognizer", bytes(LINES));
    }

    static List<String> lineCharacters() {
        return new String(bytes(LINE_CHARACTERS), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    static Model digits() {
        return Model.of("digit reader", bytes(DIGITS));
    }

    private static byte[] bytes(String name) {
        try (InputStream in = TextModels.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new TextUnavailableException("The text model " + name + " is missing from the installation.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new TextUnavailableException("The text model " + name + " cannot be read: " + e.getMessage());
        }
    }
}
