package org.photoledger.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Passwords of archives and documents, one to a line; they are given to worker processes and kept nowhere. */
final class PasswordFile {

    private static final long LARGEST = 1 << 20;

    private PasswordFile() {}

    static List<String> read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new UsageException(
                        "The password file " + file + " is larger than 1 MiB; give one password a line.");
            }
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UsageException(
                    "The password file " + file + " cannot be read as UTF-8 text; check its path and permissions.");
        }
    }
}
