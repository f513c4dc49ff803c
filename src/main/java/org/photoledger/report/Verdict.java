package org.photoledger.report;

import org.photoledger.store.RunCounts;

/** The first sentence of the page: how the run ended, and what is to be done. */
final class Verdict {

    private Verdict() {}

    static void write(HtmlWriter page, RunReport report) {
        page.raw("<p class=\"verdict " + style(report) + "\">" + sentence(page, report) + "</p>\n");
    }

    private static String style(RunReport report) {
        return switch (report.run().status()) {
            case "COMPLETE" -> !report.books().closes() ? "bad" : lost(report) > 0 ? "attention" : "good";
            case "FAILED" -> "bad";
            default -> "attention";
        };
    }

    private static long lost(RunReport report) {
        return report.books().counts().quarantined() + report.books().counts().unreadable();
    }

    private static String sentence(HtmlWriter page, RunReport report) {
        RunCounts counts = report.books().counts();
        if (!report.books().closes()) {
            return page.sentence("verdict.open");
        }
        return switch (report.run().status()) {
            case "COMPLETE" ->
                lost(report) == 0
                        ? page.sentence("verdict.complete")
                        : page.sentence(
                                "verdict.lost", Cell.number(counts.quarantined()), Cell.number(counts.unreadable()));
            case "FAILED" ->
                page.sentence(
                        "verdict.failed",
                        Cell.code(String.valueOf(report.run().reason())),
                        Cell.number(counts.pending()));
            case "STOPPED" -> page.sentence("verdict.stopped", Cell.number(counts.pending()));
            default -> page.sentence("verdict.running", Cell.number(counts.pending()));
        };
    }
}
