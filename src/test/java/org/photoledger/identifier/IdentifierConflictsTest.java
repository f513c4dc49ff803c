package org.photoledger.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;
import org.photoledger.finding.Severity;

/** Path and photo contradict each other only where both speak of the same thing and nothing agrees. */
class IdentifierConflictsTest {

    private static final List<Identifier> DAY = of(Origin.PATH, "date 2013-04-05");

    private static List<Identifier> of(Origin origin, String... said) {
        return Stream.of(said)
                .map(words -> words.split(" ", 2))
                .map(words -> new Identifier(words[0], words[1], words[1], "r", origin))
                .toList();
    }

    private static List<Finding> numbers(List<Identifier> path, String... photo) {
        return IdentifierConflicts.between(path, of(Origin.ENGINE, photo), null);
    }

    @Test
    void aDateInThePathThatIsNotTheDayOfCaptureIsFound() {
        assertThat(IdentifierConflicts.between(DAY, List.of(), "2013-04-06T00:10:30.5"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(FindingCode.PATH_DATE_DIFFERS);
                    assertThat(finding.severity()).isEqualTo(Severity.NOTICE);
                    assertThat(finding.detail())
                            .isEqualTo("the path says date 2013-04-05, the capture time is 2013-04-06T00:10:30.5");
                });
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "2013-04-05T23:59:59",
                "2013-04-05T10",
                "2013-04-05",
                "2013-04",
                "2013",
                "",
                "unknown",
                "20130406",
                "2013-"
            })
    void aCaptureTimeThatCanBeOfThatDayIsNoConflict(String captureTime) {
        assertThat(IdentifierConflicts.between(DAY, List.of(), captureTime)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2013-04-06", "2013-05", "2012"})
    void aPartialCaptureTimeConflictsAsFarAsItIsKnown(String captureTime) {
        assertThat(IdentifierConflicts.between(DAY, List.of(), captureTime)).hasSize(1);
    }

    @Test
    void ofSeveralDatesInThePathOneNeedsToAgree() {
        List<Identifier> delivered = of(Origin.PATH, "date 2014-01-20", "date 2013-04-05");
        assertThat(IdentifierConflicts.between(delivered, List.of(), "2013-04-05T09:10:30"))
                .isEmpty();
        assertThat(IdentifierConflicts.between(delivered, List.of(), "2013-04-07T09:10:30"))
                .extracting(Finding::detail)
                .containsExactly("the path says date 2014-01-20, 2013-04-05, the capture time is 2013-04-07T09:10:30");
    }

    @Test
    void aDateOnACardIsNotTheDayOfCapture() {
        assertThat(numbers(DAY, "date 2013-04-02")).isEmpty();
    }

    @Test
    void aNumberInThePathThatTheCardContradictsIsFound() {
        assertThat(numbers(of(Origin.PATH, "detainee 3659"), "detainee 4038", "detainee 4039"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(FindingCode.PATH_NUMBER_DIFFERS);
                    assertThat(finding.severity()).isEqualTo(Severity.NOTICE);
                    assertThat(finding.detail())
                            .isEqualTo("the path says detainee 3659, the photo says detainee 4038, 4039");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "detainee 3659, detainee 3659",
        "detainee 3659, branch 215",
        "batch 0214, batch 214",
        "branch 215, branch Military Police",
        "branch Military Police, branch Air Force Intelligence",
        "photographer Vesta, photographer Orbis"
    })
    void nothingContradictsWhereNamesDifferOrNumbersAgree(String path, String photo) {
        assertThat(numbers(of(Origin.PATH, path), photo)).isEmpty();
    }

    @Test
    void ofSeveralNumbersOnOneCardOneNeedsToAgree() {
        assertThat(numbers(of(Origin.PATH, "detainee 3659"), "detainee 4038", "detainee 3659", "branch 215"))
                .isEmpty();
    }

    @Test
    void aPhotoThatSaysNothingContradictsNothing() {
        assertThat(numbers(of(Origin.PATH, "detainee 3659", "branch 215"))).isEmpty();
        assertThat(numbers(List.of(), "detainee 3659", "date 2013-04-05")).isEmpty();
    }

    @Test
    void eachNameHasAFindingOfItsOwn() {
        assertThat(numbers(of(Origin.PATH, "branch 215", "detainee 3659"), "detainee 4038", "branch 227"))
                .extracting(Finding::detail)
                .containsExactly(
                        "the path says branch 215, the photo says branch 227",
                        "the path says detainee 3659, the photo says detainee 4038");
    }

    @Test
    void ofManyNumbersTheFirstTenAreListed() {
        String[] many =
                IntStream.range(1_000, 1_050).mapToObj(n -> "detainee " + n).toArray(String[]::new);
        assertThat(numbers(of(Origin.PATH, "detainee 3659"), many))
                .extracting(Finding::detail)
                .first()
                .asString()
                .endsWith("1009 and 40 more");
    }
}
