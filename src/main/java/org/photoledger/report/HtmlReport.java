package org.photoledger.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.photoledger.store.DuplicateCounts;
import org.photoledger.store.ReportReader;
import org.photoledger.store.RunCounts;

/** The report as one plain page: no script, no picture, no request to anywhere. */
final class HtmlReport {

    private static final String STYLE = """
            :root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.45; }
            body { max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
            table { border-collapse: collapse; margin: 1rem 0; }
            caption { text-align: start; font-weight: 600; padding-block: .3rem; }
            th, td { border: 1px solid #8886; padding: .2rem .6rem; text-align: start; vertical-align: top; }
            td.number { text-align: end; font-variant-numeric: tabular-nums; }
            td.path { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
            @media print { body { margin: 0; max-width: none; } tr { break-inside: avoid; } }
            """;

    private HtmlReport() {}

    static String render(RunReport report) {
        RunCounts counts = report.counts();
        HtmlWriter page = new HtmlWriter();
        page.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.raw(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.element(
                "title",
                "Run " + report.facts().get("run") + " of " + report.facts().get("source"));
        page.raw("<style>\n" + STYLE + "</style>\n</head>\n<body>\n<main>\n");
        page.element(
                "h1",
                "Run " + report.facts().get("run") + " of " + report.facts().get("source") + ": "
                        + report.facts().get("status"));
        page.element("h2", "The books");
        page.element(
                "p", counts.names() + " names = " + counts.unchanged() + " unchanged + " + counts.found() + " found");
        page.element(
                "p",
                counts.found() + " found = " + counts.recorded() + " recorded + " + counts.duplicate() + " duplicate + "
                        + counts.container() + " container + " + counts.ignored() + " ignored + " + counts.unreadable()
                        + " unreadable + " + counts.quarantined() + " quarantined + " + counts.pending() + " pending");
        page.element("p", report.closes() ? "Both equations hold." : "The books do NOT close.");
        ChangesSection.write(page, report);
        losses(page, report.losses());
        counted(page, "Reasons of files that are not recorded", report.reasons());
        duplicates(page, counts, report.duplicates());
        photos(page, report);
        ledger(page, report.facts());
        facts(page, report.facts());
        page.raw("</main>\n</body>\n</html>\n");
        return page.toString();
    }

    private static void duplicates(HtmlWriter page, RunCounts counts, DuplicateCounts linked) {
        page.element("h2", "Duplicates");
        page.element("p", counts.duplicate() + " files of this run are exact copies of a recorded photo.");
        counted(page, "Pairs of the whole home by band", linked.pairs());
        page.element(
                "p",
                linked.clustered() + " photos of the home form " + linked.clusters() + " clusters, "
                        + linked.suspicious()
                        + " of them suspicious: large, of little detail, or around a hub. " + linked.hubs()
                        + " photos are hubs: they have more near photos than are kept as pairs.");
        page.element(
                "p",
                linked.withoutHash() + " photos have no perceptual hash and are linked by digests only; "
                        + linked.ofAnotherAlgorithm()
                        + " have one of an older algorithm, which is compared with none (photoledger retry RUN --part hash).");
    }

    private static void photos(HtmlWriter page, RunReport report) {
        page.element("h2", "Photos");
        counted(page, "Media types", report.mediaTypes());
        counted(page, "Decoding", report.decodes());
        counted(page, "Text", report.texts());
        cameras(page, report.cameras());
        counted(page, "Findings by code", report.findings());
    }

    private static void losses(HtmlWriter page, List<RunReport.Loss> losses) {
        page.element("h2", "Files that were quarantined or could not be read");
        if (losses.isEmpty()) {
            page.element("p", "None.");
            return;
        }
        page.table("Every such file of this run", "Path", "Outcome", "Reason", "What to do");
        losses.forEach(loss -> page.row(loss.path(), loss.outcome(), loss.reason(), loss.advice()));
        page.endTable();
    }

    private static void counted(HtmlWriter page, String caption, Map<String, Long> counts) {
        if (!counts.isEmpty()) {
            page.table(caption, "What", "Number");
            counts.forEach(page::row);
            page.endTable();
        }
    }

    private static void cameras(HtmlWriter page, List<ReportReader.Camera> cameras) {
        page.table("Cameras", "Make", "Model", "Serial number", "Photos", "First capture time", "Last capture time");
        cameras.forEach(camera -> page.row(
                camera.make(), camera.model(), camera.serialNumber(), camera.photos(), camera.first(), camera.last()));
        page.endTable();
    }

    private static void ledger(HtmlWriter page, Map<String, @Nullable Object> facts) {
        if (facts.get(RunReport.LEDGER_HASH) != null) {
            page.element("h2", "The ledger");
            page.element(
                    "p",
                    "It ends with line " + facts.get(RunReport.LEDGER_LINE) + ", whose hash is "
                            + facts.get(RunReport.LEDGER_HASH)
                            + ". Keep this page apart from the home: a ledger that was cut or written anew has another line there.");
        }
    }

    private static void facts(HtmlWriter page, Map<String, @Nullable Object> facts) {
        page.element("h2", "How this run was made");
        page.table("Parameters, versions and launches", "Fact", "Value");
        facts.forEach((name, value) -> page.row(name, value == null ? null : value.toString()));
        page.endTable();
    }
}
