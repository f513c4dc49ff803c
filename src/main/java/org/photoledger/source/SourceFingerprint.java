package org.photoledger.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.photoledger.digest.Sha256;

/** Tells one folder on one volume from another: by the volume's type and the folder's inode, whatever it is mounted as. */
public final class SourceFingerprint {

    private SourceFingerprint() {}

    public static String of(Path root) {
        try {
            FileStore store = Files.getFileStore(root);
            boolean unix = root.getFileSystem().supportedFileAttributeViews().contains("unix");
            Object inode = unix ? Files.getAttribute(root, "unix:ino") : root.toRealPath();
            String facts = store.type() + " " + inode;
            return Sha256.of(facts.getBytes(StandardCharsets.UTF_8)).hex();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
