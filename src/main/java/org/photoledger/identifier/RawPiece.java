package org.photoledger.identifier;

import java.text.Normalizer;
import org.photoledger.identifier.IdentifierRule.Match;

/** The piece of a raw text that a match in its normalized form stands for. */
final class RawPiece {

    private RawPiece() {}

    /** The same characters where normalizing kept their places, else the whole raw text, cut at the longest value. */
    static String of(String normalized, String raw, Match match) {
        if (match.to() <= raw.length()) {
            String piece = raw.substring(match.from(), match.to());
            if (plain(piece).equals(plain(normalized.substring(match.from(), match.to())))) {
                return piece;
            }
        }
        return raw.substring(0, Math.min(raw.length(), IdentifierRule.VALUE_CHARS));
    }

    private static String plain(String text) {
        return FoldedText.ofLines(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .text();
    }
}
