package org.photoledger.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.photoledger.store.OutcomeCount;
import org.photoledger.store.RunCounts;

/** The part of the page that proves that every name has exactly one outcome. */
final class BooksSection {

    private static final List<String> OUTCOMES =
            List.of("recorded", "duplicate", "container", "ignored", "unreadable", "quarantined", "pending");

    private BooksSection() {}

    static void write(HtmlWriter page, RunReport report) {
        Map<String, Long> counts = report.books().counts().byName();
        page.section("books");
        equation(page, "names", List.of("unchanged", "found"), counts);
        equation(page, "found", OUTCOMES, counts);
        page.element("p", report.books().closes() ? "books.close" : "books.open");
        page.note("books.note");
        chart(page, report.books().counts(), counts);
        outcomes(page, report.books());
        if (report.books().takenUpLater() > 0) {
            page.note("books.later", Cell.number(report.books().takenUpLater()));
        }
        page.endSection();
    }

    private static void equation(HtmlWriter page, String sum, List<String> terms, Map<String, Long> counts) {
        page.raw("<p class=\"equation\">" + term(page, sum, counts));
        for (int at = 0; at < terms.size(); at++) {
            page.raw((at == 0 ? " = " : " + ") + term(page, terms.get(at), counts));
        }
        page.raw("</p>\n");
    }

    private static String term(HtmlWriter page, String name, Map<String, Long> counts) {
        return "<span class=\"term\"><b>" + counts.get(name) + "</b> " + page.sentence("count." + name) + "</span>";
    }

    private static void chart(HtmlWriter page, RunCounts all, Map<String, Long> counts) {
        if (all.found() == 0) {
            return;
        }
        List<Chart.Part> parts = new ArrayList<>();
        for (String outcome : OUTCOMES) {
            long number = counts.getOrDefault(outcome, 0L);
            if (number > 0) {
                parts.add(new Chart.Part(page.words().text("count." + outcome), number, outcome));
            }
        }
        page.raw("<figure>\n");
        page.element("figcaption", "books.chart");
        Chart.bar(page, page.sentence("books.chart.label", Cell.number(all.found())), parts);
        page.raw("</figure>\n");
    }

    private static void outcomes(HtmlWriter page, RunReport.Books books) {
        page.table(
                "t-outcomes",
                page.sentence("books.table"),
                List.of("column.outcome", "column.reason", "column.files", "column.bytes", "column.means"));
        for (OutcomeCount files : books.outcomes()) {
            String reason = files.reason();
            page.row(
                    Cell.code(files.outcome()),
                    reason == null ? Cell.none() : Cell.code(reason),
                    Cell.number(files.files()),
                    Cell.bytes(files.bytes()),
                    Cell.words(
                            reason == null
                                    ? page.words().of("outcome.", files.outcome())
                                    : page.words().of("reason.", reason)));
        }
        page.endTable();
    }
}
