package org.photoledger.source;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells, while a run is at work, whether a folder is still the one that it began with; cheap, and good until the next mount. */
public record FolderIdentity(String facts) {

    /** By the file system's type, the device and the inode; throws IOException where the folder is not there. */
    public static FolderIdentity of(Path root) throws IOException {
        FileStore store = Files.getFileStore(root);
        boolean unix = root.getFileSystem().supportedFileAttributeViews().contains("unix");
        String place = unix
                ? Files.getAttribute(root, "unix:dev") + " " + Files.getAttribute(root, "unix:ino")
                : root.toRealPath().toString();
        return new FolderIdentity(store.type() + " " + place);
    }
}
