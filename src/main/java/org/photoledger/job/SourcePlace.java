package org.photoledger.job;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.photoledger.source.FolderIdentity;
import org.photoledger.source.SourceFingerprint;
import org.photoledger.source.Volumes;

/**
 * Where a run's source lies, and the folder that was there when the launch was opened.
 *
 * @param volume of the folder and its path on its volume, null where no volume id is known
 * @param folder null where the folder could not be looked at
 */
record SourcePlace(
        Path root,
        @Nullable SourceFingerprint volume,
        @Nullable FolderIdentity folder,
        Volumes volumes) {

    static SourcePlace at(Path root, Volumes volumes) {
        return new SourcePlace(root, volumes.fingerprint(root).orElse(null), folderAt(root), volumes);
    }

    private static @Nullable FolderIdentity folderAt(Path root) {
        try {
            return FolderIdentity.of(root);
        } catch (IOException e) {
            return null;
        }
    }

    String rootUri() {
        return root.toUri().getRawPath();
    }

    /** A name that cannot be read says nothing where the whole source is gone. */
    void requireThere() {
        if (!there()) {
            throw new SourceLostException("The source's folder is gone: put it back in place, then run resume.");
        }
    }

    private boolean there() {
        // opened and not only looked at: an unplugged disk still has a folder in its place
        try (DirectoryStream<Path> names = Files.newDirectoryStream(root)) {
            return names != null
                    && FolderIdentity.of(root).equals(folder)
                    // the next stick in the slot may have the numbers of the one before
                    && volumes.fingerprint(root).equals(Optional.ofNullable(volume));
        } catch (IOException e) {
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
