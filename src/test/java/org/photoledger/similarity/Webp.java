package org.photoledger.similarity;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** WebP files, by the cwebp that src/test/scripts/likeness-photos fetched. */
final class Webp {

    private Webp() {}

    static byte[] coded(Path folder, BufferedImage picture) throws IOException {
        Path png = Files.createTempFile("likeness", ".png");
        Path webp = Files.createTempFile("likeness", ".webp");
        try {
            ImageIO.write(picture, "png", png.toFile());
            Path tool = folder.resolve("debian/webp/usr/bin/cwebp");
            Process process = new ProcessBuilder(
                            tool.toString(), "-quiet", "-q", "75", png.toString(), "-o", webp.toString())
                    .inheritIO()
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException("cwebp ended with " + process.exitValue());
            }
            return Files.readAllBytes(webp);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.delete(png);
            Files.delete(webp);
        }
    }
}
