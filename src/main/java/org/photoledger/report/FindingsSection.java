package org.photoledger.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.photoledger.finding.FindingCode;

/** The part of the page that counts the findings and says what each means. */
final class FindingsSection {

    private FindingsSection() {}

    static void write(HtmlWriter page, Map<String, Long> findings) {
        page.section("findings");
        page.note("findings.note");
        page.table(
                "t-findings",
                page.sentence("findings.table"),
                List.of("column.code", "column.severity", "column.number", "column.means"));
        findings.forEach((code, number) -> page.row(
                Cell.code(code),
                Cell.words(page.words().of("severity.", severity(code))),
                Cell.number(number),
                Cell.words(page.words().of("finding.", code))));
        page.endTable();
        page.endSection();
    }

    private static String severity(String code) {
        return Arrays.stream(FindingCode.values())
                .filter(known -> known.name().equals(code))
                .map(known -> known.severity().name())
                .findFirst()
                .orElse("");
    }
}
