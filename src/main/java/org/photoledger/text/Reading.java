package org.photoledger.text;

import java.util.List;

/**
 * What one engine read in a line.
 *
 * @param engine the engine and its version
 * @param raw as it stands, from left to right; {@code □} for what is written and no part of a number
 * @param confidence mean over the characters, 0 to 1
 * @param confidences per character of raw
 * @param accepted whether it is sure enough to be searched for and linked
 */
public record Reading(
        String engine,
        String raw,
        Script script,
        double confidence,
        List<Double> confidences,
        List<Alternative> alternatives,
        boolean accepted) {

    public Reading {
        confidences = List.copyOf(confidences);
    }

    /** With Arabic-Indic and Persian digits as 0 to 9. */
    public String normalized() {
        StringBuilder text = new StringBuilder();
        raw.codePoints().forEach(c -> {
            int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
            text.appendCodePoint(digit < 0 ? c : '0' + digit);
        });
        return text.toString();
    }
}
