package org.photoledger.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.photoledger.store.RunFileReader;

/**
 * Writes a run's report as {@code run-N.json}, {@code run-N.csv} and {@code run-N.html}, each whole or not at all, with
 * their digests in {@code SHA256SUMS}. Throws UncheckedIOException where the folder takes no file.
 */
public final class RunReportWriter {

    private final Path folder;
    private final ReportLanguage language;
    private final RunFileReader files;

    /** Of the folder and of the page's language; the files of runs are read for the CSV. */
    public RunReportWriter(Path folder, ReportLanguage language, RunFileReader files) {
        this.folder = folder;
        this.language = language;
        this.files = files;
    }

    /** Writes all formats. */
    public void write(RunReport report) {
        write(report, Arrays.asList(ReportFormat.values()));
    }

    /** Replaces the named files of the run's report, and tells where they are. */
    public List<Path> write(RunReport report, Collection<ReportFormat> formats) {
        List<Path> written = new ArrayList<>();
        try {
            Files.createDirectories(folder.toAbsolutePath());
            for (ReportFormat format : formats) {
                Path file = folder.resolve(format.fileOf(report.run().number()));
                write(report, format, file);
                written.add(file);
            }
            replace(folder.resolve(DigestSums.FILE), DigestSums.of(folder, written));
        } catch (IOException e) {
            throw new UncheckedIOException("the report cannot be written", e);
        }
        return written;
    }

    private void write(RunReport report, ReportFormat format, Path file) throws IOException {
        switch (format) {
            case JSON -> replace(file, ReportJson.of(report));
            case HTML -> replace(file, HtmlReport.render(report, Words.in(language)));
            case CSV -> {
                Path temporary = created(file);
                FilesTable.write(temporary, report.run().number(), files);
                moved(temporary, file);
            }
        }
    }

    private static void replace(Path file, String text) throws IOException {
        Path temporary = created(file);
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
        moved(temporary, file);
    }

    private static Path created(Path file) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        Files.deleteIfExists(temporary);
        FileChannel.open(
                        temporary,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                .close();
        return temporary;
    }

    private static void moved(Path temporary, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
