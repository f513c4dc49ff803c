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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/** Writes a run's report as {@code run-N.json} and {@code run-N.html}, each whole or not at all. */
public final class RunReportWriter {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path folder;

    public RunReportWriter(Path folder) {
        this.folder = folder;
    }

    /** Replaces the report of the same run. */
    public void write(RunReport report) {
        String name = "run-" + report.facts().get("run");
        write(folder.resolve(name + ".json"), json(report));
        write(folder.resolve(name + ".html"), HtmlReport.render(report));
    }

    static String json(RunReport report) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("v", 1);
        members.putAll(report.facts());
        members.put("counts", report.counts());
        members.put("booksClose", report.closes());
        members.put("reasons", report.reasons());
        members.put("losses", report.losses());
        members.put("sinceLastRun", report.sinceLastRun());
        members.put("gone", report.gone());
        members.put("nearDuplicatePairs", report.duplicates().allPairs());
        members.put("duplicates", report.duplicates());
        members.put("mediaTypes", report.mediaTypes());
        members.put("decodes", report.decodes());
        members.put("texts", report.texts());
        members.put("findings", report.findings());
        members.put("cameras", report.cameras());
        return PrintableText.json(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(members)) + "\n";
    }

    private static void write(Path file, String text) {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(temporary);
            try (FileChannel channel = FileChannel.open(
                    temporary,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the report cannot be written", e);
        }
    }
}
