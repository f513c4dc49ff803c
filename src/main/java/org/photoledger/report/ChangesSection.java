package org.photoledger.report;

import org.photoledger.store.ChangeCounts;

/** The part of the report that tells how the source differs from what the runs before had seen of it. */
final class ChangesSection {

    private ChangesSection() {}

    static void write(HtmlWriter page, RunReport report) {
        ChangeCounts changes = report.sinceLastRun();
        if (changes == null) {
            return;
        }
        page.element("h2", "Since the last run");
        page.element(
                "p",
                "Gone since the last run: " + changes.gone() + ", the same bytes of " + changes.moved()
                        + " of them under another name. Back again: " + changes.backAgain() + ". Changed: "
                        + changes.changed()
                        + ". What is gone counts in no equation, and what was recorded of it stays.");
        if (!report.gone().isEmpty()) {
            String first = changes.gone() > report.gone().size()
                    ? ", the first " + report.gone().size()
                    : "";
            page.table("Names that are gone" + first, "Path", "The same bytes are now at");
            report.gone().forEach(name -> page.row(name.path(), name.movedTo()));
            page.endTable();
        }
    }
}
