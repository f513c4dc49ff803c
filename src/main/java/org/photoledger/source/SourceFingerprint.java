package org.photoledger.source;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.photoledger.digest.Sha256;

/**
 * What a source is known by from run to run.
 *
 * @param hex 64 hexadecimal digits
 */
public record SourceFingerprint(Kind kind, String hex) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 32;

    /** What tells the source from another: the volume and the path on it, or the names and sizes that it is known to hold. */
    public enum Kind {
        VOLUME,
        NAMES
    }

    /** Of a folder on a volume, wherever that is mounted; the path's bytes as characters 0 to 255, from the volume's root. */
    static SourceFingerprint onVolume(String volume, String path) {
        String facts = "volume " + volume + "\0" + path;
        return new SourceFingerprint(
                Kind.VOLUME,
                Sha256.of(facts.getBytes(StandardCharsets.ISO_8859_1)).hex());
    }

    /** A random one, for a source that only its names tell from others. */
    public static SourceFingerprint drawn() {
        byte[] id = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(id);
        return new SourceFingerprint(Kind.NAMES, HexFormat.of().formatHex(id));
    }
}
