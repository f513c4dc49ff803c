package org.photoledger.testing.containers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page beside the files that says what an import makes of each; written and read. */
public final class ContainersReadme {

    private static final Pattern ROW = Pattern.compile("\\| `(.+)` \\| (\\w+) \\| (\\w+|-) \\| (\\w+|-) \\|");

    private ContainersReadme() {}

    static byte[] of(List<Row> rows) {
        StringBuilder page = new StringBuilder("""
                # Containers

                Containers of every kind, documents, and photos of every format, alone and twice nested, under names in
                Arabic and in old code pages. A generator made them (`org.photoledger.testing.containers.ContainerSamples`
                in the test tree): nobody is in the pictures. Each path is written as the ledger writes it: a member's
                behind its container's and `!/`, bytes that are no UTF-8 as `\\xNN`, one without a name by its number. Nothing
                is unpacked.

                """);
        page.append("`import --text off` of this folder counts ")
                .append(rows.size() + 1)
                .append(" names: these and this page, which is ignored.\n\n")
                .append("| path | outcome | reason | SHA-256 |\n|---|---|---|---|\n");
        rows.forEach(row -> page.append(row.line()));
        return page.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The rows of the page in a folder, in its order. */
    public static List<Row> read(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("README.md")).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> Row.of(row.group(1), row.group(2), row.group(3), row.group(4)))
                .toList();
    }
}
