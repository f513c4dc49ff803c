package org.photoledger.text;

import java.awt.Font;
import java.util.List;
import java.util.Random;

/** What stands on the lines of an evaluation set. */
enum Numbers {
    ARABIC("arabic", "٠١٢٣٤٥٦٧٨٩", "/-"),
    WESTERN("western", "0123456789", "/-."),
    WORDS("western", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "");

    private static final List<String> ENGLISH = List.of(
            "Military",
            "hospital",
            "Branch",
            "Evidence",
            "MEDICAL",
            "Archive",
            "section",
            "Register",
            "garden",
            "Corridor",
            "WINDOW",
            "Report",
            "annex",
            "Summer",
            "Table",
            "MORNING",
            "paper",
            "Second",
            "River",
            "market");

    private final String kind;
    private final String characters;
    private final String marks;

    Numbers(String kind, String characters, String marks) {
        this.kind = kind;
        this.characters = characters;
        this.marks = marks;
    }

    String kind() {
        return kind;
    }

    /** That a font must have. */
    String characters() {
        return characters;
    }

    /** The separators that a font draws. */
    String marks(Font font) {
        return EvaluationFonts.marksOf(font, marks);
    }

    /** A group of digits, or two with one of these separators; or two English words. */
    String any(String drawn, Random random) {
        if (this == WORDS) {
            return ENGLISH.get(random.nextInt(ENGLISH.size())) + " " + ENGLISH.get(random.nextInt(ENGLISH.size()));
        }
        StringBuilder text = new StringBuilder();
        append(text, 2 + random.nextInt(4), random);
        if (!drawn.isEmpty() && random.nextInt(2) == 0) {
            text.append(drawn.charAt(random.nextInt(drawn.length())));
            append(text, 1 + random.nextInt(4), random);
        }
        return text.toString();
    }

    private void append(StringBuilder text, int count, Random random) {
        for (int at = 0; at < count; at++) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
    }
}
