package org.photoledger.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.photoledger.digest.Sha256;

/** The digests of the reports in a folder, as {@code sha256sum --check SHA256SUMS} reads them. */
final class DigestSums {

    static final String FILE = "SHA256SUMS";

    private static final int NAME = 66;

    private DigestSums() {}

    /** The lines that the folder has, with those of some files made anew, by name; a file that is not there any more has none. */
    static String of(Path folder, List<Path> files) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        Path sums = folder.resolve(FILE);
        for (String line : Files.exists(sums) ? Files.readAllLines(sums) : List.<String>of()) {
            if (line.length() > NAME && Files.exists(folder.resolve(line.substring(NAME)))) {
                digests.put(line.substring(NAME), line.substring(0, NAME - 2));
            }
        }
        for (Path file : files) {
            digests.put(String.valueOf(file.getFileName()), digest(file));
        }
        StringBuilder lines = new StringBuilder();
        digests.forEach(
                (name, digest) -> lines.append(digest).append("  ").append(name).append('\n'));
        return lines.toString();
    }

    private static String digest(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                DigestInputStream digested = new DigestInputStream(bytes, Sha256.newDigest())) {
            digested.transferTo(OutputStream.nullOutputStream());
            return Sha256.ofDigest(digested.getMessageDigest().digest()).hex();
        }
    }
}
