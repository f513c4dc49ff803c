package org.photoledger.text;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.photoledger.testing.SharedFiles;

/** Fonts that src/train/fonts.txt holds out of training, as far as they are installed on this machine. */
final class EvaluationFonts {

    private static final Path ROOT = Path.of("/usr/share/fonts");

    private final List<Font> fonts = new ArrayList<>();

    /** Of a kind (arabic, western, hand) that draw all these characters; hand fonts only where asked for. */
    EvaluationFonts(String kind, boolean hand, String characters) {
        try {
            for (String line : Files.readAllLines(SharedFiles.repository().resolve("src/train/fonts.txt"))) {
                String[] words = line.split("\\|", -1);
                if (line.startsWith("#")
                        || words.length < 4
                        || !words[2].strip().equals("held-out")) {
                    continue;
                }
                List<String> kinds = Arrays.asList(words[3].strip().split(" +", -1));
                if (kinds.contains(kind) && kinds.contains("hand") == hand) {
                    load(words[1].strip(), characters);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (fonts.isEmpty()) {
            throw new IllegalStateException("no held-out font for " + kind + " is installed; see src/train/README.md");
        }
    }

    /** Of the printed families that draw such text. */
    static EvaluationFonts of(Numbers numbers) {
        return new EvaluationFonts(numbers.kind(), false, numbers.characters());
    }

    private void load(String pattern, String characters) throws IOException {
        int slash = pattern.lastIndexOf('/');
        Path folder = ROOT.resolve(pattern.substring(0, slash));
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern.substring(slash + 1))) {
            for (Path file : files) {
                Font font = Font.createFont(Font.TRUETYPE_FONT, file.toFile());
                if (font.canDisplayUpTo(characters) < 0) {
                    fonts.add(font);
                }
            }
        } catch (FontFormatException e) {
            throw new IllegalStateException("a font of " + pattern + " cannot be read", e);
        }
        fonts.sort(java.util.Comparator.comparing(Font::getFontName));
    }

    /** Those of the marks that the font draws. */
    static String marksOf(Font font, String marks) {
        StringBuilder drawn = new StringBuilder();
        marks.chars().filter(font::canDisplay).forEach(mark -> drawn.append((char) mark));
        return drawn.toString();
    }

    Font any(Random random, float size) {
        return fonts.get(random.nextInt(fonts.size())).deriveFont(size);
    }
}
