package org.photoledger.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The report as one page: no script, no picture, no request to anywhere. */
final class HtmlReport {

    private static final List<String> SECTIONS = List.of(
            "books",
            "new",
            "lost",
            "copies",
            "photos",
            "cameras",
            "folders",
            "numbers",
            "findings",
            "times",
            "origin",
            "check");

    private HtmlReport() {}

    static String render(RunReport report, Words words) {
        HtmlWriter page = new HtmlWriter(words);
        head(page, report);
        page.raw("<body>\n<a class=\"skip\" href=\"#main\">" + page.sentence("skip") + "</a>\n");
        header(page, report);
        page.raw("<main id=\"main\" tabindex=\"-1\">\n");
        BooksSection.write(page, report);
        ChangesSection.write(page, report);
        LossesSection.write(page, report);
        CopiesSection.write(page, report);
        PhotosSection.write(page, report);
        NumbersSection.write(page, report);
        FindingsSection.write(page, report.findings());
        TimesSection.write(page, report);
        OriginSection.write(page, report);
        page.raw("</main>\n</body>\n</html>\n");
        return page.toString();
    }

    private static void head(HtmlWriter page, RunReport report) {
        ReportLanguage language = page.words().language();
        page.raw("<!DOCTYPE html>\n<html lang=\"" + language.tag() + "\" dir=\"" + language.direction()
                + "\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.raw(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.raw("<meta name=\"referrer\" content=\"no-referrer\">\n");
        page.raw("<title>"
                + Cell.escaped(page.words()
                        .text("title")
                        .replace("{0}", Long.toString(report.run().number()))
                        .replace("{1}", report.run().sourceName()))
                + "</title>\n");
        page.raw("<style>\n" + style() + "</style>\n</head>\n");
    }

    private static void header(HtmlWriter page, RunReport report) {
        page.raw("<header>\n");
        page.element(
                "h1",
                "title",
                Cell.number(report.run().number()),
                Cell.text(report.run().sourceName()));
        Verdict.write(page, report);
        page.raw("<nav aria-label=\"" + page.sentence("contents") + "\">\n<ul>\n");
        for (String section : SECTIONS) {
            page.raw("<li><a href=\"#" + section + "\">" + page.sentence(section + ".title") + "</a></li>\n");
        }
        page.raw("</ul>\n</nav>\n</header>\n");
    }

    private static String style() {
        try (InputStream file = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
