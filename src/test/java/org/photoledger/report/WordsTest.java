package org.photoledger.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.photoledger.finding.FindingCode;
import org.photoledger.finding.Severity;
import org.photoledger.similarity.Band;
import org.photoledger.source.Outcome;
import org.photoledger.source.Reason;

class WordsTest {

    /** Reasons of files that are ignored: nobody has to do anything about them. */
    private static final EnumSet<Reason> HARMLESS = EnumSet.of(
            Reason.NOT_A_PHOTO,
            Reason.EMPTY,
            Reason.SYMBOLIC_LINK,
            Reason.FIFO,
            Reason.SOCKET,
            Reason.DEVICE,
            Reason.OTHER_SPECIAL_FILE,
            Reason.HARD_LINK);

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                "org.photoledger.report.words",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static List<String> places(String text) {
        return Pattern.compile("\\{[0-9]}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    @Test
    void bothLanguagesSayTheSameWithTheSameValues() {
        ResourceBundle english = bundle("und");
        ResourceBundle arabic = bundle("ar");
        for (String key : new TreeSet<>(english.keySet())) {
            assertThat(arabic.getString(key)).as(key).isNotBlank();
            assertThat(places(arabic.getString(key))).as(key).isEqualTo(places(english.getString(key)));
            if (!key.equals("column.digest")) {
                assertThat(arabic.getString(key)).as(key).isNotEqualTo(english.getString(key));
            }
        }
        assertThat(arabic.keySet()).isEqualTo(english.keySet());
    }

    @ParameterizedTest
    @EnumSource(ReportLanguage.class)
    void everyReasonFindingBandAndOutcomeIsExplained(ReportLanguage language) {
        Words words = Words.in(language);
        Stream.of(
                        Arrays.stream(Reason.values()).map(reason -> "reason." + reason),
                        EnumSet.complementOf(HARMLESS).stream().map(reason -> "advice." + reason),
                        Arrays.stream(FindingCode.values()).map(code -> "finding." + code),
                        Arrays.stream(Severity.values()).map(severity -> "severity." + severity),
                        Arrays.stream(Band.values()).map(band -> "band." + band),
                        Arrays.stream(Outcome.values()).map(outcome -> "count." + outcome.word()))
                .flatMap(keys -> keys)
                .forEach(key -> assertThat(words.of("", key)).as(key).isNotEqualTo(key));
    }
}
