package org.photoledger.report;

import org.jspecify.annotations.Nullable;

/** Writes HTML; every text is escaped and made printable on its way in, whatever it holds. */
final class HtmlWriter {

    private final StringBuilder page = new StringBuilder();

    /** Markup of our own. */
    void raw(String markup) {
        page.append(markup);
    }

    void element(String name, String text) {
        page.append('<')
                .append(name)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append(">\n");
    }

    void table(String caption, String... columns) {
        page.append("<table>\n<caption>").append(escaped(caption)).append("</caption>\n<tr>");
        for (String column : columns) {
            page.append("<th scope=\"col\">").append(escaped(column)).append("</th>");
        }
        page.append("</tr>\n");
    }

    void row(@Nullable Object... cells) {
        page.append("<tr>");
        for (Object cell : cells) {
            String kind = cell instanceof Number ? "number" : "path";
            String text = cell == null ? "" : cell.toString();
            page.append("<td class=\"")
                    .append(kind)
                    .append("\">")
                    .append(escaped(text))
                    .append("</td>");
        }
        page.append("</tr>\n");
    }

    void endTable() {
        page.append("</table>\n");
    }

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        PrintableText.of(text).chars().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append((char) c);
            }
        });
        return escaped.toString();
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
