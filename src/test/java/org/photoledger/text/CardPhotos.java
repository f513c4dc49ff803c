package org.photoledger.text;

import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.photoledger.testing.Pictures;

/** Puts a card with two numbers into each photo of a folder, for measurements: {@code CardPhotos FROM TO}. */
public final class CardPhotos {

    private CardPhotos() {}

    public static void main(String[] arguments) throws IOException {
        Path to = Files.createDirectories(Path.of(arguments[1]));
        EvaluationFonts fonts = new EvaluationFonts("western", false, "0123456789/");
        Random random = new Random(12);
        try (var files = Files.list(Path.of(arguments[0]))) {
            for (Path file : files.sorted().toList()) {
                BufferedImage background = ImageIO.read(file.toFile());
                CardPhoto photo = new CardPhoto(background, background.getWidth(), background.getHeight(), random);
                Font font = fonts.any(random, 100);
                photo.card(
                        List.of("2138/" + random.nextInt(10), "40" + random.nextInt(100)),
                        List.of(font, font),
                        background.getWidth() * 0.015);
                Files.write(to.resolve(file.getFileName()), Pictures.jpeg(photo.taken(), 0.85f));
            }
        }
    }
}
