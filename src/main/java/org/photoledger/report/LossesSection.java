package org.photoledger.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The part of the page that names every file which may be a photo and is not recorded, with what to do about it. */
final class LossesSection {

    private LossesSection() {}

    static void write(HtmlWriter page, RunReport report) {
        page.section("lost");
        if (report.losses().isEmpty()) {
            page.element("p", "lost.none");
        } else {
            page.note("lost.note", Cell.path(String.valueOf(report.facts().get("sourceRoot"))));
            Map<String, List<RunReport.Loss>> byReason = report.losses().stream()
                    .collect(Collectors.groupingBy(RunReport.Loss::reason, TreeMap::new, Collectors.toList()));
            byReason.forEach((reason, losses) -> reason(page, reason, losses));
        }
        page.endSection();
    }

    private static void reason(HtmlWriter page, String reason, List<RunReport.Loss> losses) {
        page.raw("<h3>" + Cell.code(reason).markup() + "</h3>\n");
        page.raw("<p>" + Cell.words(page.words().of("reason.", reason)).markup() + "</p>\n");
        page.raw("<p class=\"advice\"><b>" + page.sentence("lost.advice") + "</b> "
                + Cell.words(page.words().advice(reason)).markup() + "</p>\n");
        page.table(
                "t-lost-" + reason,
                page.sentence("lost.table", Cell.code(reason), Cell.number(losses.size())),
                List.of("column.path", "column.outcome", "column.bytes", "column.attempts", "column.digest"));
        page.list(
                losses,
                losses.size(),
                loss -> new Cell[] {
                    Cell.path(loss.path()),
                    Cell.code(loss.outcome()),
                    Cell.bytes(loss.bytes()),
                    Cell.number(loss.attempts()),
                    Cell.digest(loss.sha256())
                },
                "list.csv");
    }
}
