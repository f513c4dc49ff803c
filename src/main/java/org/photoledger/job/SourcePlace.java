package org.photoledger.job;

import java.nio.file.Files;
import java.nio.file.Path;
import org.photoledger.source.SourceFingerprint;

/** Where a run's source lies, and the fingerprint that it had when the launch began. */
record SourcePlace(Path root, String fingerprint) {

    static SourcePlace of(Path root) {
        return new SourcePlace(root, SourceFingerprint.of(root));
    }

    /** A file that cannot be read says nothing where the whole source is gone. */
    void requireThere() {
        if (!Files.isDirectory(root) || !SourceFingerprint.of(root).equals(fingerprint)) {
            throw new SourceLostException("The source's folder is gone: put it back in place, then run resume.");
        }
    }
}
