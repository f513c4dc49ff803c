package org.photoledger.text;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.photoledger.testing.SharedFiles;

/**
 * Real photographs without writing, looked at one by one: src/test/resources/textless-photos.txt names them, and
 * src/test/scripts/textless-photos fetches the packages they lie in. None of them was seen in training.
 */
final class TextlessPhotos {

    private final List<Path> files = new ArrayList<>();

    /** Those of the list that are in this folder. */
    TextlessPhotos(Path folder) throws IOException {
        Path list = SharedFiles.repository().resolve("src/test/resources/textless-photos.txt");
        for (String line : Files.readAllLines(list)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                Path file = folder.resolve(line.strip());
                if (!Files.isRegularFile(file)) {
                    throw new IOException(line + " is not in " + folder + "; see src/docs/text.md");
                }
                files.add(file);
            }
        }
    }

    int count() {
        return files.size();
    }

    BufferedImage photo(int number) throws IOException {
        BufferedImage coded = ImageIO.read(files.get(number).toFile());
        BufferedImage photo = new BufferedImage(coded.getWidth(), coded.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = photo.createGraphics();
        pen.drawImage(coded, 0, 0, null);
        pen.dispose();
        return photo;
    }
}
