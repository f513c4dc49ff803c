package org.photoledger.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a rule looks, and what it makes of what it finds. */
class IdentifierRulesTest {

    private static final IdentifierRules DEFAULTS = IdentifierRules.defaults();

    private static IdentifierRules rule(String... lines) {
        return IdentifierRules.parse("rules:\n- name: r\n  identifier: x\n  " + String.join("\n  ", lines) + "\n");
    }

    private static List<String> values(List<Identifier> identifiers) {
        return identifiers.stream().map(Identifier::value).toList();
    }

    private static List<String> dates(String path) {
        return values(DEFAULTS.inPath(path).stream()
                .filter(found -> found.name().equals("date"))
                .toList());
    }

    @Test
    void theDocumentedExampleDoesWhatItSays() throws IOException {
        String page = Files.readString(Path.of("src/docs/identifiers.md"));
        IdentifierRules rules = IdentifierRules.parse(page.split("```yaml\n|```\n", 3)[1]);
        assertThat(rules.inPath("branch_215/2013-04-05/a.jpg"))
                .extracting(found -> found.name() + " " + found.value())
                .containsExactly("branch 215", "date 2013-04-05");
        assertThat(values(rules.inText("exam 88 of 2013, exam 00 of 2013", "", Origin.METADATA)))
                .containsExactly("88/2013");
    }

    @Test
    void everyBuiltInRuleIsDocumented() throws IOException {
        String page = Files.readString(Path.of("src/docs/identifiers.md"));
        List<String> names = Files.readAllLines(Path.of("config/identifiers.yml")).stream()
                .filter(line -> line.startsWith("  - name: "))
                .map(line -> line.substring(10).split(" ", 2)[0])
                .toList();
        assertThat(names)
                .hasSizeGreaterThan(15)
                .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    @Test
    void withoutARuleNothingIsMade() {
        IdentifierRules none = IdentifierRules.parse("rules: []");
        assertThat(none.inPath("2013-04-05/215/DSC_0101.jpg")).isEmpty();
        assertThat(none.inText("branch 215", "branch 215", Origin.ENGINE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2013-04-05/a.jpg, 2013-04-05",
        "2013_04_05/a.jpg, 2013-04-05",
        "2013.4.5/a.jpg, 2013-04-05",
        "20130405/a.jpg, 2013-04-05",
        "05-04-2013/a.jpg, 2013-04-05",
        "2013/04/05/a.jpg, 2013-04-05",
        "۲۰۱۳-۰۴-۰۵/a.jpg, 2013-04-05",
        "20130405_101500.jpg, 2013-04-05",
        "IMG_20130405_101500.jpg, 2013-04-05",
        "IMG-20130405-WA0001.jpg, 2013-04-05",
        "20130405101500123.jpg, 2013-04-05",
        "29-02-2012.jpg, 2012-02-29"
    })
    void aDateIsFoundInAnyWrittenForm(String path, String date) {
        assertThat(dates(path)).containsExactly(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2013-13-05/a.jpg",
                "2013-02-29/a.jpg",
                "20131350.jpg",
                "0000-00-00/a.jpg",
                "120130405.jpg",
                "2013-04-055/a.jpg",
                "2013-04/a.jpg",
                "2013/04/05.jpg"
            })
    void anImpossibleOrCutDateIsNone(String path) {
        assertThat(dates(path)).isEmpty();
    }

    @Test
    void theValueIsNormalizedAndTheRawPieceIsKept() {
        assertThat(DEFAULTS.inPath("lot/قسم-٣/صورة-1.jpg"))
                .containsExactly(new Identifier("branch", "3", "٣", "branch-labelled", Origin.PATH));
        assertThat(DEFAULTS.inPath("٥-٤-٢٠١٣.jpg"))
                .containsExactly(new Identifier("date", "2013-04-05", "٥-٤-٢٠١٣", "date-day-first", Origin.PATH));
    }

    @Test
    void aReadingKeepsItsRawDigitsAndItsOrigin() {
        assertThat(DEFAULTS.inText("2138/215", "٢١٣٨/٢١٥", Origin.PERSON))
                .containsExactly(
                        new Identifier("detainee", "2138", "٢١٣٨", "card-detainee", Origin.PERSON),
                        new Identifier("branch", "215", "٢١٥", "card-branch-last", Origin.PERSON));
    }

    @Test
    void theWholeRawTextStandsWhereNormalizingMovedItsCharacters() {
        String raw = "ﷲ فرع ٢١٥";
        assertThat(DEFAULTS.inText("الله فرع 215", raw, Origin.METADATA))
                .extracting(Identifier::value, Identifier::raw)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("215", raw));
    }

    @Test
    void whatNoEyeSeesHidesNothing() {
        assertThat(DEFAULTS.inPath("\u200Fقـسم-\u202E٣\u202C/a.jpg"))
                .containsExactly(new Identifier("branch", "3", "٣", "branch-labelled", Origin.PATH));
        assertThat(DEFAULTS.inPath("detainee\u00A02138\n.jpg"))
                .extracting(Identifier::value)
                .containsExactly("2138");
    }

    @Test
    void aMatchNeverCutsANumberOrAWord() {
        IdentifierRules rules = rule("in: text", "pattern: 'no (?<value>[0-9]{4})'");
        assertThat(values(rules.inText("no 12345, piano 1234, no 1234x, no 5678", "", Origin.ENGINE)))
                .containsExactly("1234", "5678");
    }

    @Test
    void whatBeginsWithinAnImpossibleDateIsStillFound() {
        String pattern = "pattern: '(?<day>[0-9]{2})-(?<month>[0-9]{2})-(?<year>[0-9]{2,4})'";
        assertThat(values(rule("in: file", "kind: date", pattern).inPath("31-02-05-2013.jpg")))
                .containsExactly("2013-05-02");
    }

    @Test
    void eachPlaceIsLookedAtByItself() {
        String pattern = "pattern: '^(?<value>[a-z.!/]+)$'";
        String path = "a/b.zip!/c.d/e.tar.gz";
        assertThat(values(rule("in: folder", pattern).inPath(path))).containsExactly("a", "b", "c.d");
        assertThat(values(rule("in: file", pattern).inPath(path))).containsExactly("e");
        assertThat(values(rule("in: path", pattern).inPath(path))).containsExactly("a/b/c.d/e");
        assertThat(values(rule("in: text", pattern).inPath(path))).isEmpty();
        assertThat(values(rule("in: [folder, file]", pattern).inPath(path))).containsExactly("a", "b", "c.d", "e");
    }

    @Test
    void aContainersRawPieceStandsAsInThePath() {
        assertThat(rule("in: path", "pattern: '(?<value>b/c)'").inPath("a/b.zip!/c/d.jpg"))
                .extracting(Identifier::raw)
                .containsExactly("b.zip!/c");
    }

    @Test
    void aTemplateJoinsGroupsAndStandsForFixedWords() {
        String pattern = "pattern: '(?<number>[0-9]+) +of +(?<branch>[0-9]+)'";
        assertThat(rule("in: text", pattern, "value: '{branch}/{number}'")
                        .inText("No 12 of 215.", "No 12 of 215.", Origin.ENGINE))
                .containsExactly(new Identifier("x", "215/12", "12 of 215", "r", Origin.ENGINE));
        assertThat(rule("in: text", pattern, "value: 'a  list'").inText("12 of 215", "12 of 215", Origin.ENGINE))
                .containsExactly(new Identifier("x", "a list", "12 of 215", "r", Origin.ENGINE));
    }

    @Test
    void aGroupThatTookNoPartGivesNothing() {
        IdentifierRules rules = rule("in: text", "pattern: 'a(?:(?<value>[0-9]+)|b)'");
        assertThat(values(rules.inText("ab a7", "ab a7", Origin.ENGINE))).containsExactly("7");
    }

    @Test
    void anExceptionIsLookedForInTheWholeMatch() {
        IdentifierRules rules = rule("in: text", "pattern: 'no (?<value>[0-9]{4})'", "except: '^no 20'");
        assertThat(values(rules.inText("no 2013 no 4071", "", Origin.ENGINE))).containsExactly("4071");
    }

    @Test
    void ofTwoRulesThatSayTheSameTheFirstIsNamed() {
        IdentifierRules rules = IdentifierRules.parse("""
                rules:
                - {name: b, identifier: x, in: folder, pattern: '(?<value>[0-9]+)'}
                - {name: a, identifier: x, in: path, pattern: 'n(?<value>[0-9]+)'}
                - {name: c, identifier: y, in: path, pattern: 'n(?<value>[0-9]+)'}
                """);
        assertThat(rules.inPath("n7/n7/a.jpg"))
                .containsExactly(
                        new Identifier("x", "7", "7", "b", Origin.PATH),
                        new Identifier("y", "7", "7", "c", Origin.PATH));
    }

    @Test
    void theDigestChangesWithTheMeaningAndNotWithTheLayout() {
        String rules = "rules:\n- {name: r, identifier: x, in: [folder, file], pattern: '(?<value>a)'}\n";
        String laidOut =
                "# words\nrules:\n- name: r\n  in: [file, folder]\n  identifier: 'x'\n  pattern: (?<value>a)\n";
        String digest = IdentifierRules.parse(rules).digest();
        assertThat(digest)
                .matches("[0-9a-f]{64}")
                .isEqualTo(IdentifierRules.parse(laidOut).digest());
        for (String change : List.of("name: s", "identifier: y", "in: file", "pattern: '(?<value>b)'")) {
            String key = change.substring(0, change.indexOf(':'));
            String changed = laidOut.replaceFirst(key + ": .*", change);
            assertThat(IdentifierRules.parse(changed).digest()).isNotEqualTo(digest);
        }
        assertThat(IdentifierRules.parse(laidOut + "  except: b\n").digest()).isNotEqualTo(digest);
        assertThat(IdentifierRules.parse(laidOut + "  value: 'z'\n").digest()).isNotEqualTo(digest);
    }
}
