package org.photoledger.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.photoledger.store.CopySpace;
import org.photoledger.store.DuplicateCounts;

/** The part of the page that tells of copies: exact ones, and photos that look alike. */
final class CopiesSection {

    private static final String EXACT = "EXACT";

    private CopiesSection() {}

    static void write(HtmlWriter page, RunReport report) {
        DuplicateCounts counts = report.copies().counts();
        page.section("copies");
        page.element("p", "copies.run", Cell.number(report.books().counts().duplicate()));
        page.note("copies.note");
        bands(page, report.copies());
        page.element(
                "p",
                "copies.clusters",
                Cell.number(counts.clustered()),
                Cell.number(counts.clusters()),
                Cell.number(counts.suspicious()),
                Cell.number(counts.hubs()));
        page.element(
                "p", "copies.hashless", Cell.number(counts.withoutHash()), Cell.number(counts.ofAnotherAlgorithm()));
        page.endSection();
    }

    private static void bands(HtmlWriter page, RunReport.Copies copies) {
        Map<String, CopySpace> space = new LinkedHashMap<>();
        // the same order whichever of them take space
        space.put(EXACT, new CopySpace(EXACT, 0, 0));
        copies.counts().pairs().keySet().forEach(band -> space.put(band, new CopySpace(band, 0, 0)));
        copies.space().forEach(band -> space.put(band.band(), band));
        page.table(
                "t-copies",
                page.sentence("copies.table"),
                List.of("column.band", "column.pairs", "column.copies", "column.space", "column.means"));
        space.forEach((band, copied) -> {
            Long pairs = copies.counts().pairs().get(band);
            page.row(
                    Cell.code(band),
                    pairs == null ? Cell.none() : Cell.number(pairs),
                    Cell.number(Objects.requireNonNull(copied).copies()),
                    Cell.bytes(copied.bytes()),
                    Cell.words(page.words().of("band.", band)));
        });
        page.endTable();
    }
}
