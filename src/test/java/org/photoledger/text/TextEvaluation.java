package org.photoledger.text;

import java.awt.Font;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.photoledger.image.Luma;
import org.photoledger.testing.Pictures;

/**
 * Renders evaluation sets with fonts and backgrounds that training never saw, and prints the table that src/docs/text.md
 * quotes: {@code java org.photoledger.text.TextEvaluation PHOTOS [CARDS [SEED [SET...]]]}, PHOTOS being the folder that
 * src/test/scripts/textless-photos fills. A set is lines, cards, small, wide or textless.
 */
public final class TextEvaluation {

    private static final int[][] SIZES = {{2048, 1536}, {3264, 2448}, {4000, 3000}};

    private final EvaluatedReader reader;
    private final TextlessPhotos photos;
    private final int count;
    private final long seed;
    private final PrintStream out;
    private final List<Tally> tallies = new ArrayList<>();

    private TextEvaluation(EvaluatedReader reader, TextlessPhotos photos, int count, long seed, PrintStream out) {
        this.reader = reader;
        this.photos = photos;
        this.count = count;
        this.seed = seed;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        TextlessPhotos photos = new TextlessPhotos(Path.of(arguments[0]));
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 2013;
        List<String> sets = arguments.length > 3
                ? List.of(arguments).subList(3, arguments.length)
                : List.of("lines", "cards", "small", "textless", "wide");
        System.out.println(Tally.heading());
        try (EvaluatedReader reader = new EvaluatedReader(640)) {
            TextEvaluation evaluation = new TextEvaluation(reader, photos, count, seed, System.out);
            for (String set : sets) {
                evaluation.set(set);
            }
            evaluation.sum();
        }
        if (sets.contains("wide")) {
            try (EvaluatedReader reader = new EvaluatedReader(960)) {
                TextEvaluation evaluation = new TextEvaluation(reader, photos, count, seed, System.out);
                evaluation.cards(new Cards("960 px, ", count / 2, 0.006, 0.025));
                evaluation.cards(new Cards("960 px, small, ", count / 4, 0.004, 0.006));
                evaluation.sum();
            }
        }
    }

    private void set(String set) throws IOException {
        switch (set) {
            case "lines" -> lines();
            case "cards" -> cards(new Cards("", count, 0.008, 0.025));
            case "small" -> cards(new Cards("small, ", count / 2, 0.004, 0.008));
            case "textless" -> textless();
            default -> {}
        }
    }

    private interface Drawing {
        Shape of(String text, Font font, Random random);

        default String marks(Font font, Numbers numbers) {
            return numbers.marks(font);
        }
    }

    private static final class Pen implements Drawing {

        @Override
        public Shape of(String text, Font font, Random random) {
            return PrintedLine.withPen(text, font.getSize2D(), random);
        }

        @Override
        public String marks(Font font, Numbers numbers) {
            return "/-";
        }
    }

    private void lines() {
        EvaluationFonts arabic = EvaluationFonts.of(Numbers.ARABIC);
        EvaluationFonts western = EvaluationFonts.of(Numbers.WESTERN);
        EvaluationFonts hand = new EvaluationFonts("western", true, Numbers.WESTERN.characters());
        Drawing printed = (text, font, random) -> PrintedLine.outline(text, font);
        Drawing byHand = PrintedLine::byHand;
        lines("clean Arabic-Indic", Numbers.ARABIC, arabic, printed);
        lines("clean Western", Numbers.WESTERN, western, printed);
        lines("by hand Arabic-Indic", Numbers.ARABIC, arabic, byHand);
        lines("by hand Western", Numbers.WESTERN, hand, byHand);
        lines("with pen Arabic-Indic", Numbers.ARABIC, arabic, new Pen());
        lines("with pen Western", Numbers.WESTERN, western, new Pen());
    }

    private void lines(String name, Numbers numbers, EvaluationFonts fonts, Drawing drawing) {
        Random random = new Random(seed);
        Tally tally = tally(name);
        for (int at = 0; at < 10 * count; at++) {
            Font font = fonts.any(random, 48);
            String truth = numbers.any(drawing.marks(font, numbers), random);
            BufferedImage line = PrintedLine.picture(drawing.of(truth, font, random), font.getSize2D());
            tally.line(truth, List.of(reader.line(Luma.of(line))), font.getFontName());
        }
        out.println(tally);
    }

    private Tally tally(String name) {
        Tally tally = new Tally(name);
        tallies.add(tally);
        return tally;
    }

    /**
     * Sets of photos with a card.
     *
     * @param least height of the digits, in shares of the photo's long side
     */
    private record Cards(String name, int photos, double least, double most) {}

    private void cards(Cards cards) throws IOException {
        for (int[] size : SIZES) {
            cards(cards, size, Numbers.ARABIC, "Arabic-Indic");
            cards(cards, size, Numbers.WESTERN, "Western");
            cards(cards, size, Numbers.WORDS, "English words");
        }
    }

    private void cards(Cards cards, int[] size, Numbers numbers, String kind) throws IOException {
        String name = cards.name() + "cards " + kind + " " + Math.round(size[0] * size[1] / 1e6) + " MP";
        Random random = new Random(seed + size[0]);
        EvaluationFonts fonts = EvaluationFonts.of(numbers);
        Tally tally = tally(name);
        for (int at = 0; at < cards.photos(); at++) {
            List<Font> drawn = List.of(fonts.any(random, 100), fonts.any(random, 100));
            List<String> truths = drawn.stream()
                    .map(font -> numbers.any(numbers.marks(font), random))
                    .toList();
            CardPhoto photo = new CardPhoto(photos.photo(random.nextInt(photos.count())), size[0], size[1], random);
            photo.card(truths, drawn, size[0] * (cards.least() + random.nextDouble() * (cards.most() - cards.least())));
            byte[] jpeg = Pictures.jpeg(photo.taken(), 0.72f + random.nextFloat() * 0.21f);
            tell(tally, photo.lines(), reader.photo(jpeg, size[0]), drawn);
        }
        out.println(tally);
    }

    /** Each region belongs to the line on which its middle lies; one that lies on none should say nothing for sure. */
    private static void tell(
            Tally tally, List<CardPhoto.Line> lines, List<EvaluatedReader.Region> regions, List<Font> fonts) {
        List<EvaluatedReader.Region> left = new ArrayList<>(regions);
        for (int at = 0; at < lines.size(); at++) {
            CardPhoto.Line line = lines.get(at);
            List<EvaluatedReader.Region> on =
                    left.stream().filter(region -> line.holds(region.middle())).toList();
            left.removeAll(on);
            tally.line(
                    line.text(),
                    on.stream().map(EvaluatedReader.Region::readings).toList(),
                    fonts.get(at).getFontName());
        }
        left.forEach(region -> tally.region(region.readings(), ""));
    }

    /** Each photo whole, and a part of 60 percent of its sides. */
    private void textless() throws IOException {
        Random random = new Random(seed);
        int[] counts = new int[3];
        for (int at = 0; at < photos.count(); at++) {
            BufferedImage photo = photos.photo(at);
            int width = photo.getWidth() * 6 / 10;
            int height = photo.getHeight() * 6 / 10;
            BufferedImage part = photo.getSubimage(
                    random.nextInt(photo.getWidth() - width),
                    random.nextInt(photo.getHeight() - height),
                    width,
                    height);
            count(photo, counts);
            count(part, counts);
        }
        out.printf(
                Locale.ROOT,
                "%nTextless: %d photos, %d pictures; a region of any status on %d (%.1f %%), an accepted reading of three"
                        + " characters or more on %d (%.1f %%)%n%n",
                photos.count(),
                counts[0],
                counts[1],
                100.0 * counts[1] / counts[0],
                counts[2],
                100.0 * counts[2] / counts[0]);
    }

    private void count(BufferedImage picture, int[] counts) {
        List<EvaluatedReader.Region> found = reader.photo(Pictures.jpeg(picture, 0.9f), picture.getWidth());
        boolean accepted = found.stream()
                .flatMap(region -> region.readings().stream())
                .anyMatch(reading -> reading.accepted() && reading.raw().length() >= 3);
        counts[0]++;
        counts[1] += found.isEmpty() ? 0 : 1;
        counts[2] += accepted ? 1 : 0;
    }

    private void sum() {
        int accepted = tallies.stream().mapToInt(Tally::acceptedRegions).sum();
        int wrong = tallies.stream().mapToInt(Tally::wrongRegions).sum();
        out.printf(
                Locale.ROOT,
                "%nAccepted over these sets: %d, wrong %d (%.2f %%)%n%n",
                accepted,
                wrong,
                100.0 * wrong / Math.max(1, accepted));
    }
}
