package org.photoledger.report;

import java.util.List;
import java.util.function.Function;

/** Writes the page in one language; what is no markup of ours comes as a {@link Cell} or as a key of {@link Words}. */
final class HtmlWriter {

    /** Rows of a list that the page shows at most; the rest is in the CSV and the JSON. */
    static final int ROWS = 300;

    /** The same in characters, for rows of any length: so that no leak makes a page that does not open. */
    static final int ROW_CHARS = 120_000;

    private final Words words;
    private final StringBuilder page = new StringBuilder();
    private int rowsBegin;
    private int width;

    HtmlWriter(Words words) {
        this.words = words;
    }

    Words words() {
        return words;
    }

    /** Markup of our own. */
    void raw(String markup) {
        page.append(markup);
    }

    /** A sentence in an element. */
    void element(String name, String key, Cell... values) {
        page.append('<').append(name).append('>').append(sentence(key, values));
        page.append("</").append(name).append(">\n");
    }

    /** What the numbers below count. */
    void note(String key, Cell... values) {
        page.append("<p class=\"note\">").append(sentence(key, values)).append("</p>\n");
    }

    /** Begins the part of the page that a link leads to. */
    void section(String id) {
        page.append("<section>\n<h2 id=\"").append(id).append("\">");
        page.append(sentence(id + ".title")).append("</h2>\n");
    }

    void endSection() {
        page.append("</section>\n");
    }

    String sentence(String key, Cell... values) {
        String sentence = Cell.words(words.text(key)).markup();
        for (int at = 0; at < values.length; at++) {
            sentence = sentence.replace("{" + at + "}", values[at].markup());
        }
        return sentence;
    }

    /** A table in a region of its own, which scrolls and takes the keyboard's focus where it is wider than the page. */
    void table(String id, String caption, List<String> columns) {
        page.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"")
                .append(id)
                .append("\">");
        page.append("\n<table>\n<caption id=\"")
                .append(id)
                .append("\">")
                .append(caption)
                .append("</caption>\n");
        page.append("<thead><tr>");
        columns.forEach(column ->
                page.append("<th scope=\"col\">").append(sentence(column)).append("</th>"));
        page.append("</tr></thead>\n<tbody>\n");
        rowsBegin = page.length();
        width = columns.size();
    }

    void row(Cell... cells) {
        page.append("<tr><th scope=\"row\">").append(cells[0].markup()).append("</th>");
        for (int at = 1; at < cells.length; at++) {
            page.append("<td class=\"").append(cells[at].kind()).append("\">");
            page.append(cells[at].markup()).append("</td>");
        }
        page.append("</tr>\n");
    }

    void endTable() {
        if (page.length() == rowsBegin) {
            page.append("<tr><td class=\"none\" colspan=\"").append(width).append("\">");
            page.append(sentence("table.none")).append("</td></tr>\n");
        }
        page.append("</tbody>\n</table>\n</div>\n");
    }

    /** The first rows of a list of any length; where some are left out, a sentence says so and where all are. */
    <T> void list(List<T> rows, long all, Function<T, Cell[]> cells, String rest) {
        int begin = page.length();
        int shown = 0;
        while (shown < rows.size() && shown < ROWS && page.length() - begin < ROW_CHARS) {
            row(cells.apply(rows.get(shown)));
            shown++;
        }
        endTable();
        if (shown < all) {
            page.append("<p class=\"cut\">").append(sentence("list.cut", Cell.number(shown), Cell.number(all)));
            page.append(' ').append(sentence(rest)).append("</p>\n");
        }
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
