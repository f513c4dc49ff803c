package org.photoledger.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.photoledger.digest.Sha256;
import org.photoledger.store.Database;
import org.photoledger.store.ExportReader;

/** Writes the whole home as tables that any tool reads; equal content gives equal bytes, on either database and after any kill. */
public final class Exporter {

    /** How the tables are written. */
    public enum Format {
        CSV,
        JSONL
    }

    private final ExportReader reader;

    public Exporter(Database database) {
        this.reader = database.exports();
    }

    /** Writes every table to a temporary name, syncs it and renames it, so that no half table is ever seen. */
    public ExportResult export(Format format, Path folder) {
        Map<String, Long> rows = new LinkedHashMap<>();
        try {
            Files.createDirectories(folder);
            for (Table table : tables()) {
                String name = table.name + (format == Format.CSV ? ".csv" : ".jsonl");
                rows.put(name, write(table, format, folder.resolve(name)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ExportResult(rows);
    }

    /** SHA-256 of each table as JSON lines, by the name of its file; nothing is written. */
    public Map<String, String> digests() {
        Map<String, String> digests = new LinkedHashMap<>();
        for (Table table : tables()) {
            MessageDigest digest = Sha256.newDigest();
            OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
            try (RowWriter writer = new JsonRowWriter(out)) {
                table.rows.read(writer::write);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            digests.put(table.name + ".jsonl", Sha256.ofDigest(digest.digest()).hex());
        }
        return digests;
    }

    private List<Table> tables() {
        return List.of(
                new Table("photos", Columns.PHOTOS, reader::photos),
                new Table("source-files", Columns.SOURCE_FILES, reader::sourceFiles),
                new Table("metadata", Columns.METADATA, reader::metadata),
                new Table("text", Columns.TEXT, reader::texts),
                new Table("identifiers", Columns.IDENTIFIERS, reader::identifiers),
                new Table("near-duplicates", Columns.NEAR_DUPLICATES, reader::nearDuplicates),
                new Table("clusters", Columns.CLUSTERS, reader::clusters),
                new Table("findings", Columns.FINDINGS, reader::findings));
    }

    private record Table(String name, List<String> columns, Rows rows) {}

    private interface Rows {
        void read(Consumer<Map<String, @Nullable Object>> consumer);
    }

    private static long write(Table table, Format format, Path file) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        long[] count = {0};
        try (RowWriter writer = format == Format.CSV
                ? new CsvRowWriter(temporary, table.columns)
                : new JsonRowWriter(Files.newOutputStream(temporary))) {
            table.rows.read(row -> {
                writer.write(row);
                count[0]++;
            });
        }
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return count[0];
    }
}
