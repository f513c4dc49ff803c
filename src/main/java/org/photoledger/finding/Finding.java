package org.photoledger.finding;

/**
 * Something notable about a source file or a photo, kept for ever.
 *
 * @param detail what was seen, in plain words with figures; the same bytes always give the same words, no run, time or machine in it
 * @param method who saw it, with its version: {@code structure-1}, {@code metadata-1}
 */
public record Finding(FindingCode code, String detail, String method) {

    /** Longest detail, in characters; a library's message on hostile bytes has no bound of its own. */
    private static final int DETAIL_CHARS = 1_000;

    public Finding {
        detail = detail.substring(0, Math.min(detail.length(), DETAIL_CHARS));
    }

    public Severity severity() {
        return code.severity();
    }
}
