package org.photoledger.text;

import java.util.ArrayList;
import java.util.List;
import org.photoledger.image.Luma;

/** Finds and reads the text of pictures; one per worker, for use by one thread. */
public final class TextReader implements AutoCloseable {

    private static final double LEAST_SCORE = 0.6;

    private final TextDetector detector;
    private final TurnClassifier turns;
    private final WesternReader western;
    private final DigitReader digits;
    private final int mostRegions;

    private TextReader(int longSide, int mostRegions) {
        this.detector = new TextDetector(TextModels.detector(), longSide, LEAST_SCORE);
        this.turns = new TurnClassifier(TextModels.turn());
        this.western = new WesternReader(TextModels.lines(), TextModels.lineCharacters());
        this.digits = new DigitReader(TextModels.digits());
        this.mostRegions = mostRegions;
    }

    /**
     * Loads the models; throws {@link TextUnavailableException} where this machine cannot run them.
     *
     * @param longSide of the picture that the detector sees, in pixels: 640, or 960 for small writing
     * @param mostRegions regions read per picture
     */
    public static TextReader open(int longSide, int mostRegions) {
        return new TextReader(longSide, mostRegions);
    }

    /** The text of an upright picture, from top to bottom. */
    public List<TextRegion> read(Luma picture) {
        List<TextRegion> regions = new ArrayList<>();
        for (DetectedText place : detector.detect(picture, mostRegions)) {
            regions.add(region(picture, LineFit.fit(picture, place.box().laidFlat()), place.score()));
        }
        return regions;
    }

    /** The classifier is asked only where the line as it stands says nothing for sure: it knows no Arabic-Indic digit. */
    private TextRegion region(Luma picture, TextBox box, double score) {
        TextRegion asItStands =
                new TextRegion(box, 0, score, Surface.UNKNOWN, new RegionCrop(new byte[0]), readLine(picture, box));
        if (asItStands.status() == TextRegion.Status.READ || !turns.upsideDown(picture, box)) {
            return asItStands;
        }
        TextRegion turned = new TextRegion(
                box.turnedOver(),
                0,
                score,
                Surface.UNKNOWN,
                new RegionCrop(new byte[0]),
                readLine(picture, box.turnedOver()));
        return turned.status() == TextRegion.Status.READ ? turned : asItStands;
    }

    public static final String ENGINE_VERSION = "stub";

    public static TextReader open(TextSettings settings) {
        return open(settings.detectorSide(), settings.mostRegions());
    }

    public TextExamination examine(Luma picture) {
        return new TextExamination(read(picture), false);
    }

    /** What stands in one line. */
    List<Reading> readLine(Luma picture, TextBox box) {
        return LineJudge.judge(western.read(picture, box), digits.read(picture, box));
    }

    @Override
    public void close() {
        detector.close();
        turns.close();
        western.close();
        digits.close();
    }
}
