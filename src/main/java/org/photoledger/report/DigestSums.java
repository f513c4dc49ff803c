package org.photoledger.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.photoledger.digest.Sha256;

/** The digests of the reports in a folder, as {@code sha256sum --check SHA256SUMS} reads them. */
final class DigestSums {

    static final String FILE = "SHA256SUMS";

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (run-[0-9]{1,18}\\.(?:html|json|csv))");

    private DigestSums() {}

    /** The lines that the folder has, with those of some files made anew, by name; a file that is not there any more has none. */
    static String of(Path folder, List<Path> files) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        Path sums = folder.resolve(FILE);
        // any bytes are a text in it: a damaged list keeps no report from being written
        for (String line : Files.exists(sums) ? Files.readAllLines(sums, ISO_8859_1) : List.<String>of()) {
            Matcher known = LINE.matcher(line);
            if (known.matches() && Files.exists(folder.resolve(known.group(2)))) {
                digests.put(known.group(2), known.group(1));
            }
        }
        for (Path file : files) {
            digests.put(String.valueOf(file.getFileName()), Sha256.of(file).hex());
        }
        StringBuilder lines = new StringBuilder();
        digests.forEach(
                (name, digest) -> lines.append(digest).append("  ").append(name).append('\n'));
        return lines.toString();
    }
}
