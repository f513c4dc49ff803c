package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.photoledger.testing.ExifBlock.anExif;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.testing.ExifBlock;
import org.photoledger.testing.LoggedValues;
import org.photoledger.testing.Photoledger;
import org.photoledger.testing.Pictures;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Whatever stands in EXIF is stored and never breaks a row, a report, a listing or an export. */
class HostileMetadataIT {

    private static final int DESCRIPTION = 0x10e;
    private static final String MARKUP =
            "<script>alert(1)</script>\r\n\u001b[31m \u202e =cmd|' /C calc'!A0 \"quoted\", '; drop table photo; --";

    @TempDir
    private Path folder = Path.of("");

    private static void write(Path file, ExifBlock exif) throws IOException {
        Files.write(file, exif.in(Pictures.jpeg(Pictures.drawn(file.toString().length(), 80, 60), 0.8f)));
    }

    private static Map<String, JsonNode> descriptions(String metadata) {
        ObjectMapper mapper = new ObjectMapper();
        Map<String, JsonNode> rows = new java.util.TreeMap<>();
        metadata.lines()
                .map(mapper::readTree)
                .filter(row -> row.get("tag").asString().equals("0x010e"))
                .forEach(row -> rows.put(row.get("sha256").asString(), row));
        return rows;
    }

    @Test
    void hostileTextIsStoredAndBreaksNothing() throws IOException {
        Path source = Files.createDirectory(folder.resolve("leak"));
        write(source.resolve("a.jpg"), anExif().ascii(DESCRIPTION, MARKUP));
        write(
                source.resolve("bb.jpg"),
                anExif().bytes(DESCRIPTION, new byte[] {'n', 0, 'u', (byte) 0xed, (byte) 0xa0, (byte) 0x80, 'l', 0}));
        Files.write(source.resolve("large.tif"), largeTiff());
        Photoledger program = new Photoledger(folder);

        Path settings = Files.writeString(folder.resolve("s.yml"), "photoledger: {log: {format: json}}");
        Photoledger.Ended ended =
                program.run("import", source.toString(), "--text", "off", "--json", "--config", settings.toString());

        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        assertThat(ended.number("recorded")).isEqualTo(3);
        assertThat(ended.errors()).isEmpty();
        Map<String, JsonNode> rows = descriptions(program.export().getOrDefault("metadata.jsonl", ""));
        assertThat(rows.values())
                .extracting(row -> row.get("raw").asString())
                .anyMatch(MARKUP::equals)
                .anyMatch("z".repeat(5_000_000)::equals)
                .anyMatch(text -> text.startsWith("n\u2400u"));
        assertLoggedAsJson(program);
        String report = Files.readString(program.home().resolve("reports/run-1.html"), StandardCharsets.UTF_8);
        assertThat(report).doesNotContain("<script", "alert(1)");
        List<String> shown = program.run("show", "a.jpg").lines();
        assertThat(String.join("", shown)).doesNotContain("\u001b", "\u202e");
    }

    private static void assertLoggedAsJson(Photoledger program) throws IOException {
        assertThat(Files.readAllLines(program.home().resolve("logs/run-1.jsonl")))
                .hasSizeGreaterThan(10)
                .extracting(new ObjectMapper()::readTree)
                .allMatch(line -> line.get("labels.log").asString().equals("run-1"))
                .anyMatch(line -> line.get("message").asString().startsWith("run 1 COMPLETE, exit 0"));
        LoggedValues values = LoggedValues.of(program.export());
        assertThat(values.size()).isGreaterThan(5);
        assertThat(values.inLogsOf(program.home())).isEmpty();
    }

    /** A TIFF file is a TIFF block with a picture; five megabytes fit into no segment of a JPEG. */
    private static byte[] largeTiff() {
        return anExif().ascii(DESCRIPTION, "z".repeat(5_000_000))
                .number(0x100, 16)
                .number(0x101, 16)
                .bytes();
    }

    @Test
    void aFileBeyondTheFrameGoesThroughTheSpoolAndGivesTheSameRecord() throws IOException {
        Path source = Files.createDirectory(folder.resolve("leak"));
        write(source.resolve("a.jpg"), anExif().camera("Orbis", "D40", "1"));
        Path settings = Files.writeString(folder.resolve("s.yml"), "photoledger: {workers: {frame-bytes: 100}}");
        Photoledger inFrames = new Photoledger(Files.createDirectory(folder.resolve("one")));
        Photoledger throughSpool = new Photoledger(Files.createDirectory(folder.resolve("two")));

        assertThat(inFrames.run("import", source.toString(), "--text", "off").exitCode())
                .isZero();
        assertThat(throughSpool
                        .run("import", source.toString(), "--text", "off", "--config", settings.toString())
                        .exitCode())
                .isZero();

        assertThat(throughSpool.export()).isEqualTo(inFrames.export());
        assertThat(throughSpool.home().resolve("spool")).isEmptyDirectory();
    }
}
