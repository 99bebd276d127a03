package sourcebook.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;

/// What holds for every view: its address, the keyboard, accessibility, the content policy.
@Tag("browser")
class PageTest {
    @TempDir
    static Path archive;

    private static Stage stage;
    private static String document;

    @BeforeAll
    static void start() {
        stage = new Stage(archive, SampleArchive.documents());
        document = "document/"
                + stage.bean(SearchEngine.class)
                        .search(SearchRequest.of("\"training school\" delegation"))
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
    void theAddressReproducesASearch() {
        Page page = stage.open("?q=%22training+school%22&country=TZ&country=VN&years=2009-2014&sort=oldest");
        assertThat(page.locator(".total")).hasText("3 hits in 2 documents");
        assertThat(page.locator(".hit h2").first()).hasText("Nurses come home");
        assertThat(page.locator(".box input")).hasValue("\"training school\"");
        assertThat(page.locator(".chosen-values")).containsText("2009–2014");
        assertThat(page.locator(".chosen-values")).containsText("Tanzania");
        String before = page.locator("main").innerText();
        page.reload();
        page.waitForSelector(".hit");
        assertEquals(before, page.locator("main").innerText());
    }

    @Test
    void eachStepIsInTheAddressAndBackLeadsBack() {
        Page page = stage.open("");
        page.locator(".box input").fill("school");
        page.keyboard().press("Enter");
        page.waitForURL("**/?q=school");
        page.getByLabel("From year").selectOption("2014");
        awaitQuery(page, "q=school", "years=2014-2016");
        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Country"))
                .getByLabel("Tanzania")
                .check();
        awaitQuery(page, "q=school", "country=TZ", "years=2014-2016");
        assertThat(page.locator(".total")).hasText("2 hits in 1 document");
        page.goBack();
        awaitQuery(page, "q=school", "years=2014-2016");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove Tanzania")))
                .hasCount(0); // the address goes back at once, the view follows
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove 2014–2016"))
                .click();
        page.waitForURL("**/?q=school");
    }

    /// The address holds exactly these parameters; their order means nothing.
    private static void awaitQuery(Page page, String... parameters) {
        page.waitForURL(url -> url.contains("?")
                && Set.of(url.substring(url.indexOf('?') + 1).split("&")).equals(Set.of(parameters)));
    }

    @Test
    void theAddressReproducesAPlaceInADocument() {
        Page page = stage.open(document + "?q=%22training+school%22&hit=2");
        assertThat(page.locator(".hit-label")).hasText("hit 2 of 2");
        page.keyboard().press("k");
        assertThat(page.locator(".hit-label")).hasText("hit 1 of 2");
        page.waitForURL("**hit=1");
        page.reload();
        assertThat(page.locator(".hit-label")).hasText("hit 1 of 2");
        assertThat(page.locator(".kwic.on")).containsText("The delegation asked");
        page.keyboard().press("/");
        assertThat(page.locator(".total")).hasText("4 hits in 3 documents");
    }

    @Test
    void theKeyboardGoesThroughTheResults() {
        Page page = stage.open("?q=school");
        page.waitForSelector(".hit");
        page.keyboard().press("j");
        assertThat(page.locator(".hit h2 a").nth(0)).isFocused();
        page.keyboard().press("j");
        assertThat(page.locator(".hit h2 a").nth(1)).isFocused();
        page.keyboard().press("k");
        assertThat(page.locator(".hit h2 a").nth(0)).isFocused();
        page.keyboard().press("/");
        assertThat(page.locator(".box input")).isFocused();
        page.keyboard().type("jk");
        assertThat(page.locator(".box input")).hasValue("jk");
    }

    @Test
    void whoComesBackStandsAtTheResultTheyLeft() {
        Page page = stage.open("?q=school", ColorScheme.LIGHT, 1000, 500);
        page.locator(".hit h2 a").nth(2).click();
        page.waitForSelector("sb-reader p");
        page.locator(".back").click();
        assertThat(page.locator(".hit h2 a").nth(2)).isFocused();
        assertThat(page.locator(".hit h2 a").nth(2)).isInViewport();
    }

    @Test
    void yearsAreDraggedOn() {
        Page page = stage.open("?q=school");
        var bars = page.locator("sb-years .hist").boundingBox();
        page.mouse().move(bars.x + 2, bars.y + 20);
        page.mouse().down();
        page.mouse().move(bars.x + bars.width / 3, bars.y + 20);
        page.mouse().up();
        page.waitForURL("**years=2009-*");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("all years"))
                .click();
        page.waitForURL("**/?q=school");
    }

    @Test
    void theThemeIsRemembered() {
        Page page = stage.open("about", ColorScheme.LIGHT, 1000, 700);
        assertEquals("rgb(251, 250, 247)", background(page));
        page.locator(".theme").click();
        page.locator(".theme").click();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        page.reload();
        page.waitForSelector("main > *");
        assertEquals("rgb(22, 23, 26)", background(page));
    }

    private static Object background(Page page) {
        return page.evaluate("getComputedStyle(document.body).backgroundColor");
    }

    @Test
    void onANarrowScreenFacetsAreASheetAndTheRecordATab() {
        Page page = stage.open("?q=school", ColorScheme.LIGHT, 390, 844);
        assertThat(page.locator(".facets")).isHidden();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Narrow"))
                .click();
        assertThat(page.locator(".facets")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator(".facets")).isHidden();
        assertTrue((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
        stage.go(page, document);
        assertThat(page.locator(".side")).isHidden();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Record").setExact(true))
                .click();
        assertThat(page.locator(".side .doc-title")).isVisible();
        stage.go(page, document + "?q=%22training+school%22");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Record").setExact(true))
                .click();
        page.locator(".kwic").nth(1).click();
        assertThat(page.locator(".hit-label")).hasText("hit 2 of 2");
        assertThat(page.locator("sb-reader mark.now")).isInViewport();
    }

    @Test
    void noInlineScriptRunsAndEachAnswerHasItsOwnNumber() {
        Page page = stage.open("about");
        Response first = page.reload();
        Response second = page.reload();
        String policy = first.headerValue("content-security-policy");
        assertTrue(policy.contains("script-src 'self' 'nonce-"), policy);
        String scripts = policy.replaceAll(".*(script-src[^;]*).*", "$1");
        assertFalse(scripts.contains("unsafe-inline"), policy);
        assertFalse(policy.equals(second.headerValue("content-security-policy")));
        page.waitForSelector("main > *");
        page.evaluate("""
                () => {
                  const script = document.createElement('script');
                  script.textContent = "document.title = 'owned'";
                  document.body.append(script);
                }
                """);
        assertEquals("About · Sourcebook", page.title());
        stage.forgetComplaints();
    }

    @Test
    void aStrangeAddressGetsASentence() {
        Page page = stage.open("document/000000000000");
        assertThat(page.locator("main h1")).hasText("Nothing is here");
        stage.go(page, "nowhere/at/all");
        assertThat(page.locator("main h1")).hasText("Nothing is here");
        stage.go(page, "?q=(((%22&years=5-1&page=99999&sort=up&country=%3Cb%3E");
        assertThat(page.locator(".found")).isVisible();
        stage.forgetComplaints(); // the browser reports the answer 404
    }

    @Test
    void everyViewIsAccessible() {
        List<String> views = List.of(
                "",
                "?q=%22training+school%22&country=TZ&country=ZA&years=2009-2016",
                "?q=nothingatall",
                document + "?q=%22training+school%22&hit=1",
                "citations",
                "archive",
                "about",
                "document/000000000000");
        List<String> violations = new ArrayList<>();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : scheme == ColorScheme.LIGHT ? new int[] {1280, 390} : new int[] {1280}) {
                Page page = stage.open("", scheme, width, 844);
                for (String view : views) {
                    stage.go(page, view);
                    page.waitForSelector(view.contains("hit=") ? "sb-reader p" : "main h1, main h2");
                    new AxeBuilder(page)
                            .analyze()
                            .getViolations()
                            .forEach(rule -> violations.add(scheme + " " + width + " " + view + ": " + rule.getId()
                                    + " " + rule.getNodes().getFirst().getHtml()));
                }
            }
        }
        assertEquals(List.of(), violations);
        stage.forgetComplaints(); // the browser reports the answer 404
    }

    @Test
    @SuppressWarnings("unchecked")
    void theFirstPageIsLightAndLoadsOnlyWhatItShows() {
        Page page = stage.open("?q=school");
        List<Object> loaded = (List<Object>) page.evaluate("""
                () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                  .map(one => [one.name, one.encodedBodySize])""");
        double bytes = 0;
        for (Object one : loaded) {
            List<Object> entry = (List<Object>) one;
            String name = (String) entry.get(0);
            bytes += ((Number) entry.get(1)).doubleValue();
            assertFalse(name.matches(".*(echarts|world\\.json|map\\.js|reader\\.js|pages\\.js).*"), name);
        }
        assertTrue(bytes > 100_000, "the page and its scripts are counted: " + bytes);
        assertTrue(bytes <= 600_000, bytes + " bytes over the wire: " + loaded);
    }
}
