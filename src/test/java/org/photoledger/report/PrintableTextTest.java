package org.photoledger.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

/** Texts of a leak cannot move a cursor, forge a line or turn the reading order where they are shown. */
class PrintableTextTest {

    private static final String HOSTILE = "a\u001b[31m\r\n\u007f\u009b31m\u202e\u2066\u2028\ud800 \udb40\udc01 صورة";

    @Test
    void jsonSaysTheSameAndHoldsNoControlCharacter() {
        ObjectMapper mapper = new ObjectMapper();
        String text = HOSTILE.replace("\ud800", "");
        String json = PrintableText.json(mapper.writeValueAsString(text));
        assertThat(json)
                .contains("\\u007F\\u009B31m\\u202E\\u2066\\u2028", "\\uDB40\\uDC01", "صورة")
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\u2028\\u2029]");
        assertThat(mapper.readValue(json, String.class)).isEqualTo(text);
    }

    @Test
    void theLinesOfJsonStayLines() {
        assertThat(PrintableText.json("{\n  \"a\" : 1\n}\n")).isEqualTo("{\n  \"a\" : 1\n}\n");
    }

    @Test
    void whatAListShowsCanBeTypedBack() {
        String shown = PrintableText.of(HOSTILE);
        assertThat(shown).contains("\\u001b[31m\\u000d\\u000a", "\\u202e").doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
        assertThat(PrintableText.parse(shown)).isEqualTo(HOSTILE);
    }
}
