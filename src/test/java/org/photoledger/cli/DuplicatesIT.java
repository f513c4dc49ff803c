package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.digest.Sha256;
import org.photoledger.testing.CopiedPhotos;
import org.photoledger.testing.Photoledger;

/** What an operator sees of copies, one import for all: the last test imports again. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DuplicatesIT {

    private static final List<String> COPIES =
            List.of("retagged.jpg", "saved-anew.jpg", "half\u001b[31m.jpg", "turned.jpg");

    @TempDir
    private static Path folder = Path.of("");

    private static Photoledger program = new Photoledger(folder);

    private static Path source = folder;

    @BeforeAll
    static void aFolderOfCopies() throws IOException {
        source = Files.createDirectory(folder.resolve("leak"));
        CopiedPhotos.fill(source);
        program = new Photoledger(folder);
        Photoledger.Ended ended = program.run("import", source.toString(), "--text", "off", "--json");
        assertThat(ended.exitCode()).as(ended.lines() + ended.errors()).isZero();
        assertThat(ended.number("recorded")).isEqualTo(10);
    }

    private static String digest(String name) {
        try {
            return Sha256.of(Files.readAllBytes(source.resolve(name))).hex();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> lines(String... arguments) {
        Photoledger.Ended ended = program.run(
                Stream.concat(Stream.of("duplicates"), Stream.of(arguments)).toArray(String[]::new));
        assertThat(ended.exitCode()).as(ended.lines() + ended.errors()).isZero();
        return ended.lines();
    }

    private static List<String> ofType(List<String> lines, String type) {
        return lines.stream()
                .filter(line -> line.contains("\"type\":\"" + type + "\""))
                .toList();
    }

    @Test
    @Order(1)
    void theListCountsAndNamesTheClusterOfTheOriginal() {
        List<String> listed = lines("list", "--json");
        assertThat(listed).hasSize(3);
        assertThat(listed.get(0))
                .contains("\"type\":\"duplicates\",\"pairs\":{\"SAME_IMAGE_DATA\":1,\"REENCODE\":")
                .contains("\"clusters\":1,\"clustered\":5,\"suspicious\":0,\"hubs\":0,\"withoutHash\":1")
                .contains("\"LOW_DETAIL\":1}");
        assertThat(listed.get(1))
                .contains("\"cluster\":\"" + digest("original.jpg") + "\",\"members\":5,\"suspicious\":false");
        assertThat(listed.get(2)).isEqualTo("{\"v\":1,\"type\":\"end\",\"exitCode\":0,\"complete\":true}");
    }

    @Test
    @Order(1)
    void pairsOfABandAndPhotosWithoutAHashAreListed() {
        assertThat(lines("list", "--band", "low_detail"))
                .singleElement()
                .asString()
                .contains(digest("black.png"), digest("dot.png"), "LOW_DETAIL  distance 0  turn 1  residual 0.000");
        assertThat(lines("list", "--unhashed")).containsExactly(digest("cut.jpg") + "  no hash (FAILED)  leak/cut.jpg");
    }

    @Test
    @Order(1)
    void aPhotoIsShownByItsFirstDigitsWithClusterPairsAndSimilarScenes() {
        String original = digest("original.jpg");
        List<String> shown =
                lines("show", original.substring(0, 8).toUpperCase(java.util.Locale.ROOT), "--similar", "--json");
        assertThat(ofType(shown, "photo"))
                .singleElement()
                .asString()
                .contains(original, "\"captureTimeLocal\":\"2013-04-05T10:00:00\"", "\"path\":\"leak/original.jpg\"");
        assertThat(ofType(shown, "member"))
                .hasSize(5)
                .first()
                .asString()
                .contains(original, "\"representative\":true", "\"width\":1600,\"height\":1200");
        List<String> pairs = ofType(shown, "pair");
        assertThat(pairs).hasSameSizeAs(COPIES);
        COPIES.forEach(copy -> assertThat(pairs).anyMatch(pair -> pair.contains(digest(copy))));
        assertThat(pairs.get(0)).contains("\"band\":\"SAME_IMAGE_DATA\"", "leak/retagged.jpg");
        assertThat(pairs).anyMatch(pair -> pair.contains("\"turn\":8,") && pair.contains("leak/turned.jpg"));
        assertThat(ofType(shown, "similar"))
                .singleElement()
                .asString()
                .contains(digest("same-scene.jpg"), "\"band\":\"SIMILAR_SCENE\"", "leak/same-scene.jpg");
        assertThat(shown.get(shown.size() - 1))
                .contains("\"type\":\"end\",\"exitCode\":0", "\"pairs\":4,\"similar\":1");
    }

    @Test
    @Order(1)
    void aPhotoWithoutAHashHasNothingThatIsLikeIt() {
        assertThat(lines("show", digest("cut.jpg"), "--similar"))
                .containsExactly(
                        "Photo " + digest("cut.jpg") + "  size unknown  2013-04-05T12:00:00  leak/cut.jpg",
                        "  no hash (FAILED)",
                        "Pairs",
                        "  none are kept",
                        "Similar scenes: not kept, computed now from the hashes, 0");
    }

    @Test
    @Order(1)
    void anUnknownDigestIsToldByItsExitCode() {
        Photoledger.Ended ended = program.run("duplicates", "show", "0".repeat(64));
        assertThat(ended.exitCode()).as(ended.errors()).isEqualTo(10);
        assertThat(ended.errors())
                .contains("No photo is recorded under the digest")
                .hasLineCount(1);
    }

    @Test
    @Order(1)
    void theExportHoldsPairsWithTheirReasonAndClusters() {
        Map<String, String> tables = program.export();
        assertThat(Objects.requireNonNull(tables.get("near-duplicates.jsonl")).lines())
                .isSorted()
                .allMatch(row -> row.endsWith("\"reason\":null}"));
        assertThat(Objects.requireNonNull(tables.get("clusters.jsonl")).lines())
                .hasSize(5)
                .first()
                .isEqualTo("{\"cluster\":\"" + digest("original.jpg") + "\",\"sha256\":\"" + digest("original.jpg")
                        + "\",\"representative\":true,\"members\":5,\"suspicious\":false}");
    }

    @Test
    @Order(2)
    void thePairsOfAHubAreComputedAndItsClusterIsExpandedForItsOwnIdOnly() throws IOException {
        Path settings = Files.writeString(folder.resolve("s.yml"), "photoledger: {duplicates: {partners: 1}}");
        String[] again = {"import", source.toString(), "--text", "off", "--config", settings.toString()};
        assertThat(program.run(again).exitCode()).isZero();
        String original = digest("original.jpg");
        assertThat(lines("list", "--hubs"))
                .anyMatch(line -> line.equals(original + "  2 near photos  leak/original.jpg"));
        assertThat(lines("show", original))
                .noneMatch(line -> line.contains("\u001b"))
                .anyMatch(line -> line.startsWith("  " + digest("half\u001b[31m.jpg") + "  800 x 600")
                        && line.endsWith("leak/half\\u001b[31m.jpg"))
                .anyMatch(line -> line.equals("Pairs of a hub: not kept, computed now from the hashes, 2"))
                .anyMatch(line -> line.contains("REENCODE") && line.endsWith("leak/turned.jpg"))
                .anyMatch(line -> line.contains("REENCODE") && line.endsWith("leak/saved-anew.jpg"))
                .anyMatch(line -> line.startsWith("Cluster ") && line.endsWith("suspicious"))
                .anyMatch(line -> line.startsWith("  " + digest("retagged.jpg") + "  1600 x 1200"));
        assertThat(lines("show", digest("retagged.jpg")))
                .anyMatch(line -> line.endsWith("photoledger duplicates show " + original))
                .noneMatch(line -> line.contains("  800 x 600"));
    }
}
