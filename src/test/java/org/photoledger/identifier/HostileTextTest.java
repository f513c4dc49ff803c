package org.photoledger.identifier;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;

/** Names and texts are the attacker's: looking ends soon, gives no more than its limits, and says where it met one. */
@Timeout(value = 60, unit = SECONDS) // a guard against endless looking, not a measurement
class HostileTextTest {

    private static final IdentifierRules DEFAULTS = IdentifierRules.defaults();

    private final List<Finding> findings = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "/",
                "2013-",
                "2013-04-05/",
                "a.zip!/",
                "٣",
                "ab ",
                "فرع ",
                "no ",
                "photographer-",
                "\u202E",
                "."
            })
    void aPathOfFourThousandCharactersOfAnyKindIsLookedAtToItsEnd(String piece) {
        String path = piece.repeat(4_000 / piece.length()) + "/2013-04-05/215/a.jpg";
        assertThat(DEFAULTS.inPath(path, findings::add))
                .extracting(found -> found.name() + " " + found.value())
                .contains("date 2013-04-05", "branch 215");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1 ", "2013/", "a", "branch ", "photographer: x", "4071\n", "20130", "\n"})
    void aTextOfSixtyFourKiIsLookedAtWithinTheLimits(String piece) {
        String text = piece.repeat(65_536 / piece.length());
        assertThat(DEFAULTS.inText(text, text, Origin.METADATA, findings::add)).hasSizeLessThanOrEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?:a+)+(?<value>b)",
                "(?:a|aa)*(?<value>b)",
                "(?:a|a)+$(?<value>b)",
                "(?:.*)*(?<value>b)",
                "(?<value>(?:a|b|ab)*c)"
            })
    void aPatternThatWouldBacktrackOrRecurseForEverEnds(String pattern) {
        IdentifierRules rules =
                IdentifierRules.parse("rules:\n- {name: r, identifier: x, in: text, pattern: '" + pattern + "'}");
        assertThat(rules.inText("a".repeat(65_536), "", Origin.ENGINE)).isEmpty();
    }

    @Test
    void whatStandsBeyondSixtyFourKiIsLeftOutAndSaid() {
        String text = "x ".repeat(32_766) + "branch 215 branch 216";
        assertThat(DEFAULTS.inText(text, text, Origin.METADATA, findings::add)).isEmpty();
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(FindingCode.IDENTIFIER_LIMIT);
            assertThat(finding.detail()).contains("text", "65553", "65536");
        });
    }

    @Test
    void theCutAtTheLimitMakesNoShorterNumber() {
        String text = " ".repeat(65_536 - "branch 21".length()) + "branch 2155";
        assertThat(DEFAULTS.inText(text, text, Origin.METADATA, findings::add)).isEmpty();
    }

    @Test
    void aRuleThatFindsTooMuchStopsAtFiftyAndSaysSo() {
        StringBuilder text = new StringBuilder("branch 1\n");
        for (int number = 10_000; number < 10_060; number++) {
            text.append(number).append('\n');
        }
        assertThat(DEFAULTS.inText(text.toString(), text.toString(), Origin.METADATA, findings::add))
                .hasSize(51)
                .extracting(Identifier::value)
                .contains("1", "10049")
                .doesNotContain("10050");
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(FindingCode.IDENTIFIER_LIMIT);
            assertThat(finding.detail()).contains("card-detainee", "50");
        });
    }

    @Test
    void matchesThatGiveNothingAreCountedToo() {
        IdentifierRules rules =
                IdentifierRules.parse("rules:\n- {name: r, identifier: x, in: text, pattern: 'no (?<value>[0-9]{4})'}");
        String text = "no 12345 ".repeat(1_001) + "no 1234";
        assertThat(rules.inText(text, text, Origin.METADATA, findings::add)).isEmpty();
        assertThat(findings).extracting(Finding::code).containsExactly(FindingCode.IDENTIFIER_LIMIT);
    }

    @Test
    void aValueLongerThanTwoHundredCharactersIsLeftOutAndSaid() {
        IdentifierRules rules =
                IdentifierRules.parse("rules:\n- {name: r, identifier: x, in: file, pattern: '(?<value>[a-z]+)'}");
        assertThat(rules.inPath("b".repeat(200) + " " + "a".repeat(201), findings::add))
                .extracting(Identifier::value)
                .containsExactly("b".repeat(200));
        assertThat(findings).extracting(Finding::code).containsExactly(FindingCode.IDENTIFIER_LIMIT);
    }

    @Test
    void ordinaryPathsMeetNoLimit() {
        DEFAULTS.inPath("2013-04-05/215/DSC_0101.jpg", findings::add);
        assertThat(findings).isEmpty();
    }
}
