package org.photoledger.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** RFC 4180; text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP), lists are joined by " | ". */
public final class CsvRowWriter implements RowWriter {

    private final CsvWriter out;
    private final List<String> columns;

    /** Replaces the file's content, beginning with the columns' names; rows are maps by those. */
    public CsvRowWriter(Path file, List<String> columns) throws IOException {
        this.out = CsvWriter.builder().build(file, StandardCharsets.UTF_8);
        this.columns = columns;
        out.writeRecord(columns);
    }

    @Override
    public void write(Map<String, @Nullable Object> row) {
        out.writeRecord(columns.stream().map(column -> cell(row.get(column))).toList());
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Number) {
            return value.toString();
        }
        String text = value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(" | "))
                : value.toString();
        return !text.isEmpty() && "=+-@\t\r\u2400".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
