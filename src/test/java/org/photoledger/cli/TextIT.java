package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.testing.Archives;
import org.photoledger.testing.Photoledger;
import org.photoledger.testing.Pictures;
import org.photoledger.testing.SharedFiles;

/** Text off photos through the whole program: cards of the samples, text left out and added later, models that are no models. */
class TextIT {

    @TempDir
    private Path folder = Path.of("");

    private Path source = folder;

    @BeforeEach
    void aFolderOfCards() throws IOException {
        source = Files.createDirectory(folder.resolve("leak"));
        copy("2013-04-05");
        copy("batch-0214");
        Files.writeString(source.resolve("list.rtf"), "{\\rtf1\\ansi Room 12, bed 4\\par}");
    }

    private void copy(String name) throws IOException {
        Path from = SharedFiles.repository().resolve("input-samples").resolve(name);
        Path to = Files.createDirectory(source.resolve(name));
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    /** So many that the source is the same one when two files are not what they were. */
    private void otherFiles() throws IOException {
        for (int at = 0; at < 20; at++) {
            Files.writeString(source.resolve("note-" + at), "note " + at);
        }
    }

    private Photoledger program(String name) throws IOException {
        return new Photoledger(Files.createDirectory(folder.resolve(name)));
    }

    private static String table(Map<String, String> tables, String name) {
        return Objects.requireNonNull(tables.get(name));
    }

    @Test
    void cardsAreReadAndTheirNumbersAreFoundInTheExport() throws IOException {
        Photoledger program = program("one");
        Photoledger.Ended ended = program.run("import", source.toString(), "--json");
        assertThat(ended.exitCode()).as(ended.lines() + ended.errors()).isZero();
        Map<String, String> tables = program.export();
        assertThat(table(tables, "text.jsonl").lines())
                .anyMatch(line -> line.contains("\"normalized\":\"2138/4\"") && line.contains("\"accepted\":true"));
        assertThat(tables.get("photos.jsonl")).contains("\"text\":\"EXAMINED\"").doesNotContain("\"text\":\"OFF\"");
        assertThat(table(tables, "identifiers.jsonl").lines())
                .anyMatch(line -> line.contains("2013-04-05/DSC_0101.jpg")
                        && line.contains("\"name\":\"date\",\"value\":\"2013-04-05\""));
        Photoledger.Ended shown = program.run("show", "2013-04-05/DSC_0101.jpg");
        assertThat(shown.lines()).anyMatch(line -> line.contains("2138/4  (") && line.contains("accepted)"));
    }

    @Test
    void textThatWasLeftOutIsAddedByARetryAndTheResultIsTheSame() throws IOException {
        // first by name, so that these photos are recorded as members
        Map<String, byte[]> cards = Archives.filesOf(source.resolve("2013-04-05"));
        Files.write(source.resolve("0.tar"), Archives.tar(Map.of("cards.zip", Archives.zip(cards))));
        Photoledger whole = program("whole");
        assertThat(whole.run("import", source.toString()).exitCode()).isZero();
        Photoledger later = program("later");
        assertThat(later.run("import", source.toString(), "--text", "off").exitCode())
                .isZero();
        assertThat(later.export().get("photos.jsonl"))
                .contains("\"text\":\"OFF\"")
                .doesNotContain("\"text\":\"EXAMINED\"");

        Photoledger.Ended retry = later.run("retry", "last", "--part", "text", "--json");

        assertThat(retry.exitCode()).as(retry.lines() + retry.errors()).isZero();
        assertThat(retry.number("names")).isEqualTo(retry.number("unchanged")).isPositive();
        Map<String, String> tables = later.export();
        assertThat(tables).isEqualTo(whole.export());
        assertThat(tables.get("text.jsonl")).contains("Room 12, bed 4");
    }

    @Test
    void aPhotoThatIsNotThereAnyMoreIsToldByTheRetry() throws IOException {
        otherFiles();
        Photoledger program = program("one");
        assertThat(program.run("import", source.toString(), "--text", "off").exitCode())
                .isZero();
        Files.delete(source.resolve("2013-04-05/DSC_0101.jpg"));
        Files.write(source.resolve("2013-04-05/DSC_0102.jpg"), new byte[] {1});
        Photoledger.Ended retry = program.run("retry", "1", "--part", "text", "--json");
        assertThat(retry.exitCode()).as(retry.lines() + retry.errors()).isEqualTo(3);
        assertThat(retry.lines())
                .anyMatch(line -> line.contains("DSC_0101.jpg") && line.contains("VANISHED"))
                .anyMatch(line -> line.contains("DSC_0102.jpg") && line.contains("CONTENT_CHANGED"));
        assertThat(Files.readString(program.home().resolve("reports/run-2.json")))
                .contains("\"photosStillWithoutText\" : 2");
    }

    private BufferedImage sideBySide(String left, String right) throws IOException {
        BufferedImage both = new BufferedImage(1280, 480, BufferedImage.TYPE_INT_RGB);
        both.createGraphics()
                .drawImage(
                        ImageIO.read(source.resolve("2013-04-05").resolve(left).toFile()), 0, 0, null);
        both.createGraphics()
                .drawImage(
                        ImageIO.read(source.resolve("2013-04-05").resolve(right).toFile()), 640, 0, null);
        return both;
    }

    @Test
    void moreTextThanTheLimitIsAFinding() throws IOException {
        Path settings = Files.writeString(folder.resolve("s.yml"), "photoledger:\n  text:\n    regions: 1\n");
        Photoledger program = program("one");
        Path cards = Files.createDirectory(folder.resolve("cards"));
        Files.write(cards.resolve("two.jpg"), Pictures.jpeg(sideBySide("DSC_0101.jpg", "DSC_0103.jpg"), 0.9f));
        Photoledger.Ended ended = program.run("import", cards.toString(), "--config", settings.toString(), "--json");
        assertThat(ended.exitCode()).as(ended.lines() + ended.errors()).isZero();
        assertThat(program.export().get("findings.jsonl")).contains("TEXT_REGION_LIMIT");
    }

    @Test
    void aModelThatIsNoModelIsNamedBeforeARunBegins() throws IOException {
        Path model = Files.write(folder.resolve("mine.onnx"), new byte[1_000]);
        Path dictionary = Files.writeString(folder.resolve("mine.txt"), "a\nb\n");
        Path settings = Files.writeString(
                folder.resolve("s.yml"),
                "photoledger:\n  text:\n    recognizer: " + model + "\n    dictionary: " + dictionary + "\n");
        Photoledger program = program("one");
        Photoledger.Ended ended = program.run("import", source.toString(), "--config", settings.toString(), "--json");
        assertThat(ended.exitCode()).as(ended.lines() + ended.errors()).isEqualTo(2);
        assertThat(ended.lastLine()).contains("\"type\":\"error\"", "mine.onnx");
        assertThat(program.run("runs", "--json").lines()).noneMatch(line -> line.contains("\"type\":\"run\""));
    }
}
