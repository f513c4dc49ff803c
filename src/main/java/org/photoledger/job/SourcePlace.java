package org.photoledger.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.photoledger.source.SourceFingerprint;

/** Where a run's source lies, and the fingerprint of the folder that the launch was opened for. */
record SourcePlace(Path root, String fingerprint) {

    /** A name that cannot be read says nothing where the whole source is gone. */
    void requireThere() {
        if (!there()) {
            throw new SourceLostException("The source's folder is gone: put it back in place, then run resume.");
        }
    }

    private boolean there() {
        // opened and not only looked at: an unplugged disk still has a folder in its place
        try (DirectoryStream<Path> names = Files.newDirectoryStream(root)) {
            return names != null && SourceFingerprint.of(root).equals(fingerprint);
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    /** Whether nothing lies below the root. */
    boolean empty() {
        try (DirectoryStream<Path> names = Files.newDirectoryStream(root)) {
            return !names.iterator().hasNext();
        } catch (IOException | DirectoryIteratorException e) {
            return true;
        }
    }
}
