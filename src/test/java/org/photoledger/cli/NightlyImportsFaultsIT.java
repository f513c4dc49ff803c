package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.testing.ExifBlock;
import org.photoledger.testing.Photoledger;
import org.photoledger.testing.Pictures;

/** Photos that arrive over seven nights, in any order, end in what one import of all of them gives. */
class NightlyImportsFaultsIT {

    private static final int SCENES = 6;
    private static final int NIGHTS = 7;

    @TempDir
    private Path folder = Path.of("");

    /** Of each scene a photo, copies of it, an edited one and another moment. */
    private static Map<String, byte[]> photos() {
        Map<String, byte[]> photos = new TreeMap<>();
        for (int scene = 0; scene < SCENES; scene++) {
            BufferedImage picture = Pictures.drawn(scene, 640, 480);
            byte[] original = Pictures.jpeg(picture, 0.9f);
            photos.put(scene + "-original.jpg", at("10:00:00").in(original));
            photos.put(
                    scene + "-other-metadata.jpg",
                    at("10:00:00").userComment("sent").in(original));
            photos.put(scene + "-messenger.jpg", Pictures.jpeg(shrunk(picture, 320, 240), 0.5f));
            photos.put(scene + "-turned.jpg", Pictures.jpeg(turned(picture), 0.8f));
            photos.put(scene + "-stamped.jpg", Pictures.jpeg(stamped(picture), 0.9f));
            photos.put(scene + "-later.jpg", at("10:00:05").in(Pictures.jpeg(picture, 0.7f)));
        }
        return photos;
    }

    private static ExifBlock at(String time) {
        return ExifBlock.anExif().camera("Orbis", "D40", "OR-1").original("2013:04:05 " + time);
    }

    private static BufferedImage shrunk(BufferedImage picture, int width, int height) {
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.drawImage(picture.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        pen.dispose();
        return small;
    }

    private static BufferedImage turned(BufferedImage picture) {
        BufferedImage turned = new BufferedImage(
                /* width= */ picture.getHeight(), /* height= */ picture.getWidth(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = turned.createGraphics();
        pen.translate(picture.getHeight(), 0);
        pen.rotate(Math.PI / 2);
        pen.drawImage(picture, 0, 0, null);
        pen.dispose();
        return turned;
    }

    private static BufferedImage stamped(BufferedImage picture) {
        BufferedImage stamped = shrunk(picture, picture.getWidth(), picture.getHeight());
        Graphics2D pen = stamped.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.drawString("2013-04-05 10:00", picture.getWidth() - 130, picture.getHeight() - 12);
        pen.dispose();
        return stamped;
    }

    private Photoledger program(String name) throws IOException {
        return new Photoledger(Files.createDirectory(folder.resolve(name)));
    }

    private static void importAll(Photoledger program, Path source) {
        Photoledger.Ended ended = program.run("import", source.toString(), "--text", "off", "--json");
        assertThat(ended.exitCode()).as(ended.errors()).isZero();
    }

    @Test
    void sevenNightsInAnyOrderEndAsOneImport() throws IOException {
        Map<String, byte[]> photos = photos();
        Path source = Files.createDirectory(folder.resolve("leak"));
        List<String> names = new ArrayList<>(photos.keySet());
        Collections.shuffle(names, new Random(2013));
        Photoledger nightly = program("nightly");
        for (int night = 0; night < NIGHTS; night++) {
            int end = (night + 1) * names.size() / NIGHTS;
            for (String name : names.subList(night * names.size() / NIGHTS, end)) {
                Files.write(source.resolve(name), photos.get(name));
            }
            importAll(nightly, source);
        }
        Photoledger once = program("once");
        importAll(once, source);

        Map<String, String> tables = once.export();
        assertThat(nightly.export()).isEqualTo(tables);
        assertThat(tables.getOrDefault("near-duplicates.jsonl", "").lines())
                .anyMatch(row -> row.contains("\"SAME_IMAGE_DATA\""))
                .anyMatch(row -> row.contains("\"REENCODE\""))
                .anyMatch(row -> row.contains("\"NEAR\""));
        assertThat(tables.getOrDefault("clusters.jsonl", "")
                        .lines()
                        .filter(row -> row.contains("\"representative\":true")))
                .hasSize(SCENES);
    }
}
