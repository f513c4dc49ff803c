package org.photoledger.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.photoledger.export.CsvRowWriter;
import org.photoledger.store.FileRow;
import org.photoledger.store.RunFileReader;

/** All files of a run as CSV: the members of {@code files --json}, paths as {@code files} prints them. */
final class FilesTable {

    private static final List<String> COLUMNS = List.of(
            "run", "source", "path", "observation", "outcome", "reason", "sha256", "bytes", "mediaType", "attempts");

    private FilesTable() {}

    static void write(Path file, long run, RunFileReader files) throws IOException {
        try (CsvRowWriter rows = new CsvRowWriter(file, COLUMNS)) {
            files.each(run, row -> rows.write(cells(row)));
        }
    }

    private static Map<String, @Nullable Object> cells(FileRow row) {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        cells.put("run", row.run());
        cells.put("source", PrintableText.of(row.source()));
        cells.put("path", PrintableText.of(row.path()));
        cells.put("observation", row.observation());
        cells.put("outcome", row.outcome().word());
        cells.put("reason", row.reason() == null ? null : row.reason().name());
        cells.put("sha256", row.sha256());
        cells.put("bytes", row.size());
        cells.put("mediaType", row.mediaType() == null ? null : PrintableText.of(row.mediaType()));
        cells.put("attempts", row.attempts());
        return cells;
    }
}
