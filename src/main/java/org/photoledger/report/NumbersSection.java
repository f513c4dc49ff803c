package org.photoledger.report;

import java.util.List;

/** The part of the page that tells what was read off the photos, and what could not be read. */
final class NumbersSection {

    private NumbersSection() {}

    static void write(HtmlWriter page, RunReport report) {
        page.section("numbers");
        page.note("numbers.note");
        PhotosSection.counted(page, "numbers.counts", report.texts().counts(), "text.");
        page.table(
                "t-readings",
                page.sentence("numbers.readings"),
                List.of("column.script", "column.readings", "column.accepted"));
        report.texts()
                .readings()
                .forEach(script -> page.row(
                        Cell.code(script.script()), Cell.number(script.readings()), Cell.number(script.accepted())));
        page.endTable();
        page.table(
                "t-identifiers",
                page.sentence("numbers.identifiers"),
                List.of("column.name", "column.places", "column.values"));
        page.list(
                report.texts().identifiers(),
                report.texts().identifiers().size(),
                name -> new Cell[] {Cell.text(name.name()), Cell.number(name.identifiers()), Cell.number(name.values())
                },
                "list.json");
        page.endSection();
    }
}
