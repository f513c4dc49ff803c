package org.photoledger.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of the page that tells how long each step took, and how much it did in that time. */
final class TimesSection {

    private TimesSection() {}

    static void write(HtmlWriter page, RunReport report) {
        page.section("times");
        page.element(
                "p",
                "times.run",
                Cell.seconds(report.run().seconds()),
                Cell.number(report.run().executions()));
        throughput(page, report.throughput());
        page.note("times.note");
        page.table(
                "t-times",
                page.sentence("times.table"),
                List.of(
                        "column.step",
                        "column.launch",
                        "column.status",
                        "column.time",
                        "column.read",
                        "column.written",
                        "column.rate",
                        "column.chunks",
                        "column.rollbacks"));
        page.list(
                report.steps(),
                report.steps().size(),
                step -> new Cell[] {
                    Cell.code(step.name()),
                    Cell.number(step.launch()),
                    Cell.code(step.status()),
                    Cell.seconds(step.seconds()),
                    Cell.number(step.read()),
                    Cell.number(step.written()),
                    Cell.rate(step.rate()),
                    Cell.number(step.commits()),
                    Cell.number(step.rollbacks())
                },
                "list.json");
        slowest(page, report.facts().get(RunReport.SLOWEST));
        page.endSection();
    }

    /** Runs of earlier releases kept none. */
    private static void slowest(HtmlWriter page, @Nullable Object kept) {
        if (kept instanceof Collection<?> files && !files.isEmpty()) {
            page.note("slowest.note");
            page.table("t-slowest", page.sentence("slowest.table"), List.of("column.path", "column.milliseconds"));
            for (Object file : files) {
                if (file instanceof Map<?, ?> slow && slow.get("milliseconds") instanceof Number time) {
                    page.row(Cell.path(String.valueOf(slow.get("path"))), Cell.number(time.longValue()));
                }
            }
            page.endTable();
        }
    }

    private static void throughput(HtmlWriter page, RunReport.Throughput done) {
        if (done.seconds() > 0 && done.files() > 0) {
            page.element(
                    "p",
                    "times.throughput",
                    Cell.number(done.files()),
                    Cell.bytes(done.bytes()),
                    Cell.seconds(done.seconds()),
                    Cell.rate(done.files() / done.seconds()),
                    Cell.bytes(Math.round(done.bytes() / done.seconds())));
        }
    }
}
