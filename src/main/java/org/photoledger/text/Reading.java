package org.photoledger.text;

import java.util.List;

/**
 * What one engine read in a line.
 *
 * @param engine the engine and its version
 * @param raw as it stands, from left to right; {@code □} for what is written and no part of a number
 * @param confidence mean over the characters, 0 to 1
 * @param confidences per character of raw
 * @param alternatives other texts that the same engine found likely, best first, at most 3
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
        alternatives = List.copyOf(alternatives);
    }

    /** As it is searched for: digits 0 to 9, letters instead of their forms, Arabic in logical order. */
    public String normalized() {
        return Normalization.ofVisual(raw);
    }
}
