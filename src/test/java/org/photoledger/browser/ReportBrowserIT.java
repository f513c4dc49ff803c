package org.photoledger.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The report's page as a reader sees it, in a real Chromium; pictures of it are left in {@code target/browser}. */
class ReportBrowserIT {

    private static final int FILES = 55_000;
    private static final int FEW = 90;
    private static final long MOST_BYTES = 5_000_000;
    private static final Path PICTURES = Path.of("target", "browser");

    /** Elements whose box ends outside the page, except in a region that scrolls. */
    private static final String OUTSIDE = """
            () => [...document.querySelectorAll('body *')]
                .filter(e => !e.closest('.skip') && (matchMedia('print').matches || !e.closest('.scroll *')))
                .filter(e => { const box = e.getBoundingClientRect();
                    return box.width > 0 && (box.left < -1 || box.right > document.documentElement.clientWidth + 1); })
                .map(e => e.outerHTML.slice(0, 120))""";

    @TempDir
    private static Path folder = Path.of("");

    private static @Nullable Chromium chromium;

    @BeforeAll
    static void reports() throws IOException {
        Files.createDirectories(PICTURES);
        SyntheticRun.write(folder.resolve("few"), FEW);
        SyntheticRun.write(folder.resolve("many"), FILES);
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        Objects.requireNonNull(chromium).close();
    }

    private static Path file(String run, String language) {
        return folder.resolve(run).resolve(language).resolve("run-1.html");
    }

    private static BrowserContext context(Browser.NewContextOptions options) {
        return Objects.requireNonNull(chromium).browser().newContext(options);
    }

    private static Page opened(BrowserContext context, Path file) {
        Page page = context.newPage();
        page.navigate(file.toUri().toString());
        return page;
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"few", "many"})
    void itOpensWithoutANetworkAndAsksForNothingButItself(String run) {
        try (BrowserContext context = context(new Browser.NewContextOptions().setOffline(true))) {
            List<String> requests = new ArrayList<>();
            List<String> complaints = new ArrayList<>();
            context.onRequest(request -> requests.add(request.url()));
            context.onConsoleMessage(message -> complaints.add(message.text()));
            Page page = opened(context, file(run, "en"));
            assertThat(page.title()).startsWith("Run 1 of ");
            assertThat(requests).containsExactly(file(run, "en").toUri().toString());
            assertThat(complaints).isEmpty();
            assertThat(page.locator("script, img, iframe, link, object").count())
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"en,LIGHT", "en,DARK", "ar,LIGHT", "ar,DARK"})
    void axeFindsNothing(String language, ColorScheme colours) {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setColorScheme(colours)
                // axe puts a script of its own into the page
                .setBypassCSP(true);
        try (BrowserContext context = context(options)) {
            Page page = opened(context, file("few", language));
            picture(page, language + "-" + colours);
            List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
            assertThat(violations)
                    .as(violations.stream()
                            .map(rule ->
                                    rule.getId() + " " + rule.getNodes().get(0).getHtml())
                            .toList()
                            .toString())
                    .isEmpty();
            assertThat(page.evaluate("() => getComputedStyle(document.documentElement).backgroundColor"))
                    .isEqualTo(colours == ColorScheme.DARK ? "rgb(20, 23, 26)" : "rgb(255, 255, 255)");
        }
    }

    @ParameterizedTest
    @CsvSource({"en,360", "en,1280", "en,1920", "ar,360", "ar,1280", "ar,1920"})
    void nothingIsWiderThanThePage(String language, int width) {
        try (BrowserContext context = context(new Browser.NewContextOptions().setViewportSize(width, 800))) {
            Page page = opened(context, file("few", language));
            picture(page, language + "-" + width);
            assertThat((List<?>) page.evaluate(OUTSIDE)).isEmpty();
            assertThat(page.evaluate(
                            "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .isEqualTo(true);
        }
    }

    /** A4 with the browser's margins is 718 pixels wide. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void onPaperEverythingIsOnThePage(String language) throws IOException {
        try (BrowserContext context = context(new Browser.NewContextOptions().setViewportSize(718, 1000))) {
            Page page = opened(context, file("few", language));
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            picture(page, language + "-print");
            assertThat((List<?>) page.evaluate(OUTSIDE)).isEmpty();
            Path pdf = PICTURES.resolve(language + ".pdf");
            page.pdf(new Page.PdfOptions().setPath(pdf).setFormat("A4"));
            assertThat(Files.size(pdf)).isPositive();
        }
    }

    @Test
    void theNamesOfAPathStandFromLeftToRightInAPageThatIsReadFromRightToLeft() {
        try (BrowserContext context = context(new Browser.NewContextOptions().setViewportSize(1920, 1000))) {
            Page page = opened(context, file("few", "ar"));
            Object ordered = page.evaluate("""
                    () => [...document.querySelectorAll('.path')].filter(path => {
                        const range = document.createRange();
                        const lefts = [];
                        const texts = document.createTreeWalker(path, NodeFilter.SHOW_TEXT);
                        while (texts.nextNode()) {
                            range.selectNodeContents(texts.currentNode);
                            const box = range.getClientRects()[0];
                            lefts.push([Math.round(box.top), box.left]);
                        }
                        return lefts.some((at, i) => i > 0 && Math.abs(at[0] - lefts[i - 1][0]) < 3 && at[1] < lefts[i - 1][1]);
                    }).map(path => path.textContent)""");
            assertThat((List<?>) ordered).isEmpty();
            assertThat(page.locator(".path bdi").count()).isPositive();
        }
    }

    @Test
    void theKeyboardFindsTheWayToTheContentAndIntoEachTable() {
        try (BrowserContext context = context(new Browser.NewContextOptions().setViewportSize(360, 800))) {
            Page page = opened(context, file("few", "en"));
            page.keyboard().press("Tab");
            assertThat(page.evaluate("() => document.activeElement.className")).isEqualTo("skip");
            assertThat(page.evaluate("() => document.activeElement.getBoundingClientRect().left >= 0"))
                    .isEqualTo(true);
            page.keyboard().press("Enter");
            assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("main");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("() => document.activeElement.className")).isEqualTo("scroll");
            assertThat(page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle"))
                    .isEqualTo("solid");
            assertThat(page.locator(".scroll").count())
                    .isEqualTo(page.locator("table").count());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void aReportOfFiftyFiveThousandFilesStaysSmallAndSaysWhatItLeavesOut(String language) throws IOException {
        Path file = file("many", language);
        assertThat(Files.size(file)).isLessThan(MOST_BYTES);
        try (BrowserContext context = context(new Browser.NewContextOptions().setViewportSize(1280, 800))) {
            Page page = opened(context, file);
            System.out.printf(
                    "%s: %,d bytes, loaded in %s ms%n",
                    file.getFileName(),
                    Files.size(file),
                    page.evaluate("() => Math.round(performance.getEntriesByType('navigation')[0].loadEventEnd)"));
            assertThat(page.locator(".cut").count()).isGreaterThan(9);
            assertThat((List<?>) page.evaluate(OUTSIDE)).isEmpty();
        }
        try (var lines = Files.lines(file.resolveSibling("run-1.csv"))) {
            assertThat(lines.count()).isEqualTo(FILES + 1);
        }
    }
}
