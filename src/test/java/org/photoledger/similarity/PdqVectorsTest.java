package org.photoledger.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.photoledger.image.ContainerWalker;
import org.photoledger.image.Decoding;
import org.photoledger.image.ImageBytes;
import org.photoledger.image.ImageDecoder;
import org.photoledger.image.ImageLimits;
import org.photoledger.image.Luma;
import org.photoledger.testing.SharedFiles;

/** The published hashes of Meta's own pictures: small ones hashed as they are, larger ones by the program's route. */
class PdqVectorsTest {

    private static final Path FOLDER = SharedFiles.folder("pdq-vectors");

    private record Vector(String file, int longSide, int quality, List<String> references) {

        int distance(PerceptualHash hash) {
            return references.stream()
                    .filter(reference -> !reference.isBlank())
                    .mapToInt(reference -> hash.distance(new PerceptualHash(reference, 100)))
                    .min()
                    .orElseThrow();
        }
    }

    @BeforeAll
    static void needsTheVectors() {
        assumeTrue(Files.isDirectory(FOLDER), "the vectors are not on this machine");
    }

    private static List<Vector> vectors() throws IOException {
        try (Stream<String> lines = Files.lines(FOLDER.resolve("vectors.tsv"))) {
            return lines.skip(1).map(PdqVectorsTest::vector).toList();
        }
    }

    private static Vector vector(String line) {
        String[] cells = line.split("\t", -1);
        int longSide = Math.max(Integer.parseInt(cells[2]), Integer.parseInt(cells[3]));
        return new Vector(cells[0], longSide, Integer.parseInt(cells[4]), List.of(cells[5], cells[13]));
    }

    private static PerceptualHash hash(String file) throws IOException {
        return PdqHasher.hash(luma(file));
    }

    private static Luma luma(String file) throws IOException {
        ImageBytes bytes = ImageBytes.of(Files.readAllBytes(FOLDER.resolve(file)));
        var structure = new ContainerWalker(ImageLimits.defaults()).walk(bytes);
        String type = file.endsWith(".png") ? "image/png" : "image/jpeg";
        Decoding decoding = new ImageDecoder(ImageLimits.defaults()).decode(bytes, structure, type);
        assertThat(decoding.pixels()).as(file).isNotNull();
        return Luma.of(java.util.Objects.requireNonNull(decoding.pixels()));
    }

    @Test
    void largePicturesAreWithinEightBitsOfAPublishedHashAndFiveOnAverage() throws IOException {
        List<Vector> large = vectors().stream()
                .filter(v -> v.quality >= 80 && v.longSide > PdqHasher.LONG_SIDE)
                .toList();
        int sum = 0;
        for (Vector vector : large) {
            int distance = vector.distance(hash(vector.file));
            assertThat(distance).as(vector.file).isLessThanOrEqualTo(8);
            sum += distance;
        }
        assertThat((double) sum / large.size()).isLessThanOrEqualTo(5);
    }

    @Test
    void smallPicturesHashedAsTheyAreAreWithinTwoBits() throws IOException {
        for (Vector vector : vectors()) {
            if (vector.longSide <= PdqHasher.LONG_SIDE && vector.quality >= 80) {
                PerceptualHash plain = PdqHasher.plain(luma(vector.file));
                assertThat(vector.distance(plain)).as(vector.file).isLessThanOrEqualTo(2);
            }
        }
    }

    @Test
    void qualityIsWithinFour() throws IOException {
        for (Vector vector : vectors()) {
            assertThat(Math.abs(hash(vector.file).quality() - vector.quality))
                    .as(vector.file)
                    .isLessThanOrEqualTo(4);
        }
    }

    @Test
    void aGreyPictureHasTheHashOfItsColourTwin() throws IOException {
        assertThat(hash("L.png").distance(hash("bridge-1-original.jpg"))).isLessThanOrEqualTo(2);
    }

    @Test
    void aTurnedAndAMirroredFileAreFoundInTheirTurn() throws IOException {
        long[] original = hash("bridge-1-original.jpg").words();
        HashMatch turned =
                HashMatch.between(original, hash("bridge-2-rotate-90.jpg").words());
        HashMatch mirrored =
                HashMatch.between(original, hash("bridge-6-flipy.jpg").words());
        assertThat(turned.distance()).isLessThanOrEqualTo(14);
        assertThat(turned.turn()).isEqualTo(6);
        assertThat(mirrored.distance()).isLessThanOrEqualTo(14);
        assertThat(mirrored.turn()).isEqualTo(2);
    }
}
