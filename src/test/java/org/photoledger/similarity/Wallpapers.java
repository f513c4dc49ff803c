package org.photoledger.similarity;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.photoledger.testing.SharedFiles;

/** What src/test/scripts/likeness-photos fetched: of each scene the largest picture; photographs and drawings. */
final class Wallpapers {

    private static final int LONG_SIDE = 2560;
    private static final long LEAST_PIXELS = 2_000_000;

    private Wallpapers() {}

    /** The files of photographs, relative to the folder. */
    static List<String> photographs() throws IOException {
        Path list = SharedFiles.repository().resolve("src/test/resources/likeness-photos.txt");
        return Files.readAllLines(list).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    /** Files by scene: photographs, and the wallpapers that are none. */
    static Map<String, Path> all(Path folder) throws IOException {
        Map<String, Path> all = largest(folder);
        photographs().stream()
                .filter(file -> file.startsWith("npm/"))
                .map(folder::resolve)
                .forEach(file -> all.put(scene(file), file));
        return all;
    }

    /** Wallpapers by scene. */
    private static Map<String, Path> largest(Path folder) throws IOException {
        Map<String, Path> largest = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve("debian"))) {
            List<Path> pictures = files.filter(Wallpapers::picture).sorted().toList();
            for (Path file : pictures) {
                Path other = largest.putIfAbsent(scene(file), file);
                if (other != null && Files.size(file) > Files.size(other)) {
                    largest.put(scene(file), file);
                }
            }
        }
        return largest;
    }

    private static boolean picture(Path file) {
        String path = file.toString().toLowerCase(Locale.ROOT);
        return path.matches(".*/(wallpapers|backgrounds)/.*[.](jpg|png|webp)") && !path.contains("screenshot");
    }

    /** Sizes, light and dark twins and colour variants of one scene have one name. */
    private static String scene(Path file) {
        String path = file.toString();
        if (path.contains("/contents/")) {
            return Objects.requireNonNull(
                    path.substring(0, path.indexOf("/contents/")).replaceFirst(".*/", ""));
        }
        String name = String.valueOf(file.getFileName()).replaceFirst("[.][a-z]+$", "");
        if (name.contains("Stripes") || name.contains("Ubuntu-Mate") || name.contains("Sway")) {
            return name.replaceFirst(".*(Stripes|Ubuntu-Mate|Sway).*", "$1");
        }
        return name.replaceFirst("(-[ld]|_[0-9]+x[0-9]+)$", "");
    }

    /** As wide or high as 2,560 pixels at most, in RGB. */
    static BufferedImage opaque(Path file) throws IOException {
        BufferedImage whole = Objects.requireNonNull(ImageIO.read(file.toFile()), file.toString());
        double scale = Math.min(1, (double) LONG_SIDE / Math.max(whole.getWidth(), whole.getHeight()));
        return scaled(whole, scale);
    }

    static boolean large(BufferedImage picture) {
        return (long) picture.getWidth() * picture.getHeight() >= LEAST_PIXELS;
    }

    /** Halved as long as that is not too small, then bilinear: as viewers and messengers do it. */
    static BufferedImage scaled(BufferedImage picture, double scale) {
        int width = (int) Math.round(picture.getWidth() * scale);
        int height = (int) Math.round(picture.getHeight() * scale);
        BufferedImage source = scale < 0.5 ? scaled(picture, 0.5) : picture;
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = scaled.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(source, 0, 0, width, height, null);
        pen.dispose();
        return scaled;
    }
}
