package org.photoledger.store;

/**
 * Something that was another before and with which a run went on.
 *
 * @param launch of the run: 1, and one more for each resume
 * @param was the digest or fingerprint before, 64 hexadecimal digits
 * @param became the one in force since
 */
public record AcceptedChange(int launch, Kind kind, String was, String became) {

    /** What changed: the settings and versions that change results, or the source's folder. */
    public enum Kind {
        SETTINGS,
        FINGERPRINT
    }
}
