package org.photoledger.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parts of the page that tell how the run was made, where the ledger ends, and how to check the page. */
final class OriginSection {

    private static final int VALUE_CHARS = 20_000;

    private OriginSection() {}

    static void write(HtmlWriter page, RunReport report) {
        page.section("origin");
        page.note("origin.note");
        page.table("t-facts", page.sentence("origin.table"), List.of("column.fact", "column.value"));
        report.facts().forEach((name, value) -> {
            if (!name.equals(RunReport.SETTINGS) && !name.equals(RunReport.SLOWEST)) {
                page.row(label(page, name), value(value));
            }
        });
        page.endTable();
        settings(page, report.facts().get(RunReport.SETTINGS));
        page.endSection();
        check(page, report);
    }

    /** Runs of earlier releases kept only their digest. */
    private static void settings(HtmlWriter page, @Nullable Object kept) {
        if (kept instanceof Map<?, ?> settings) {
            page.table("t-settings", page.sentence("settings.table"), List.of("column.setting", "column.value"));
            settings.forEach((key, value) -> page.row(key(String.valueOf(key)), value(value)));
            page.endTable();
        }
    }

    /** A long key may go on in the next line behind each of its words. */
    private static Cell key(String key) {
        return new Cell("words", Cell.code(key).markup().replaceAll("(?<=[a-z])[.-]", "$0<wbr>"));
    }

    private static Cell label(HtmlWriter page, String name) {
        String words = page.words().of("fact.", name);
        // a long name may go on in the next line before each of its words
        String code = "<code dir=\"ltr\">" + Cell.escaped(name).replaceAll("(?=\\p{Lu})", "<wbr>") + "</code>";
        return new Cell("words", words.equals(name) ? code : Cell.escaped(words) + " " + code);
    }

    private static Cell value(@Nullable Object value) {
        if (value == null) {
            return Cell.none();
        }
        String text = value instanceof Collection<?> items
                ? items.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : value.toString();
        String shown = text.substring(0, Math.min(text.length(), VALUE_CHARS));
        return text.isEmpty() ? Cell.none() : new Cell("text", "<bdi dir=\"ltr\">" + Cell.escaped(shown) + "</bdi>");
    }

    private static void check(HtmlWriter page, RunReport report) {
        Map<String, @Nullable Object> facts = report.facts();
        page.section("check");
        page.element("p", "check.sums");
        page.element("p", "check.verify");
        Object hash = facts.get(RunReport.LEDGER_HASH);
        if (hash != null && facts.get(RunReport.LEDGER_LINE) instanceof Number line) {
            page.element("p", "check.ledger", Cell.number(line.longValue()), Cell.code(hash.toString()));
        }
        page.endSection();
    }
}
