package sourcebook.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;

/// Reading: pages as images with words and marks over them, finding, the way on, saved pages in their parts.
@Tag("browser")
class ReadingTest {
    private static final String ASKED = "?q=%22party+school%22";
    private static final Pattern IMAGE = Pattern.compile("/pages/(\\d+)/image");
    /// Of the page: a mark is drawn a little around the words.
    private static final double NEAR = 0.006;

    @TempDir
    static Path archive;

    private static Stage stage;
    private static String report;
    private static String book;
    private static String web;

    @BeforeAll
    static void start() {
        SamplePages.write(archive);
        stage = new Stage(archive, SamplePages.documents());
        SearchEngine engine = stage.bean(SearchEngine.class);
        Stage.until("all four are found", () -> engine.size() == 4);
        report = document("\"party school\" cadres");
        book = document(SamplePages.HIT);
        web = document("\"harbour fee\"");
    }

    private static String document(String query) {
        return "document/"
                + stage.bean(SearchEngine.class)
                        .search(SearchRequest.of(query))
                        .results()
                        .getFirst()
                        .id()
                        .shortForm();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @AfterEach
    void quiet() {
        stage.closePages();
        stage.assertNoComplaints();
    }

    @Test
    void theMarksOnAPageAreItsHits() {
        Page page = stage.open(report + ASKED + "&hit=2");
        assertThat(page.locator(".hit-label")).hasText("hit 2 of 4");
        Locator marks = page.locator(".sheet[data-page='2'] .mark");
        assertThat(marks).hasCount(2);
        assertThat(page.locator(".sheet[data-page='2'] .mark.now")).hasAttribute("data-hit", "1");
        assertThat(page.locator(".sheet[data-page='2'] .mark.now")).isInViewport();
        assertThat(page.locator("sb-strip b")).hasText(new String[] {"1", "2", "1"});
        Locator list = page.locator(".side .block-list", new Page.LocatorOptions().setHasText("Hits in this document"));
        assertThat(list.locator(".kwic")).hasCount(4);
        // each mark covers just the two words that stand one after the other on the printed page
        Object farthest = page.evaluate("""
                () => {
                  const sheet = document.querySelector('.sheet[data-page="2"]');
                  const words = [...sheet.querySelectorAll('.word')].map(({ word }) => word);
                  const wanted = words.flatMap((word, i) => word.text === 'party' && words[i + 1]?.text === 'school'
                    ? [[word.x, word.y, words[i + 1].x + words[i + 1].w, word.y + word.h]] : []);
                  const found = [...sheet.querySelectorAll('.mark')].map(({ style }) => {
                    const [x, y, w, h] = ['left', 'top', 'width', 'height'].map((name) => parseFloat(style[name]) / 100);
                    return [x, y, x + w, y + h];
                  });
                  if (wanted.length !== found.length) {
                    return wanted.length + ' pairs of words, ' + found.length + ' marks';
                  }
                  return Math.max(...wanted.flatMap((box, i) => box.map((side, k) => Math.abs(side - found[i][k]))));
                }
                """);
        assertTrue(farthest instanceof Number off && off.doubleValue() < NEAR, String.valueOf(farthest));
    }

    @Test
    void selectedWordsOfAnImageAreCitedAndCopied() {
        Page page = stage.open(report + ASKED + "&hit=1");
        select(page, 1, SamplePages.PASSAGE);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copy quote"))
                .click();
        assertEquals("“" + SamplePages.PASSAGE + "”", page.evaluate("navigator.clipboard.readText()"));
        select(page, 1, SamplePages.PASSAGE);
        page.keyboard().press("Control+c");
        page.waitForCondition(() -> SamplePages.PASSAGE.equals(page.evaluate("navigator.clipboard.readText()")));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cite passage"))
                .click();
        assertThat(page.locator("blockquote.quote")).containsText("“" + SamplePages.PASSAGE + "” p. 1");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(page.locator(".sheet[data-page='1'] .cited").first()).isVisible();
        select(page, 1, "the delegation asked that the");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Find like this"))
                .click();
        page.waitForURL("**/?like=*");
    }

    @Test
    void whatIsLookedForInADocumentReplacesItsHitsUntilItIsClosed() {
        Page page = stage.open(report + ASKED);
        assertThat(page.locator(".mark.now")).isVisible();
        page.keyboard().press("Control+f");
        Locator box = page.getByLabel("Find in this document").first();
        page.getByPlaceholder("Find in this document").fill("\"report would be\"");
        assertThat(page.locator(".found-here")).hasText(Pattern.compile("\\d+ hits"));
        page.waitForURL("**find=%22report*");
        assertThat(page.locator(".side .block-list h2").first()).hasText("Found in this document");
        Locator list =
                page.locator(".side .block-list", new Page.LocatorOptions().setHasText("Found in this document"));
        int found = list.locator(".kwic").count();
        assertEquals(found + " hits", page.locator(".found-here").innerText());
        page.keyboard().press("Enter");
        assertThat(page.locator(".hit-label")).hasText("hit 2 of " + found);
        page.waitForURL("**hit=2*");
        page.reload();
        assertThat(page.locator(".hit-label")).hasText("hit 2 of " + found);
        assertThat(page.getByPlaceholder("Find in this document")).hasValue("\"report would be\"");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Close finding"))
                .click();
        assertThat(page.locator(".hit-label")).hasText("hit 1 of 4");
        assertThat(page.locator(".mark.now")).hasCount(1); // in one line, what was looked for is in two
        assertThat(box).isHidden();
    }

    @Test
    void whatMayTakeLongIsLookedForWithEnterAndErrorsAreSaid() {
        Page page = stage.open(report + ASKED);
        assertThat(page.locator(".mark.now")).isVisible();
        page.keyboard().press("f");
        Locator box = page.getByPlaceholder("Find in this document");
        box.fill("committ* OR visit?rs");
        assertThat(page.locator(".enter-hint")).isVisible();
        assertThat(page.locator(".hit-label")).hasText("hit 1 of 4");
        page.keyboard().press("Enter");
        assertThat(page.locator(".found-here")).hasText(Pattern.compile("\\d+ hits"));
        assertThat(page.locator(".enter-hint")).isHidden();
        page.waitForURL("**find=committ*");
        box.fill("/school[/");
        page.keyboard().press("Enter");
        assertThat(page.locator(".find-notes")).containsText("column");
        assertThat(box).hasValue("/school[/");
        page.keyboard().press("Escape");
        assertThat(box).isHidden();
        assertThat(page.locator(".hit-label")).hasText("hit 1 of 4");
    }

    @Test
    void behindTheLastHitIsTheNextDocument() {
        Page page = stage.open(report + ASKED + "&hit=4");
        assertThat(page.locator(".mark.now")).isVisible();
        page.keyboard().press("j");
        assertThat(page.locator(".way")).containsText("That was the last hit here.");
        assertThat(page.locator(".way")).containsText("A letter about the school · 2 of 2 documents");
        assertThat(page.locator(".hit-label")).hasText("hit 4 of 4");
        page.keyboard().press("j");
        assertThat(page.locator(".side .doc-title")).hasText("A letter about the school");
        assertThat(page.locator("sb-reader mark.now")).hasText("party school");
        page.keyboard().press("j");
        assertThat(page.locator(".way")).containsText("of the last document found");
        page.keyboard().press("k");
        page.keyboard().press("k");
        assertThat(page.locator(".hit-label")).hasText("hit 4 of 4");
    }

    @Test
    void onlyPagesInSightAreAskedFor() {
        Page page = stage.open("about");
        Set<Integer> asked = ConcurrentHashMap.newKeySet();
        page.onRequest(request -> {
            Matcher image = IMAGE.matcher(request.url());
            if (image.find()) {
                asked.add(Integer.parseInt(image.group(1)));
            }
        });
        stage.go(page, book + "?q=" + SamplePages.HIT);
        assertThat(page.locator(".sheet[data-page='" + SamplePages.PAGE_OF_HIT + "'] .mark.now"))
                .isInViewport();
        assertThat(page.locator(".page-label"))
                .hasText("page " + SamplePages.PAGE_OF_HIT + " of " + SamplePages.LONG_PAGES);
        assertThat(page.locator("section.sheet")).hasCount(SamplePages.LONG_PAGES);
        assertTrue(asked.contains(SamplePages.PAGE_OF_HIT), asked.toString());
        assertTrue(asked.size() < 40, "asked for " + asked.size() + " pages: " + asked);
        page.keyboard().press("Home");
        assertThat(page.locator(".sheet[data-page='1'] img")).isVisible();
        assertThat(page.locator(".sheet[data-page='" + SamplePages.PAGE_OF_HIT + "'] img"))
                .hasCount(0);
        page.keyboard().press("End");
        assertThat(page.locator(".page-label")).hasText("page 300 of 300");
        page.waitForURL("**page=300*");
        page.reload();
        assertThat(page.locator(".sheet[data-page='300'] img")).isInViewport();
    }

    @Test
    void theKeyboardTurnsPagesAndChangesSizes() {
        Page page = stage.open(report + ASKED + "&hit=1");
        assertThat(page.locator(".sheet[data-page='1'] img")).isVisible();
        page.keyboard().press("n");
        assertThat(page.locator(".page-label")).hasText("page 2 of 3");
        page.keyboard().press("p");
        assertThat(page.locator(".page-label")).hasText("page 1 of 3");
        page.keyboard().press("g");
        page.getByLabel("Page, 1 to 3").fill("3");
        page.keyboard().press("Enter");
        assertThat(page.locator(".page-label")).hasText("page 3 of 3");
        page.keyboard().press("?");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("find in this document");
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        double before = page.locator(".sheet[data-page='3']").boundingBox().width;
        page.keyboard().press("+");
        page.keyboard().press("+");
        page.waitForCondition(() -> page.locator(".sheet[data-page='3']").boundingBox().width > before);
        page.getByLabel("Zoom").selectOption("page");
        page.waitForCondition(() -> {
            var fitting = page.locator(".sheet[data-page='3']").boundingBox();
            return fitting.height < 900 && fitting.height > fitting.width;
        });
        page.keyboard().press("r");
        page.waitForCondition(() -> {
            var turned = page.locator(".sheet[data-page='3']").boundingBox();
            return turned.width > turned.height;
        });
        assertThat(page.locator(".page-label")).hasText("page 3 of 3");
        page.keyboard().press("t");
        assertThat(page.locator("sb-reader mark").first()).hasText("party school");
        page.waitForURL("**view=text*");
        page.keyboard().press("t");
        assertThat(page.locator(".sheet.page img").first()).isVisible();
    }

    @Test
    void printedArePagesWithTheirMarks() {
        Page page = stage.open(report + ASKED + "&hit=1");
        assertThat(page.locator(".sheet[data-page='1'] .mark")).hasCount(1);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".sheet[data-page='1'] img")).isVisible();
        assertThat(page.locator(".sheet[data-page='1'] .mark")).isVisible();
        for (String unprinted : List.of(".tools", ".strip", ".side", ".bar")) {
            assertThat(page.locator(unprinted).first()).isHidden();
        }
    }

    @Test
    void printIsOnePageForEachAndSharpWhereTheScreenIs() throws IOException {
        Page first = stage.open(report + ASKED + "&hit=1");
        Page page = first.context()
                .browser()
                .newPage(new Browser.NewPageOptions().setViewportSize(1280, 900).setDeviceScaleFactor(2));
        stage.go(page, report + ASKED + "&hit=1");
        assertThat(page.locator(".sheet[data-page='1'] .mark")).hasCount(1);
        Locator image = page.locator(".sheet[data-page='1'] img");
        page.waitForCondition(() -> Boolean.TRUE.equals(
                image.evaluate("image => image.complete && image.naturalWidth >= 1.9 * image.clientWidth")));
        page.evaluate("document.querySelector('sb-reader').sheets.prepare(1, 3)");
        try (PDDocument pdf = Loader.loadPDF(page.pdf(new Page.PdfOptions().setFormat("A4")))) {
            assertEquals(3, pdf.getNumberOfPages());
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", "");
            assertTrue(text.contains("Agreements") && text.contains("Section3"), text);
        }
        page.close();
    }

    @Test
    void aSavedPageKeepsItsParts() {
        Page page = stage.open("about");
        List<String> foreign = new ArrayList<>();
        page.onRequest(request -> {
            if (request.url().contains("example.org")) {
                foreign.add(request.url());
            }
        });
        stage.go(page, web + "?q=harbour");
        assertThat(page.locator("sb-reader h2.headline")).hasText("The harbour fee");
        assertThat(page.locator("sb-reader h3")).hasText("What was decided");
        assertThat(page.locator("sb-reader ul > li")).hasCount(3);
        assertThat(page.locator("sb-reader ul > li mark")).hasText("harbour");
        assertThat(page.locator("sb-reader blockquote")).containsText("A harbour without boats");
        assertThat(page.locator("sb-reader th")).hasText(new String[] {"Length of the boat", "Fee for a month"});
        assertThat(page.locator("sb-reader tr").nth(2)).containsText("Forty crowns");
        assertThat(page.locator("sb-reader img")).hasCount(1);
        assertThat(page.locator("sb-reader figcaption")).hasText("Image, not kept: Never fetched");
        assertThat(page.locator(".hit-label")).hasText(Pattern.compile("hit 1 of \\d+"));
        assertThat(page.locator("sb-reader mark"))
                .hasCount(stage.bean(SearchEngine.class)
                        .hits(
                                stage.bean(SearchEngine.class)
                                        .find(web.substring(web.indexOf('/') + 1))
                                        .orElseThrow(),
                                "harbour")
                        .size());
        page.locator("sb-reader td").first().evaluate("""
                (cell) => {
                  const range = document.createRange();
                  range.selectNodeContents(cell);
                  getSelection().removeAllRanges();
                  getSelection().addRange(range);
                }
                """);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cite passage"))
                .click();
        assertThat(page.locator("blockquote.quote")).hasText("“Six to nine metres”");
        assertEquals(List.of(), foreign);
    }

    @Test
    void onANarrowScreenPageStripAndRecordAreTabs() {
        Page page = stage.open(report + ASKED + "&hit=2", ColorScheme.LIGHT, 390, 844);
        assertThat(page.locator(".sheet[data-page='2'] .mark.now")).isInViewport();
        assertTrue((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Pages").setExact(true))
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Page 3, 1 hit"))
                .click();
        assertThat(page.locator(".sheet[data-page='3'] img")).isInViewport();
    }

    @Test
    void aPageThatCannotBeDrawnSaysSo() {
        Page page = stage.open("about");
        page.route(
                "**/pages/2/image*",
                route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                        .setStatus(409)
                        .setContentType("application/problem+json")
                        .setBody("{\"detail\":\"The page is too large.\"}")));
        stage.go(page, report + "?page=2");
        assertThat(page.locator(".failed")).containsText("Page 2 cannot be shown. The page is too large.");
        page.unroute("**/pages/2/image*");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try again"))
                .click();
        assertThat(page.locator(".sheet[data-page='2'] img")).isVisible();
        stage.forgetComplaints(); // the browser reports the answer 409
    }

    @Test
    void whatIsReadIsAccessible() {
        List<String> violations = new ArrayList<>();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : scheme == ColorScheme.LIGHT ? new int[] {1280, 390} : new int[] {1280}) {
                for (String view :
                        List.of(report + ASKED + "&hit=4", report + ASKED + "&find=committee", web + "?q=fee")) {
                    Page page = stage.open(view, scheme, width, 844);
                    page.waitForSelector(view.startsWith(web) ? "sb-reader td" : ".mark");
                    if (view.contains("hit=4")) {
                        page.keyboard().press("j");
                        page.waitForSelector(".way a");
                    }
                    new AxeBuilder(page)
                            .analyze()
                            .getViolations()
                            .forEach(rule -> violations.add(scheme + " " + width + " " + view + ": " + rule.getId()
                                    + " " + rule.getNodes().getFirst().getHtml()));
                    page.close();
                }
            }
        }
        assertEquals(List.of(), violations);
    }

    /// Selects words on the image of a page, by the browser's own selection.
    private static void select(Page page, int number, String words) {
        page.waitForSelector(".sheet[data-page='" + number + "'] .word");
        page.locator(".sheet[data-page='" + number + "']").evaluate("""
                (sheet, wanted) => {
                  const words = [...sheet.querySelectorAll('.word')];
                  const texts = wanted.split(' ');
                  const at = words.findIndex((_, i) => texts.every((text, k) =>
                    words[i + k]?.word.text.replace(/[.,]$/, '') === text.replace(/[.,]$/, '')));
                  const range = document.createRange();
                  range.setStart(words[at].firstChild, 0);
                  range.setEnd(words[at + texts.length - 1].firstChild, texts.at(-1).length);
                  getSelection().removeAllRanges();
                  getSelection().addRange(range);
                  words[at].scrollIntoView({ block: 'center' });
                }
                """, words);
    }
}
