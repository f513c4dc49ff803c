package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.photoledger.testing.ExifBlock.anExif;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.similarity.PerceptualHash;
import org.photoledger.store.Database;
import org.photoledger.store.DatabaseSettings;
import org.photoledger.testing.Photoledger;
import org.photoledger.testing.Pictures;
import org.springframework.jdbc.core.JdbcTemplate;

/** Hashes of an earlier release's algorithm, renewed through the whole program. */
class HashRetryIT {

    private static final BufferedImage PICTURE = Pictures.drawn(21, 640, 480);

    @TempDir
    private Path folder = Path.of("");

    private Path source = folder;

    @BeforeEach
    void aFolderOfPhotosAndTheirCopies() throws IOException {
        source = Files.createDirectory(folder.resolve("leak"));
        byte[] jpeg = Pictures.jpeg(PICTURE, 0.9f);
        keep("a.jpg", jpeg);
        keep("a-again.jpg", Pictures.jpeg(PICTURE, 0.5f));
        keep("framed.jpg", Pictures.jpeg(framed(), 0.9f));
        keep("turned.jpg", anExif().number(0x112, 6).in(Pictures.jpeg(Pictures.drawn(22, 640, 480), 0.9f)));
        keep("changed.jpg", anExif().thumbnail(thumbnailOf(23)).in(jpeg));
        keep(
                "unchanged.jpg",
                anExif().thumbnail(thumbnailOf(24)).in(Pictures.jpeg(Pictures.drawn(24, 640, 480), 0.9f)));
        Files.writeString(source.resolve("notes.txt"), "no photo");
    }

    private void keep(String name, byte[] file) throws IOException {
        Files.write(source.resolve(name), file);
    }

    private static BufferedImage framed() {
        BufferedImage framed = new BufferedImage(760, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = framed.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 760, 600);
        pen.drawImage(PICTURE, 60, 60, null);
        pen.dispose();
        return framed;
    }

    private static byte[] thumbnailOf(long seed) {
        BufferedImage small = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.drawImage(
                Pictures.drawn(seed, 640, 480).getScaledInstance(160, 120, java.awt.Image.SCALE_AREA_AVERAGING),
                0,
                0,
                null);
        pen.dispose();
        return Pictures.jpeg(small, 0.8f);
    }

    private Photoledger imported(String name) throws IOException {
        Photoledger program = new Photoledger(Files.createDirectory(folder.resolve(name)));
        Photoledger.Ended ended = program.run("import", source.toString(), "--text", "off", "--json");
        assertThat(ended.exitCode()).as(ended.lines() + ended.errors()).isZero();
        return program;
    }

    /** The photos as another algorithm recorded and linked them. */
    private static void age(Photoledger program) {
        try (Database database = Database.open(DatabaseSettings.h2In(program.home()))) {
            JdbcTemplate sql = new JdbcTemplate(database.dataSource());
            sql.update(
                    "update photo set perceptual_hash = translate(perceptual_hash, '0123456789abcdef', 'fedcba9876543210'), perceptual_hash_quality = 71,"
                            + " perceptual_hash_algorithm = 'old-1', trimmed_perceptual_hash = null,"
                            + " trimmed_perceptual_hash_quality = null, thumb = null, thumbnail_distance = thumbnail_distance + 1");
            sql.update("update photo_linking set rules = 'old-1 links', partners = 0, hub = false");
            sql.update("update finding set detail = 'old'" + " where code = 'THUMBNAIL_DIFFERS'");
        }
    }

    @Test
    void renewedHashesAreThoseOfAFreshImportAndAreComparedAnew() throws IOException {
        Photoledger fresh = imported("fresh");
        Photoledger old = imported("old");
        age(old);
        assertThat(old.export()).isNotEqualTo(fresh.export());
        Photoledger.Ended retry = old.run("retry", "1", "--part", "hash", "--json");
        assertThat(retry.exitCode()).as(retry.lines() + retry.errors()).isZero();
        assertThat(retry.number("names")).isEqualTo(retry.number("unchanged")).isEqualTo(6);
        assertThat(old.export()).isEqualTo(fresh.export());
        assertThat(Objects.requireNonNull(old.export().get("findings.jsonl"))).contains("THUMBNAIL_DIFFERS");
        assertThat(Objects.requireNonNull(old.export().get("near-duplicates.jsonl")))
                .contains("REENCODE");
        assertThat(Files.readString(old.home().resolve("reports/run-2.json")))
                .contains("\"photosStillWithOldHash\" : 0");
    }

    @Test
    void aPhotoThatIsNotThereAnyMoreKeepsItsOldHashAndIsTold() throws IOException {
        for (int at = 0; at < 20; at++) {
            // so many that the source is the same one when two files are not what they were
            Files.writeString(source.resolve("note-" + at), "note " + at);
        }
        Photoledger program = imported("one");
        age(program);
        Files.delete(source.resolve("a.jpg"));
        keep("framed.jpg", new byte[] {1});
        Photoledger.Ended retry = program.run("retry", "1", "--part", "hash", "--json");
        assertThat(retry.exitCode()).as(retry.lines() + retry.errors()).isEqualTo(3);
        assertThat(retry.lines())
                .anyMatch(line -> line.contains("a.jpg") && line.contains("VANISHED"))
                .anyMatch(line -> line.contains("framed.jpg") && line.contains("CONTENT_CHANGED"));
        assertThat(Files.readString(program.home().resolve("reports/run-2.json")))
                .contains("\"photosStillWithOldHash\" : 2");
        String photos = Objects.requireNonNull(program.export().get("photos.jsonl"));
        assertThat(photos.lines().filter(line -> line.contains("\"perceptualHashAlgorithm\":\"old-1\"")))
                .hasSize(2)
                .allMatch(line -> line.contains("leak/a.jpg") || line.contains("leak/framed.jpg"));
        assertThat(photos.lines().filter(line -> line.contains(PerceptualHash.ALGORITHM)))
                .hasSize(4);
    }
}
