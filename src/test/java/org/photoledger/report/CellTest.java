package org.photoledger.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTest {

    @Test
    void namesOfAPathKeepTheirPlacesWhateverTheirDirection() {
        assertThat(Cell.path("branch-215/ملف 0.jpg").markup())
                .isEqualTo("<span class=\"path\" dir=\"ltr\">branch-215/<wbr><bdi>ملف 0.jpg</bdi></span>");
    }

    @Test
    void whatCouldTurnOrForgeALineIsShownAsAnEscape() {
        assertThat(Cell.path("a\u202e/\u001b[2J\n<script>&\"'").markup())
                .isEqualTo(
                        "<span class=\"path\" dir=\"ltr\">a\\u202e/<wbr>\\u001b[2J\\u000a&lt;script&gt;&amp;&quot;&#39;</span>");
    }

    @Test
    void aTextIsCutAndAPathIsNot() {
        assertThat(Cell.text("x".repeat(10_000)).markup()).hasSizeLessThan(400).contains("…");
        assertThat(Cell.path("x".repeat(10_000)).markup()).contains("x".repeat(10_000));
    }

    @ParameterizedTest
    @CsvSource({"0,0 B", "1023,1023 B", "1024,1.0 KiB", "1536,1.5 KiB", "5368709120,5.0 GiB"})
    void sizesAreShownShortAndKeptExact(long bytes, String shown) {
        assertThat(Cell.bytes(bytes).markup()).contains(">" + shown + "<", "value=\"" + bytes + "\"");
    }

    @ParameterizedTest
    @CsvSource({"0.04,0.0 s", "59.4,59.4 s", "59.6,0:01:00 h", "3723.2,1:02:03 h"})
    void timesAreSecondsUntilThereIsAMinute(double seconds, String shown) {
        assertThat(Cell.seconds(seconds).markup()).contains(">" + shown + "<");
    }

    @Test
    void whatIsToBeTypedStandsApartFromTheSentenceAroundIt() {
        assertThat(Cell.words("نفّذ photoledger retry RUN --password-file FILE.")
                        .markup())
                .isEqualTo("نفّذ <code dir=\"ltr\">photoledger retry RUN --password-file FILE</code>.");
        assertThat(Cell.words("raise photoledger.workers.deadline.").markup())
                .isEqualTo("raise <code dir=\"ltr\">photoledger.workers.deadline</code>.");
    }
}
