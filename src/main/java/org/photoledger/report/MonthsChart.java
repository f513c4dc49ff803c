package org.photoledger.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.photoledger.store.MonthCount;

/** Photos per month as a chart and a table; per year in the chart where the months would be too many to see. */
final class MonthsChart {

    private static final int COLUMNS = 240;
    private static final int MONTH_CHARS = 7;

    private MonthsChart() {}

    static void write(HtmlWriter page, List<MonthCount> months) {
        List<Chart.Part> columns = columns(months);
        if (columns.size() > 1) {
            long dated = columns.stream().mapToLong(Chart.Part::number).sum();
            page.raw("<figure>\n");
            page.element("figcaption", byMonth(columns) ? "months.chart" : "months.years");
            Chart.columns(
                    page,
                    page.sentence(
                            "months.label",
                            Cell.number(dated),
                            Cell.words(columns.get(0).name()),
                            Cell.words(columns.get(columns.size() - 1).name())),
                    columns);
            page.raw("</figure>\n");
        }
        table(page, months);
    }

    private static boolean byMonth(List<Chart.Part> columns) {
        return columns.get(0).name().length() == MONTH_CHARS;
    }

    /** Without gaps: a month without a photo is a column of no height. What tells no month is in the table alone. */
    static List<Chart.Part> columns(List<MonthCount> months) {
        SortedMap<YearMonth, Long> known = new TreeMap<>();
        for (MonthCount count : months) {
            YearMonth month = month(count.month());
            if (month != null) {
                known.merge(month, count.photos(), Long::sum);
            }
        }
        if (known.isEmpty()) {
            return List.of();
        }
        List<Chart.Part> columns = filled(known, 1);
        return columns.size() > COLUMNS ? years(known) : columns;
    }

    private static List<Chart.Part> filled(SortedMap<YearMonth, Long> known, int step) {
        List<Chart.Part> columns = new ArrayList<>();
        YearMonth last = known.lastKey();
        for (YearMonth month = known.firstKey(); !month.isAfter(last); month = month.plusMonths(step)) {
            String name = step == 1 ? month.toString() : month.toString().substring(0, 4);
            columns.add(new Chart.Part(name, known.getOrDefault(month, 0L), "recorded"));
        }
        return columns;
    }

    private static List<Chart.Part> years(SortedMap<YearMonth, Long> known) {
        SortedMap<YearMonth, Long> years = new TreeMap<>();
        known.forEach((month, photos) -> years.merge(month.withMonth(1), photos, Long::sum));
        return filled(years, 12);
    }

    private static @Nullable YearMonth month(@Nullable String text) {
        return text != null && text.matches("[0-9]{4}-(0[1-9]|1[0-2])") ? YearMonth.parse(text) : null;
    }

    private static void table(HtmlWriter page, List<MonthCount> months) {
        page.table("t-months", page.sentence("months.table"), List.of("column.month", "column.photos"));
        page.list(
                months,
                months.size(),
                count -> new Cell[] {
                    count.month() == null ? Cell.words(page.words().text("months.none")) : Cell.text(count.month()),
                    Cell.number(count.photos())
                },
                "list.json");
    }
}
