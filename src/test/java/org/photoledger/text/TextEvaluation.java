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
import java.util.Random;
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
    private static final String MARKS = "/-.";
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
        try (TextReader reader = TextReader.open(side, 50)) {
            TextEvaluation evaluation = new TextEvaluation(reader, Path.of(arguments[0]), System.out);
            evaluation.cleanLines("clean Arabic-Indic", ARABIC, "arabic");
            evaluation.cleanLines("clean Western", WESTERN, "western");
            evaluation.cards("cards Arabic-Indic", ARABIC, "arabic", count);
            evaluation.cards("cards Western", WESTERN, "western", count);
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
        return new Reading("", truth, Script.NONE, 0, List.of(), false).normalized();
    }

    private static String number(String digits, Random random) {
        StringBuilder text = new StringBuilder();
        int first = 2 + random.nextInt(4);
        append(text, digits, first, random);
        if (random.nextInt(2) == 0) {
            text.append(MARKS.charAt(random.nextInt(MARKS.length())));
            append(text, digits, 1 + random.nextInt(4), random);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String digits, int count, Random random) {
        for (int at = 0; at < count; at++) {
            text.append(digits.charAt(random.nextInt(digits.length())));
        }
    }

    private void cleanLines(String name, String digits, String kind) {
        Random random = new Random(2011);
        EvaluationFonts fonts = new EvaluationFonts(kind, false, digits + MARKS);
        Tally tally = new Tally(name);
        java.util.Map<String, Integer> misses = new java.util.TreeMap<>();
        for (int at = 0; at < 400; at++) {
            String truth = number(digits, random);
            Font font = fonts.any(random, 48);
            Luma line = Luma.of(CardPhoto.line(truth, font));
            TextBox whole = new TextBox(
                    new Corner(0, 0),
                    new Corner(line.width(), 0),
                    new Corner(line.width(), line.height()),
                    new Corner(0, line.height()));
            int before = tally.exact;
            List<Reading> readings = reader.readLine(line, whole);
            tally.add(truth, readings);
            if (tally.exact == before) {
                misses.merge(font.getFontName(), 1, Integer::sum);
            }
        }
        out.println(tally + "  misses by font " + misses);
    }

    private void cards(String name, String digits, String kind, int count) throws IOException {
        EvaluationFonts fonts = new EvaluationFonts(kind, false, digits + MARKS);
        for (int[] size : SIZES) {
            Random random = new Random(size[0]);
            Tally tally = new Tally(name + " " + size[0] * size[1] / 1_000_000 + " MP");
            int found = 0;
            for (int at = 0; at < count; at++) {
                List<String> truths = List.of(number(digits, random), number(digits, random));
                BufferedImage background = backgrounds.get(random.nextInt(backgrounds.size()));
                CardPhoto photo = new CardPhoto(background, size[0], size[1], random);
                double height = size[0] * (0.008 + random.nextDouble() * 0.017);
                photo.card(truths, List.of(fonts.any(random, 100), fonts.any(random, 100)), height);
                List<TextRegion> regions = read(Pictures.jpeg(photo.taken(), 0.72f + random.nextFloat() * 0.21f));
                found += regions.isEmpty() ? 0 : 1;
                for (String truth : truths) {
                    tally.add(truth, nearest(truth, regions));
                }
            }
            out.println(tally + "  photos with a region " + found + " of " + count);
        }
    }

    /** The readings of the region that reads it, else of the region nearest to it in length: each truth is one region. */
    private static List<Reading> nearest(String truth, List<TextRegion> regions) {
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
        return reader.read(Luma.of(java.util.Objects.requireNonNull(pixels)));
    }
}
