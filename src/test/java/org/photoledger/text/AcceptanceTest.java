package org.photoledger.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.photoledger.image.Luma;

/** What is accepted unseen, by the rules and over lines written with a pen of our own; no font is asked. */
class AcceptanceTest {

    private static final EvaluatedReader READER = new EvaluatedReader(640);

    @AfterAll
    static void close() {
        READER.close();
    }

    private static LineReading line(String text, double confidence) {
        return new LineReading("test", text, Collections.nCopies(text.length(), confidence), List.of(), 0);
    }

    private static List<Reading> accepted(LineReading western, LineReading digits, int pieces) {
        return LineJudge.judge(western, List.of(digits), pieces).stream()
                .filter(Reading::accepted)
                .toList();
    }

    @Test
    void anArabicIndicNumberIsAcceptedWhereAllInkWasRead() {
        assertThat(accepted(line("rE7", 0.6), line("٢٤٦", 0.95), 3)).hasSize(1);
        assertThat(accepted(line("rE7", 0.6), line("٢٤٦", 0.95), 4)).isEmpty();
        assertThat(accepted(line("rE7", 0.6), line("٢٤٦", 0.7), 3)).isEmpty();
        assertThat(accepted(line("rE7", 0.6), line("٢٤□", 0.95), 3)).isEmpty();
    }

    @Test
    void aLineOfLookAlikesIsLeftToAPerson() {
        assertThat(accepted(line("10", 0.9), line("١٥", 0.99), 2)).isEmpty();
    }

    @Test
    void aWesternNumberIsAcceptedWhereBothEnginesReadTheSame() {
        assertThat(accepted(line("2138/4", 0.95), line("2138/4", 0.8), 6)).hasSize(2);
        assertThat(accepted(line("2138/4", 0.99), line("21384", 0.99), 6)).isEmpty();
        assertThat(accepted(line("Case 2138/4", 0.95), line("□2138/4", 0.8), 10))
                .hasSize(1);
        assertThat(accepted(line("Case 2138/4", 0.95), line("□2188/4", 0.8), 10))
                .isEmpty();
    }

    @Test
    void aLatinWordDoesNotBecomeANumber() {
        List<Reading> readings = LineJudge.judge(line("MILITARY", 0.98), List.of(line("□٧", 0.99)), 8);
        assertThat(readings).extracting(Reading::raw).containsExactly("MILITARY");
        assertThat(readings).allMatch(Reading::accepted);
    }

    @Test
    void aNumberThatLooksLikeAWordIsKeptForAPerson() {
        List<Reading> readings = LineJudge.judge(line("rvrq", 0.97), List.of(line("٣٧٣٩", 0.97)), 4);
        assertThat(readings).extracting(Reading::raw).containsExactly("٣٧٣٩", "rvrq");
        assertThat(readings).noneMatch(Reading::accepted);
    }

    @Test
    void mostLinesWrittenWithAPenAreReadAndFewOfTheAcceptedAreWrong() {
        for (Numbers numbers : List.of(Numbers.ARABIC, Numbers.WESTERN)) {
            Random random = new Random(4);
            Tally tally = new Tally(numbers.name());
            for (int at = 0; at < 50; at++) {
                String truth = numbers.any("/-", random);
                BufferedImage picture = PrintedLine.picture(PrintedLine.withPen(truth, 48, random), 48);
                tally.line(truth, List.of(READER.line(Luma.of(picture))), "pen");
            }
            assertThat(tally.exact()).as(tally.toString()).isGreaterThanOrEqualTo(40);
            assertThat(tally.acceptedRegions()).as(tally.toString()).isGreaterThanOrEqualTo(25);
            assertThat(tally.wrongRegions()).as(tally.toString()).isLessThanOrEqualTo(2);
        }
    }
}
