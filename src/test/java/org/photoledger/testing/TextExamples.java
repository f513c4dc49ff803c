package org.photoledger.testing;

import java.util.List;
import org.photoledger.photo.PhotoText;
import org.photoledger.text.Alternative;
import org.photoledger.text.Corner;
import org.photoledger.text.Reading;
import org.photoledger.text.RegionCrop;
import org.photoledger.text.Script;
import org.photoledger.text.Surface;
import org.photoledger.text.TextBox;
import org.photoledger.text.TextRegion;

/** Texts as an examination gives them. */
public final class TextExamples {

    private TextExamples() {}

    /** One region that was read in two ways, and one that nobody could read. */
    public static PhotoText text(String raw) {
        Reading arabic = new Reading(
                "digits-1",
                "\u0662\u0661/" + raw,
                Script.ARABIC_INDIC,
                0.9375,
                List.of(0.875, 1.0),
                List.of(new Alternative("\u0662\u0660", 0.5), new Alternative("\u0663\u0661", 0.25)),
                true);
        Reading western = new Reading("pp-ocr-v4", raw, Script.LATIN, 0.5, List.of(0.5), List.of(), false);
        TextRegion read = new TextRegion(
                box(10.25), 90, 0.75, Surface.SCENE, new RegionCrop(new byte[] {1, 2, 3}), List.of(arabic, western));
        TextRegion unread =
                new TextRegion(box(99), 0, 0.625, Surface.UNKNOWN, new RegionCrop(new byte[] {4}), List.of());
        return new PhotoText(PhotoText.Status.EXAMINED, "engines-1", List.of(read, unread));
    }

    private static TextBox box(double left) {
        return new TextBox(
                new Corner(left, 20), new Corner(left + 80, 22.5), new Corner(left + 79, 40), new Corner(left, 39));
    }
}
