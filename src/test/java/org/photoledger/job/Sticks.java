package org.photoledger.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells the job, by the files that JobBench has it read, which volume is mounted where. */
final class Sticks {

    private final Path folder;

    Sticks(Path folder) {
        this.folder = folder;
    }

    /** A volume of this id on a folder, and nothing else anywhere. The device is a node that every Linux has. */
    void mount(String id, Path point) throws IOException {
        Files.createDirectories(folder.resolve("udev"));
        Files.writeString(folder.resolve("udev/b1:5"), "E:ID_FS_UUID=" + id + "\n");
        Files.writeString(
                folder.resolve("mountinfo"), "36 25 0:40 / " + point.toRealPath() + " rw - btrfs /dev/zero rw\n");
    }

    /** No volume has an id. */
    void forget() throws IOException {
        Files.deleteIfExists(folder.resolve("mountinfo"));
    }
}
