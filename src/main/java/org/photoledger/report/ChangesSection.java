package org.photoledger.report;

import java.util.List;
import org.photoledger.store.ChangeCounts;

/** The part of the page that tells how the source differs from what the runs before had seen of it. */
final class ChangesSection {

    private ChangesSection() {}

    static void write(HtmlWriter page, RunReport report) {
        page.section("new");
        RunReport.PreviousRun previous = report.changes().previous();
        if (previous == null) {
            page.element("p", "new.first");
        } else {
            page.element("p", "new.previous", Cell.number(previous.run()), Cell.text(previous.started()));
        }
        ChangeCounts changes = report.changes().sinceLastRun();
        if (changes == null) {
            page.note("new.partial");
        } else {
            counts(page, report, changes);
            gone(page, report.changes(), changes);
        }
        page.endSection();
    }

    private static void counts(HtmlWriter page, RunReport report, ChangeCounts changes) {
        long found = report.books().counts().found();
        page.table("t-new", page.sentence("new.table"), List.of("column.what", "column.files", "column.means"));
        row(page, "new.found", found - changes.changed());
        row(page, "new.changed", changes.changed());
        row(page, "new.gone", changes.gone());
        row(page, "new.moved", changes.moved());
        row(page, "new.back", changes.backAgain());
        row(page, "new.photos", report.books().counts().recorded());
        page.endTable();
    }

    private static void row(HtmlWriter page, String key, long number) {
        page.row(
                Cell.words(page.words().text(key)),
                Cell.number(number),
                Cell.words(page.words().text(key + ".means")));
    }

    private static void gone(HtmlWriter page, RunReport.Changes changes, ChangeCounts counts) {
        if (!changes.gone().isEmpty()) {
            page.table("t-gone", page.sentence("new.gone.table"), List.of("column.path", "column.moved"));
            page.list(
                    changes.gone(),
                    counts.gone(),
                    name -> new Cell[] {
                        Cell.path(name.path()), name.movedTo() == null ? Cell.none() : Cell.path(name.movedTo())
                    },
                    "list.absence");
        }
    }
}
