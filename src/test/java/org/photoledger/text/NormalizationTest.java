package org.photoledger.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Bidi;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Text is made searchable without a loss: what is only a shape of a character becomes it, all else stays. */
class NormalizationTest {

    @Test
    void arabicIndicAndPersianDigitsBecomeZeroToNine() {
        assertThat(Normalization.ofLogical("٠١٢٣٤٥٦٧٨٩")).isEqualTo("0123456789");
        assertThat(Normalization.ofLogical("۰۱۲۳۴۵۶۷۸۹")).isEqualTo("0123456789");
        assertThat(Normalization.ofLogical("٢١٣٨/٤")).isEqualTo("2138/4");
    }

    @Test
    void digitsOfOtherScriptsStay() {
        assertThat(Normalization.ofLogical("१२३ ১২")).isEqualTo("१२३ ১২");
    }

    @Test
    void widthsAndPlacesInAWordAreLeftOut() {
        assertThat(Normalization.ofLogical("２１３８／４\u3000Ａｂ")).isEqualTo("2138/4 Ab");
        assertThat(Normalization.ofLogical("ﾃｽﾄ ｶﾞ")).isEqualTo("テスト ガ");
        // dal alone, beh at the start, in the middle and at the end
        assertThat(Normalization.ofLogical("\ufea9 \ufe91\ufe92\ufe90")).isEqualTo("\u062f \u0628\u0628\u0628");
        // lam with alef is two letters in one shape
        assertThat(Normalization.ofLogical("\ufefb")).isEqualTo("\u0644\u0627");
    }

    @Test
    void whatMeansSomethingElseStays() {
        // powers, fractions, circled and Roman numbers, Latin ligatures, units, word ligatures, the rial sign, a lone
        // mark
        for (String text :
                List.of("m²", "x₁", "½", "①", "Ⅳ", "ﬁ", "㎏", "™", "\ufdfa", "\ufdf2", "\ufdfc", "\ufe70", "ﾡ")) {
            assertThat(Normalization.ofLogical(text)).isEqualTo(text);
        }
    }

    @Test
    void canonicallyEqualTextIsEqual() {
        assertThat(Normalization.ofLogical("e\u0301")).isEqualTo("\u00e9");
        assertThat(Normalization.ofLogical("\u0627\u0653")).isEqualTo("\u0622");
    }

    @Test
    void controlCharactersOverridesAndBrokenPairsAreKept() {
        String odd = "1\u0000\u001b[31m\u202e2\u2066\u200f\ud800x\n";
        assertThat(Normalization.ofLogical(odd)).isEqualTo(odd);
        assertThat(Normalization.ofVisual(odd)).isEqualTo(odd);
        assertThat(Normalization.ofVisual("\u202eد٤")).contains("\u202e").hasSize(3);
    }

    @Test
    void aLineWithoutArabicLettersKeepsItsOrder() {
        for (String line : List.of("2138/4", "CASE 12-3", "88/2013 A", "")) {
            assertThat(Normalization.ofVisual(line)).isEqualTo(line);
        }
        assertThat(Normalization.ofVisual("٢٨-٤ ١٢")).isEqualTo("28-4 12");
    }

    @Test
    void aLineOfArabicIsTurnedIntoLogicalOrderAndItsNumbersStayAsDrawn() {
        assertThat(Normalization.ofVisual("٢٨٣د")).isEqualTo("د283");
        assertThat(Normalization.ofVisual("٢٨٣/د")).isEqualTo("د/283");
        assertThat(Normalization.ofVisual("د٢٨٣")).isEqualTo("283د");
        assertThat(Normalization.ofVisual("٢٠١٣/٨٨ مقر")).isEqualTo("رقم 2013/88");
        assertThat(Normalization.ofVisual("٢١٥-٣ مقر")).isEqualTo("رقم 215-3");
        assertThat(Normalization.ofVisual("١٢.٥ □ مقر")).isEqualTo("رقم □ 12.5");
    }

    /** What the bidirectional algorithm shows of these is turned back into them; separators that it would move aside. */
    @Test
    void whatTheBidirectionalAlgorithmShowsIsTurnedBack() {
        for (String logical : List.of(
                "باب",
                "رقم 215",
                "د/283",
                "قسم 3 فرع 215",
                "قسم (12) باب",
                "صورة IMG A12 هنا",
                "باب MAIN DOOR",
                "4 «دار» 5")) {
            assertThat(Normalization.ofVisual(shown(logical))).isEqualTo(logical);
        }
    }

    /** Left to right as a screen shows it, character by character, in a paragraph from the right. */
    private static String shown(String logical) {
        Bidi bidi = new Bidi(logical, Bidi.DIRECTION_RIGHT_TO_LEFT);
        byte[] levels = new byte[logical.length()];
        Character[] characters = new Character[logical.length()];
        for (int at = 0; at < levels.length; at++) {
            levels[at] = (byte) bidi.getLevelAt(at);
            characters[at] = levels[at] % 2 == 1 ? mirrored(logical.charAt(at)) : logical.charAt(at);
        }
        Bidi.reorderVisually(levels, 0, characters, 0, levels.length);
        StringBuilder shown = new StringBuilder();
        for (Character character : characters) {
            shown.append(character);
        }
        return shown.toString();
    }

    private static char mirrored(char character) {
        return switch (character) {
            case '(' -> ')';
            case ')' -> '(';
            case '«' -> '»';
            case '»' -> '«';
            default -> character;
        };
    }
}
