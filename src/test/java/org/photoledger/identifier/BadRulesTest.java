package org.photoledger.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rules file that is not understood is refused with one sentence that says which rule and what to do. */
class BadRulesTest {

    private static final String GOOD = "name: r, identifier: x, in: [text], pattern: '(?<value>a)'";

    private static void refused(String yaml, String... words) {
        assertThatThrownBy(() -> IdentifierRules.parse(yaml))
                .isInstanceOf(IdentifierRulesException.class)
                .hasMessageContainingAll(words)
                .hasMessageEndingWith(".")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "name: r | colour: red, name: r | colour",
                "name: r | name: Über | lower-case",
                "name: r, | \"\" | rule 2 has no name",
                "name: r | name: 215 | quotes",
                "identifier: x, | \"\" | has no identifier",
                "identifier: x | identifier: Detainee No | Detainee No",
                "in: [text], | \"\" | does not say where it looks",
                "in: [text] | in: [] | does not say where it looks",
                "in: [text] | in: [card] | card",
                ", pattern: '(?<value>a)' | \"\" | has no pattern",
                "(?<value>a) | (?<value>a | missing closing )",
                "(?<value>a) | (?<value>a)(?!b) | look-around",
                "(?<value>a) | (?<value>a)\\1 | back-references",
                "(?<value>a) | (a) | no group \"value\"",
                "(?<value>a) | (?<value>{wek}) | {wek}",
                "(?<value>a) | (?<value>(?:(?:a{1000}){1000}){1000}) | too large",
                "'(?<value>a)' | '(?<value>a)', except: '[' | except",
                "'(?<value>a)' | '(?<value>a)', value: '{number}' | no group \"number\"",
                "'(?<value>a)' | '(?<value>a)', value: 7 | quotes",
                "'(?<value>a)' | '(?<value>a)', kind: number | kind \"number\"",
                "'(?<value>a)' | '(?<value>a)', kind: date | no group \"year\"",
                "'(?<value>a)' | '(?<year>a)', kind: date, value: '{year}' | beside kind"
            })
    void aRuleIsNamedWithWhatIsWrongInIt(String from, String to, String words) {
        String bad = GOOD.replace(from, to);
        assertThat(bad).isNotEqualTo(GOOD);
        String second = bad.contains("name: r,") ? "name: first" : "name: other";
        refused(
                "rules:\n- {" + GOOD.replace("name: r", second) + "}\n- {" + bad + "}",
                "dentifier rule " + (bad.contains("name: r,") ? "r " : ""),
                words);
    }

    @Test
    void twoRulesOfOneNameAreRefused() {
        refused("rules:\n- {" + GOOD + "}\n- {" + GOOD + "}", "Two", "named r");
    }

    @Test
    void aPatternOfMoreThanTwoThousandCharactersIsRefused() {
        refused(
                "rules:\n- {" + GOOD.replace("(?<value>a)", "(?<value>" + "a".repeat(2_000) + ")") + "}",
                "rule r ",
                "2000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\" | no list",
                "rules | no list",
                "rules: many | no list",
                "rules: [branch] | rule 1 is no set",
                "rule: [] | no list",
                "{rules: [], rulez: []} | rulez",
                "{rules: [], rules: []} | no valid YAML",
                "rules: [ | line 1",
                "rules: !!java.net.URL ['x'] | no valid YAML",
                "{rules: [], parts: [a]} | parts",
                "{rules: [], parts: {A: b}} | part \"A\"",
                "{rules: [], parts: {a: 7}} | part a"
            })
    void aFileThatIsNoListOfRulesIsRefused(String yaml, String words) {
        refused(yaml, words);
    }

    @Test
    void aFileOfMoreThanTwoHundredRulesIsRefused() {
        refused("rules:\n" + "- {}\n".repeat(201), "201", "200");
    }

    @Test
    void aPartStandsForItsPatternAsAWhole() {
        IdentifierRules rules = IdentifierRules.parse("""
                parts: {digits: '[0-9]+|x'}
                rules:
                - {name: r, identifier: x, in: text, pattern: 'no (?<value>{digits}) \\p{L}{1,2}'}
                """);
        assertThat(rules.inText("no 12 ab", "no 12 ab", Origin.ENGINE))
                .extracting(Identifier::value)
                .containsExactly("12");
    }
}
