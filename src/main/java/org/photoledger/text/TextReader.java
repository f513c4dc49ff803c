package org.photoledger.text;

import java.nio.file.Path;
import java.util.List;
import org.photoledger.image.Luma;

/** Finds and reads the text of pictures; one per worker, for use by one thread. */
public final class TextReader implements AutoCloseable {

    /** The engines and versions that decide what is found and read; an own recognizer is named in its readings. */
    public static final String ENGINE_VERSION = "ch_PP-OCRv4_det ch_ppocr_mobile_v2.0_cls " + LineJudge.WESTERN_ENGINE
            + " " + LineJudge.DIGIT_ENGINE + " " + LineJudge.VERSION + " " + SurfaceProbe.VERSION;

    private static final double LEAST_SCORE = 0.6;

    // pieces of ink are counted in a line of this height; the least is the dot of an Arabic-Indic zero
    private static final int INK_HEIGHT = 48;
    private static final int MOST_INK_WIDTH = 1_600;
    private static final int LEAST_PIECE = 12;

    private final TextDetector detector;
    private final TurnClassifier turns;
    private final WesternReader western;
    private final DigitReader digits;
    private final int mostRegions;

    private TextReader(TextSettings settings) {
        this.western = western(settings);
        this.detector = new TextDetector(TextModels.detector(), settings.detectorSide(), LEAST_SCORE);
        this.turns = new TurnClassifier(TextModels.turn());
        this.digits = new DigitReader(TextModels.digits());
        this.mostRegions = settings.mostRegions();
    }

    private static WesternReader western(TextSettings settings) {
        Path recognizer = settings.recognizer();
        Path dictionary = settings.dictionary();
        return recognizer == null || dictionary == null
                ? new WesternReader(LineJudge.WESTERN_ENGINE, TextModels.lines(), TextModels.lineCharacters())
                : OwnRecognizer.open(recognizer, dictionary);
    }

    /** Loads the models; throws {@link TextUnavailableException} where this machine cannot run them. */
    public static TextReader open(TextSettings settings) {
        return new TextReader(settings);
    }

    /** The text of an upright picture. */
    public TextExamination examine(Luma picture) {
        List<DetectedText> places = detector.detect(picture, mostRegions + 1);
        List<TextRegion> regions = places.stream()
                .limit(mostRegions)
                .map(place -> region(picture, place))
                .toList();
        return new TextExamination(regions, places.size() > mostRegions);
    }

    private record Line(TextBox box, List<Reading> readings) {

        boolean accepted() {
            return readings.stream().anyMatch(Reading::accepted);
        }
    }

    private TextRegion region(Luma picture, DetectedText place) {
        Line line = line(picture, LineFit.fit(picture, place.box().laidFlat()));
        TextBox box = line.box();
        return new TextRegion(
                box,
                box.turn(),
                place.score(),
                SurfaceProbe.of(picture, box),
                RegionCrop.of(picture, box),
                line.readings());
    }

    /** The classifier is asked only where the line as it stands says nothing for sure: it knows no Arabic-Indic digit. */
    private Line line(Luma picture, TextBox box) {
        Line asItStands = new Line(box, readLine(picture, box));
        if (asItStands.accepted() || !turns.upsideDown(picture, box)) {
            return asItStands;
        }
        Line turned = new Line(box.turnedOver(), readLine(picture, box.turnedOver()));
        return turned.accepted() ? turned : asItStands;
    }

    /** What stands in one line. */
    List<Reading> readLine(Luma picture, TextBox box) {
        Luma line = LineCrop.of(picture, box, INK_HEIGHT, 1, MOST_INK_WIDTH);
        int pieces = InkMask.of(line, 0, line.width()).pieces(LEAST_PIECE);
        return LineJudge.judge(western.read(picture, box), digits.read(picture, box), pieces);
    }

    @Override
    public void close() {
        detector.close();
        turns.close();
        western.close();
        digits.close();
    }
}
