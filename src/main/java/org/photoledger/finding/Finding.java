package org.photoledger.finding;

/**
 * Something notable about a source file or a photo, kept for ever.
 *
 * @param detail what was seen, in plain words with figures; the same bytes always give the same words, no run, time or machine in it
 * @param method who saw it, with its version: {@code structure-1}, {@code metadata-1}
 */
public record Finding(FindingCode code, String detail, String method) {

    public Severity severity() {
        return code.severity();
    }
}
