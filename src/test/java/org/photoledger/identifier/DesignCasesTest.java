package org.photoledger.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the built-in rules make of the two design cases; all numbers and names are invented. */
class DesignCasesTest {

    private static final IdentifierRules RULES = IdentifierRules.defaults();

    private static List<String> inPath(String path) {
        return said(RULES.inPath(path));
    }

    private static List<String> inText(String text) {
        return said(RULES.inText(text, text, Origin.ENGINE));
    }

    private static List<String> said(List<Identifier> identifiers) {
        return identifiers.stream()
                .map(identifier -> identifier.name() + " " + identifier.value())
                .toList();
    }

    @Test
    void theCommittedFileIsTheOneBuiltIn() throws IOException {
        String committed = Files.readString(Path.of("config/identifiers.yml"));
        try (var builtIn = IdentifierRules.class.getResourceAsStream("/identifiers.yml")) {
            assertThat(builtIn).isNotNull();
            assertThat(new String(builtIn.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(committed);
        }
        assertThat(IdentifierRules.parse(committed).digest()).isEqualTo(RULES.digest());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2013-04-05/215/DSC_0101.jpg | date 2013-04-05, branch 215",
                "215/2013-04-05/DSC_0101.jpg | date 2013-04-05, branch 215",
                "2013-04-05/215/2138/DSC_0101.jpg | date 2013-04-05, branch 215, detainee 2138",
                "٢٠١٣-٠٤-٠٥/٢١٥/DSC_0101.jpg | date 2013-04-05, branch 215",
                "lot/2013-04-05.zip!/215/DSC_0101.jpg | date 2013-04-05, branch 215",
                "a.tar.gz!/branch_215/05-04-2013/b.jpg | date 2013-04-05, branch 215",
                "الفرع ٢١٥/موقوف-٢١٣٨.jpg | branch 215, detainee 2138"
            })
    void foldersInTheMannerOfTheCaesarFile(String path, String expected) {
        assertThat(inPath(path)).containsExactlyInAnyOrder(expected.split(", ", -1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2015-03-02/Vesta/3659/a.jpg | date 2015-03-02, photographer Vesta, detainee 3659",
                "2015-03-02/فستا/٣٦٥٩/a.jpg | date 2015-03-02, photographer فستا, detainee 3659",
                "2015-03-02/3659/a.jpg | date 2015-03-02, detainee 3659",
                "photographer_Vesta/Military Police/2015-03-02_a.jpg"
                        + " | photographer Vesta, branch Military Police, date 2015-03-02",
                "المصور-فستا/المخابرات الجوية/a.jpg | photographer فستا, branch Air Force Intelligence",
                "2015-03-02/photographer_Vesta/3659/a.jpg | date 2015-03-02, photographer Vesta, detainee 3659"
            })
    void foldersInTheMannerOfTheDamascusDossier(String path, String expected) {
        assertThat(inPath(path)).containsExactlyInAnyOrder(expected.split(", ", -1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4071 | detainee 4071",
                "2138/4 | detainee 2138",
                "2138/215 | detainee 2138, branch 215",
                "215-3 | branch 215, detainee 3",
                "215 / 2138 | branch 215, detainee 2138",
                "branch 215 | branch 215",
                "فرع 215 | branch 215",
                "رقم الموقوف: 2138 | detainee 2138",
                "كشف طبي رقم 3190 | examination 3190",
                "Examination no. 88/2013 | examination 88/2013",
                "death number 3190 | examination 3190",
                "Photographer: Vesta P. | ",
                "Photographer: Vesta-Orbis | photographer Vesta-Orbis",
                "5/4/2013 | date 2013-04-05",
                "2013/4/5 | date 2013-04-05"
            })
    void linesOfCardsAndLabels(String line, String expected) {
        assertThat(inText(line)).containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split(", ", -1));
    }

    @Test
    void aCaptionIsReadLineByLine() {
        assertThat(inText("Military Police\r\n2138/215\r\ntaken 5-4-2013\r\nPhotographer: Vesta"))
                .containsExactlyInAnyOrder(
                        "branch Military Police",
                        "detainee 2138",
                        "branch 215",
                        "date 2013-04-05",
                        "photographer Vesta");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DSC_0101.jpg",
                "IMG_1234.JPG",
                "DCIM/100ORBIS/DSC04071.JPG",
                "pictures/صورة-1.jpg",
                "4071.jpg",
                "2013/a.jpg",
                "lot/4071/a.jpg",
                "",
                "/",
                "!/",
                ".jpg"
            })
    void aCameraCounterOrANumberWithoutContextNamesNobody(String path) {
        assertThat(inPath(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "88/2013",
                "2013",
                "2013/4",
                "120/2013",
                "seen from the quay",
                "صورة رقم 1",
                "07",
                "0933123456",
                ""
            })
    void aLineThatNoRuleKnowsSaysNothing(String line) {
        assertThat(inText(line)).isEmpty();
    }

    @Test
    void theSamplesFoldersSayWhatTheyAre() throws IOException {
        Set<String> said = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("input-samples"))) {
            files.filter(Files::isRegularFile)
                    .map(file -> Path.of("input-samples").relativize(file).toString())
                    .forEach(path -> RULES.inPath(path)
                            .forEach(found ->
                                    said.add(path.split("/", 2)[0] + ": " + found.name() + " " + found.value())));
        }
        assertThat(said)
                .containsExactlyInAnyOrder(
                        "2013-04-05: date 2013-04-05",
                        "2013-04-06: date 2013-04-06",
                        "2013-05-02: date 2013-05-02",
                        "batch-0214: batch 0214",
                        "قسم-٣: branch 3");
    }
}
