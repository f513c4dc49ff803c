package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.testing.Photoledger;
import org.photoledger.testing.SmallPhotos;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Files that vanish, change, are renamed and come back over several runs: all of it is told, and nothing recorded is lost. */
class ChangesBetweenRunsIT {

    private static final String VANISHED = "day-01/photo-0001.jpg";
    private static final String RENAMED = "day-02/photo-0002.jpg";
    private static final String CHANGED = "day-03/photo-0003.jpg";

    @TempDir
    private Path folder = Path.of("");

    private Photoledger program = new Photoledger(folder);
    private Path source = folder;

    @BeforeEach
    void aSourceOfFortyFiles() throws IOException {
        program = new Photoledger(folder);
        source = Files.createDirectory(folder.resolve("leak"));
        SmallPhotos.fill(source, 40);
    }

    private Photoledger.Ended imported(String... options) {
        List<String> command = new ArrayList<>(List.of("import", source.toString(), "--text", "off", "--json"));
        command.addAll(List.of(options));
        Photoledger.Ended ended = program.run(command.toArray(String[]::new));
        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        return ended;
    }

    private JsonNode report(int run) throws IOException {
        return new ObjectMapper().readTree(Files.readString(program.home().resolve("reports/run-" + run + ".json")));
    }

    private void assertSince(int run, int gone, int moved, int backAgain, int changed) throws IOException {
        assertThat(report(run).get("sinceLastRun").toString())
                .isEqualTo("{\"gone\":%d,\"moved\":%d,\"backAgain\":%d,\"changed\":%d}"
                        .formatted(gone, moved, backAgain, changed));
    }

    private List<String> shown(String path) {
        return program.run("show", path).lines();
    }

    /** The digests of all photos. */
    private List<String> photos() {
        return program.export()
                .getOrDefault("photos.jsonl", "")
                .lines()
                .map(photo -> photo.substring(0, photo.indexOf(',')))
                .toList();
    }

    @Test
    void whatVanishesChangesMovesAndComesBackIsToldAndNothingRecordedIsLost() throws IOException {
        imported();
        List<String> before = photos();
        byte[] vanished = Files.readAllBytes(source.resolve(VANISHED));
        Files.move(source.resolve(VANISHED), folder.resolve("kept.jpg"));
        Files.move(source.resolve(RENAMED), source.resolve("renamed.jpg"));
        Files.write(source.resolve(CHANGED), Files.readAllBytes(source.resolve("day-04/photo-0004.jpg")));

        Photoledger.Ended second = imported();

        assertThat(second.number("names")).isEqualTo(39);
        assertThat(second.number("unchanged")).isEqualTo(37);
        assertSince(2, 2, 1, 0, 1);
        assertThat(report(2).get("gone").toString())
                .isEqualTo("[{\"path\":\"" + VANISHED + "\",\"movedTo\":null},{\"path\":\"" + RENAMED
                        + "\",\"movedTo\":\"renamed.jpg\"}]");
        assertThat(Files.readString(program.home().resolve("reports/run-2.html")))
                .contains("<tr><th scope=\"row\">Gone</th><td class=\"number\">2</td>", "renamed.jpg");
        assertThat(shown(VANISHED)).anyMatch(line -> line.endsWith("not there since run 2"));
        assertThat(shown(RENAMED))
                .anyMatch(line -> line.endsWith("not there since run 2; the same bytes are now at renamed.jpg"));
        assertThat(photos()).as("every photo that was recorded still is").isEqualTo(before);

        Files.write(source.resolve(VANISHED), vanished);
        Files.setLastModifiedTime(source.resolve(VANISHED), Files.getLastModifiedTime(folder.resolve("kept.jpg")));
        assertThat(imported().number("unchanged")).isEqualTo(40);
        assertSince(3, 0, 0, 1, 0);
        assertThat(shown(VANISHED)).anyMatch(line -> line.endsWith("not there from run 2, back in run 3"));
        assertThat(program.run("show", VANISHED, "--json").lines())
                .anyMatch(line -> line.contains("\"absences\":[{\"fromRun\":2,\"untilRun\":3,\"movedTo\":[]}]"));
        assertThat(program.run("files", "3").lines()).isEmpty();
    }

    @Test
    void aLimitTellsNothingOfTheNamesBehindIt() throws IOException {
        imported();
        Files.delete(source.resolve("day-19/photo-0039.jpg"));
        imported("--limit", "5");
        assertThat(report(2).get("sinceLastRun").isNull()).isTrue();
        assertThat(shown("day-19/photo-0039.jpg")).noneMatch(line -> line.contains("not there"));
        imported();
        assertSince(3, 1, 0, 0, 0);
    }
}
