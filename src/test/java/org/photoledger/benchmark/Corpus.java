package org.photoledger.benchmark;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.photoledger.testing.Pictures;

/**
 * Photos to measure with, the same bytes each time on the same Java: {@code Corpus COUNT SEED FOLDER [mixed|small|textless]}.
 * No file is taken from anywhere; all is computed.
 */
public final class Corpus {

    private static final int TILES = 4;
    private static final int MESSENGER_WIDTH = 1280;

    private final CorpusPlan plan;
    private final long seed;
    private final Path folder;
    private final List<float[]> tiles;

    private Corpus(CorpusPlan plan, long seed, Path folder) {
        this.plan = plan;
        this.seed = seed;
        this.folder = folder;
        this.tiles = java.util.stream.IntStream.range(0, TILES)
                .mapToObj(tile -> Grain.tile(seed + tile))
                .toList();
    }

    public static void main(String[] arguments) throws IOException {
        CorpusStyle style =
                arguments.length > 3 ? CorpusStyle.valueOf(arguments[3].toUpperCase(Locale.ROOT)) : CorpusStyle.MIXED;
        fill(Path.of(arguments[2]), Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]), style);
    }

    /** Writes so many photos into the folder, which is made where it is not there. */
    static void fill(Path folder, int photos, long seed, CorpusStyle style) throws IOException {
        new Corpus(new CorpusPlan(photos, style), seed, folder).write();
    }

    /** A photo of twelve megapixels without text, the first of its kind of corpus. */
    public static byte[] photo(long seed) {
        PlannedPhoto first = new CorpusPlan(1, CorpusStyle.TEXTLESS).photo(0);
        Random random = new Random(seed);
        Scenery scenery = Scenery.of(Camera.LARGE, Grain.tile(seed), random);
        return TakenPhoto.jpeg(first, Camera.LARGE, scenery, Grain.ofSensor(Camera.LARGE.grain(), seed), random);
    }

    private void write() throws IOException {
        List<PlannedPhoto> all = plan.all().toList();
        for (PlannedPhoto photo : all) {
            Files.createDirectories(Objects.requireNonNull(file(photo).getParent()));
        }
        Collection<List<PlannedPhoto>> scenes = all.stream()
                .filter(photo -> photo.kind().taken())
                .collect(Collectors.groupingBy(PlannedPhoto::scene, TreeMap::new, Collectors.toList()))
                .values();
        scenes.parallelStream().forEach(this::take);
        all.parallelStream().filter(photo -> !photo.kind().taken()).forEach(this::copy);
    }

    private void take(List<PlannedPhoto> frames) {
        int scene = frames.get(0).scene();
        Camera camera = plan.style().camera(scene);
        Random random = new Random(seed * 1_000_003 + scene);
        Scenery scenery = Scenery.of(camera, tiles.get(scene % TILES), random);
        byte[] grain = Grain.ofSensor(camera.grain() * (0.6 + 0.8 * random.nextDouble()), random.nextLong());
        for (PlannedPhoto photo : frames) {
            byte[] jpeg = TakenPhoto.jpeg(photo, camera, scenery, grain, random);
            write(photo, photo.kind() == PlannedPhoto.Kind.DAMAGED ? Damage.done(jpeg, photo.number(), random) : jpeg);
        }
    }

    private void copy(PlannedPhoto photo) {
        try {
            Path source = folder.resolve(photo.sourcePath());
            switch (photo.kind()) {
                case REENCODED -> write(photo, Pictures.jpeg(decoded(source.toFile()), 0.75f));
                case RESIZED -> write(photo, resized(decoded(source.toFile())));
                default -> write(photo, Files.readAllBytes(source));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage decoded(File file) throws IOException {
        return Objects.requireNonNull(ImageIO.read(file));
    }

    private static byte[] resized(BufferedImage picture) {
        int width = Math.min(MESSENGER_WIDTH, picture.getWidth() * 2 / 3);
        return Pictures.jpeg(TakenPhoto.shrunk(picture, width), 0.8f);
    }

    private void write(PlannedPhoto photo, byte[] bytes) {
        try {
            Files.write(file(photo), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(PlannedPhoto photo) {
        return folder.resolve(photo.path());
    }
}
