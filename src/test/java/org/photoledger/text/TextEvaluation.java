package org.photoledger.text;

import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.photoledger.image.ContainerWalker;
import org.photoledger.image.ImageBytes;
import org.photoledger.image.ImageDecoder;
import org.photoledger.image.ImageLimits;
import org.photoledger.image.Luma;
import org.photoledger.testing.Pictures;

/**
 * Renders evaluation sets with fonts and backgrounds that training never saw, and prints the table that src/docs/text.md
 * quotes. Run with a folder of textless photos: {@code java -cp ... org.photoledger.text.TextEvaluation FOLDER [SIDE]}.
 */
public final class TextEvaluation {

    private static final String ARABIC = "٠١٢٣٤٥٦٧٨٩";
    private static final String WESTERN = "0123456789";
    private static final int[][] SIZES = {{2048, 1536}, {3264, 2448}, {4000, 3000}};

    private final TextReader reader;
    private final List<BufferedImage> backgrounds = new ArrayList<>();
    private final PrintStream out;

    private TextEvaluation(TextReader reader, Path photos, PrintStream out) throws IOException {
        this.reader = reader;
        this.out = out;
        try (Stream<Path> files = Files.list(photos)) {
            for (Path file : files.filter(name -> name.toString().endsWith(".jpg"))
                    .sorted()
                    .toList()) {
                backgrounds.add(ImageIO.read(file.toFile()));
            }
        }
    }

    public static void main(String[] arguments) throws IOException {
        int side = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 640;
        int count = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20;
        try (TextReader reader = TextReader.open(TextSettings.of(side, 50))) {
            TextEvaluation evaluation = new TextEvaluation(reader, Path.of(arguments[0]), System.out);
            EvaluationFonts arabic = new EvaluationFonts("arabic", false, ARABIC);
            EvaluationFonts western = new EvaluationFonts("western", false, WESTERN);
            evaluation.lines("clean Arabic-Indic", ARABIC, arabic, TextEvaluation::printed);
            evaluation.lines("clean Western", WESTERN, western, TextEvaluation::printed);
            evaluation.lines("by hand Arabic-Indic", ARABIC, arabic, TextEvaluation::written);
            evaluation.lines(
                    "by hand Western", WESTERN, new EvaluationFonts("western", true, WESTERN), TextEvaluation::written);
            evaluation.cards("cards Arabic-Indic", ARABIC, arabic, count);
            evaluation.cards("cards Western", WESTERN, western, count);
            evaluation.textless();
        }
    }

    /** How often the truth was read and how often something else was accepted. */
    private static final class Tally {

        private final String name;
        private int all;
        private int exact;
        private int accepted;
        private int wronglyAccepted;

        Tally(String name) {
            this.name = name;
        }

        void add(String truth, List<Reading> readings) {
            all++;
            exact += readings.stream().anyMatch(reading -> same(reading, truth)) ? 1 : 0;
            List<Reading> taken = readings.stream().filter(Reading::accepted).toList();
            accepted += taken.isEmpty() ? 0 : 1;
            wronglyAccepted += taken.stream().allMatch(reading -> same(reading, truth)) ? 0 : 1;
        }

        private static boolean same(Reading reading, String truth) {
            return reading.normalized().replace(" ", "").equals(normalized(truth));
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%-24s n %4d  exact %5.1f %%  accepted %5.1f %%  wrong of accepted %4.1f %%",
                    name,
                    all,
                    100.0 * exact / all,
                    100.0 * accepted / all,
                    accepted == 0 ? 0 : 100.0 * wronglyAccepted / accepted);
        }
    }

    private static String normalized(String truth) {
        return Normalization.ofVisual(truth);
    }

    private static String number(String digits, Font font, Random random) {
        String marks = EvaluationFonts.marksOf(font, digits.equals(ARABIC) ? "/-" : "/-.");
        StringBuilder text = new StringBuilder();
        append(text, digits, 2 + random.nextInt(4), random);
        if (!marks.isEmpty() && random.nextInt(2) == 0) {
            text.append(marks.charAt(random.nextInt(marks.length())));
            append(text, digits, 1 + random.nextInt(4), random);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String digits, int count, Random random) {
        for (int at = 0; at < count; at++) {
            text.append(digits.charAt(random.nextInt(digits.length())));
        }
    }

    private interface Drawing {
        BufferedImage of(String text, Font font, Random random);
    }

    private void lines(String name, String digits, EvaluationFonts fonts, Drawing drawing) {
        Random random = new Random(2011);
        Tally tally = new Tally(name);
        Map<String, Integer> misses = new TreeMap<>();
        for (int at = 0; at < 600; at++) {
            Font font = fonts.any(random, 48);
            String truth = number(digits, font, random);
            Luma line = Luma.of(drawing.of(truth, font, random));
            int before = tally.exact;
            tally.add(truth, reader.readLine(line, whole(line)));
            if (tally.exact == before) {
                misses.merge(font.getFontName(), 1, Integer::sum);
            }
        }
        out.println(tally + "  misses by font " + misses);
    }

    private static TextBox whole(Luma line) {
        Corner topEnd = new Corner(line.width(), 0);
        Corner bottomEnd = new Corner(line.width(), line.height());
        return new TextBox(new Corner(0, 0), topEnd, bottomEnd, new Corner(0, line.height()));
    }

    private static BufferedImage printed(String text, Font font, Random random) {
        return CardPhoto.line(text, font);
    }

    private static BufferedImage written(String text, Font font, Random random) {
        return CardPhoto.line(CardPhoto.byHand(text, font, random), font);
    }

    private void cards(String name, String digits, EvaluationFonts fonts, int count) {
        for (int[] size : SIZES) {
            Random random = new Random(size[0]);
            Tally tally = new Tally(name + " " + size[0] * size[1] / 1_000_000 + " MP");
            int found = 0;
            for (int at = 0; at < count; at++) {
                List<Font> drawn = List.of(fonts.any(random, 100), fonts.any(random, 100));
                List<String> truths =
                        List.of(number(digits, drawn.get(0), random), number(digits, drawn.get(1), random));
                CardPhoto photo = new CardPhoto(background(random), size[0], size[1], random);
                photo.card(truths, drawn, size[0] * (0.008 + random.nextDouble() * 0.017));
                List<TextRegion> regions = read(Pictures.jpeg(photo.taken(), 0.72f + random.nextFloat() * 0.21f));
                found += regions.isEmpty() ? 0 : 1;
                truths.forEach(truth -> tally.add(truth, readingOf(truth, regions)));
            }
            out.println(tally + "  photos with a region " + found + " of " + count);
        }
    }

    private BufferedImage background(Random random) {
        return backgrounds.get(random.nextInt(backgrounds.size()));
    }

    /** Photos without text: how many give a region, and how many an accepted reading of three characters or more. */
    private void textless() {
        int all = 0;
        int regions = 0;
        int accepted = 0;
        Random random = new Random(5);
        for (int at = 0; at < 2 * backgrounds.size(); at++) {
            CardPhoto photo = new CardPhoto(backgrounds.get(at / 2), 2048, 1536, random);
            List<TextRegion> found = read(Pictures.jpeg(photo.taken(), 0.85f));
            all++;
            regions += found.isEmpty() ? 0 : 1;
            accepted += found.stream()
                            .flatMap(region -> region.readings().stream())
                            .anyMatch(reading ->
                                    reading.accepted() && reading.raw().length() >= 3)
                    ? 1
                    : 0;
        }
        out.printf(Locale.ROOT, "%-24s n %4d  any region %d  accepted %d%n", "textless crops", all, regions, accepted);
    }

    /** The readings of the region that holds it; none where no region reads it. */
    private static List<Reading> readingOf(String truth, List<TextRegion> regions) {
        return regions.stream()
                .filter(region -> region.readings().stream().anyMatch(reading -> Tally.same(reading, truth)))
                .findFirst()
                .map(TextRegion::readings)
                .orElseGet(List::of);
    }

    private List<TextRegion> read(byte[] jpeg) {
        ImageBytes bytes = ImageBytes.of(jpeg);
        ImageLimits limits = ImageLimits.defaults();
        BufferedImage pixels = new ImageDecoder(limits)
                .decode(bytes, new ContainerWalker(limits).walk(bytes), "image/jpeg")
                .pixels();
        return reader.examine(Luma.of(java.util.Objects.requireNonNull(pixels))).regions();
    }
}
