package org.photoledger.report;

import java.util.List;
import java.util.Locale;

/** Charts as shapes without a letter in them: what they show is told by their label, by the words beside them and by a table. */
final class Chart {

    private static final int HEIGHT = 100;
    private static final double GAP = 0.15;

    private Chart() {}

    /**
     * A part of a bar, or a column.
     *
     * @param style class of the style sheet that colours it
     */
    record Part(String name, long number, String style) {}

    /** One bar whose parts are as long as their numbers. */
    static void bar(HtmlWriter page, String label, List<Part> parts) {
        double all = Math.max(1, parts.stream().mapToLong(Part::number).sum());
        open(page, label, "bar", 100);
        double at = 0;
        for (Part part : parts) {
            double width = 100 * part.number / all;
            shape(page, part, new double[] {at, 0, width, HEIGHT});
            at += width;
        }
        page.raw("</svg>\n");
        legend(page, parts);
    }

    private static void legend(HtmlWriter page, List<Part> parts) {
        page.raw("<ul class=\"legend\">\n");
        for (Part part : parts) {
            page.raw("<li><span class=\"swatch " + part.style + "\"></span>" + Cell.escaped(part.name) + " <b>"
                    + part.number + "</b></li>\n");
        }
        page.raw("</ul>\n");
    }

    /** Columns in the order of time, from left to right in every language. */
    static void columns(HtmlWriter page, String label, List<Part> columns) {
        long most = Math.max(1, columns.stream().mapToLong(Part::number).max().orElse(1));
        page.raw("<div class=\"axis\" dir=\"ltr\" aria-hidden=\"true\"><span>" + most + "</span></div>\n");
        open(page, label, "columns", columns.size());
        for (int at = 0; at < columns.size(); at++) {
            double height = (double) HEIGHT * columns.get(at).number / most;
            shape(page, columns.get(at), new double[] {at + GAP / 2, HEIGHT - height, 1 - GAP, height});
        }
        page.raw("</svg>\n<div class=\"axis\" dir=\"ltr\" aria-hidden=\"true\"><span>"
                + Cell.escaped(columns.get(0).name) + "</span><span>"
                + Cell.escaped(columns.get(columns.size() - 1).name) + "</span></div>\n");
    }

    private static void open(HtmlWriter page, String label, String style, int width) {
        page.raw("<svg class=\"" + style + "\" role=\"img\" aria-label=\"" + label + "\" viewBox=\"0 0 " + width + " "
                + HEIGHT + "\" preserveAspectRatio=\"none\">\n");
    }

    private static void shape(HtmlWriter page, Part part, double[] box) {
        if (part.number > 0) {
            page.raw(String.format(
                    Locale.ROOT,
                    "<rect class=\"%s\" x=\"%.3f\" y=\"%.3f\" width=\"%.3f\" height=\"%.3f\"><title>%s: %d</title></rect>%n",
                    part.style,
                    box[0],
                    box[1],
                    box[2],
                    box[3],
                    Cell.escaped(part.name),
                    part.number));
        }
    }
}
