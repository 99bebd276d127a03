package sourcebook.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.search.Facet;
import sourcebook.search.FacetValue;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;
import sourcebook.search.YearRange;

/// Asking and browsing: the box, the chips, years and months, the map, facets, comparing, the page to begin at.
@Tag("browser")
class SearchingTest {
    @TempDir
    static Path archive;

    private static Stage stage;

    @BeforeAll
    static void start() throws Exception {
        Path state = Files.createDirectories(archive.resolve(".sourcebook"));
        Files.writeString(state.resolve("settings.properties"), "facets = party\n");
        stage = new Stage(archive, SampleResearch.documents());
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
    void partsOfAQueryAreChangedAndTakenOut() {
        Page page = stage.open("?q=%22training+school%22+NOT+ferry");
        assertThat(page.locator(".chip.q")).hasText(new String[] {"\"training school\"×", "not ferry×"});
        button(page, "Change not ferry").click();
        Locator field = page.getByLabel("Part of the query");
        assertThat(field).isFocused();
        field.fill("NOT speech");
        field.press("Enter");
        assertThat(page.locator(".chip.q")).hasText(new String[] {"\"training school\"×", "not speech×"});
        assertThat(page.locator(".box input")).hasValue("\"training school\" NOT speech");
        button(page, "Remove not speech").click();
        assertThat(page.locator(".box input")).hasValue("\"training school\"");
        button(page, "Change \"training school\"").click();
        page.getByLabel("Part of the query").press("Escape");
        assertThat(page.locator(".chip.q")).hasText(new String[] {"\"training school\"×"});
    }

    @Test
    void anErrorShowsWhereItIs() {
        Page page = stage.open("?q=school+colour:red");
        assertThat(page.locator(".note.error .wrong")).isVisible();
        assertThat(page.locator(".note.error")).containsText("column");
    }

    @Test
    void oneYearShowsItsMonths() {
        SearchResult result = asked("school").withYearsOf(2015);
        Page page = stage.open("?q=school&years=2015-2015");
        Locator months = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Month"));
        assertThat(months.getByRole(AriaRole.BUTTON)).hasCount(12);
        FacetValue month = result.months().stream()
                .filter(value -> value.count() > 0 && !value.value().equals(Facet.UNKNOWN))
                .findFirst()
                .orElseThrow();
        Locator bar = months.locator("button:not([disabled])").first();
        assertThat(bar).hasAttribute("aria-label", Pattern.compile(".*: " + month.count()));
        bar.click();
        page.waitForURL("**month=" + month.value() + "**");
        assertThat(page.locator(".total")).containsText(Wording.count(month.count(), "document", "documents"));
        assertThat(months.locator("button[aria-pressed=true]")).hasCount(1);
        page.reload();
        assertThat(months.locator("button[aria-pressed=true]")).hasCount(1);
        assertThat(page.locator(".chosen-values")).containsText(FacetPanel.fallback(Facet.MONTH, month.value()));
    }

    @Test
    void yearsAreChosenByKeysAndSaidInATable() {
        Page page = stage.open("?q=school");
        Locator end = page.getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName("Range ends"));
        int last = Integer.parseInt(end.getAttribute("aria-valuenow"));
        end.focus();
        end.press("ArrowLeft");
        end.press("ArrowLeft");
        page.waitForURL("**years=*-" + (last - 2));
        assertThat(end).hasAttribute("aria-valuenow", Integer.toString(last - 2));
        end.press("Escape");
        page.waitForURL("**/?q=school");
        long rows = stage.bean(SearchEngine.class).search(SearchRequest.of("school")).facets().get(Facet.YEAR).stream()
                .filter(year -> !year.value().equals(Facet.UNKNOWN))
                .count();
        assertThat(page.locator("sb-years table tr")).hasCount((int) rows + 1);
    }

    @Test
    void twoClicksOnTheYearsChooseAll() {
        Page page = stage.open("?q=school&years=2008-2012");
        assertThat(page.locator(".chosen-values")).containsText("2008–2012");
        page.locator(".hist-frame").first().dblclick();
        page.waitForURL("**/?q=school");
        assertThat(page.locator(".chosen-values")).hasCount(0);
    }

    @Test
    void theMapSaysWhatTheListSays() {
        SearchResult result = stage.bean(SearchEngine.class).search(SearchRequest.of("school"));
        Page page = stage.open("?q=school");
        button(page, "Country on a map").click();
        page.waitForURL("**map=about");
        Locator shapes = page.locator("sb-map svg path");
        assertThat(shapes.first()).isVisible();
        assertTrue(shapes.count() > 150, "outlines of countries: " + shapes.count());
        for (FacetValue value : result.facets().get(Facet.COUNTRY)) {
            assertEquals(
                    value.count(),
                    ((Number) page.locator("sb-map")
                                    .evaluate("(map, code) => map.values.find(([c]) => c === code)[2]", value.value()))
                            .longValue());
        }
        Locator beside = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Not on the map"));
        assertThat(beside).containsText("Soviet Union");
        beside.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("Soviet Union")))
                .click();
        page.waitForURL("**country=SUHH**");
        page.reload();
        assertThat(page.locator("sb-map svg path").first()).isVisible();
        button(page, "close map").click();
        assertThat(page.locator("sb-map")).hasCount(0);
    }

    @Test
    void aClickOnTheMapChoosesAndShiftAddsOneMore() {
        Page page = stage.open("?q=school&map=about");
        page.waitForSelector("sb-map svg path");
        choose(page, "ZA", false);
        page.waitForURL("**country=ZA**");
        shown(page, "ZA");
        choose(page, "VN", true);
        page.waitForURL(url -> url.contains("country=ZA") && url.contains("country=VN"));
        shown(page, "VN,ZA");
        choose(page, "VN", false);
        page.waitForURL(url -> !url.contains("country=ZA") && url.contains("country=VN"));
        shown(page, "VN");
        choose(page, "VN", false);
        page.waitForURL(url -> !url.contains("country="));
    }

    /// Waits for the map of these chosen countries: it comes with the results, after the address.
    private static void shown(Page page, String codes) {
        page.waitForFunction("""
                codes => document.querySelector('sb-map')?.values
                    .filter(([, , , chosen]) => chosen).map(([code]) => code).sort().join() === codes
                """, codes);
    }

    /// Clicks on a country where its outline is filled, once the map names it under the pointer and stands where it
    /// stood: what came with the click before (chips, countries that are not on the map) moves it.
    private static void choose(Page page, String code, boolean more) {
        page.waitForSelector("sb-map svg path");
        page.locator("sb-map .map-plate").scrollIntoViewIfNeeded();
        String label = (String)
                page.locator("sb-map").evaluate("(map, code) => map.values.find(([value]) => value === code)[1]", code);
        Locator tip = page.locator(".map-tip", new Page.LocatorOptions().setHasText(label));
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        List<Number> at;
        do {
            assertTrue(System.nanoTime() < end, "the map does not name " + label + " under the pointer");
            page.mouse().move(1, 1);
            at = middle(page, code);
            page.mouse().move(at.get(0).doubleValue(), at.get(1).doubleValue());
            page.waitForTimeout(200);
        } while (!tip.isVisible() || !at.equals(middle(page, code)));
        if (more) {
            page.keyboard().down("Shift");
        }
        page.mouse().down();
        page.mouse().up();
        if (more) {
            page.keyboard().up("Shift");
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Number> middle(Page page, String code) {
        return (List<Number>) page.locator("sb-map").evaluate("""
                (map, code) => {
                  const middles = { ZA: [24, -30], VN: [105.3, 21.2] };
                  const [x, y] = map.pixel(middles[code]);
                  const box = map.querySelector('.map-plate').getBoundingClientRect();
                  return [box.left + x, box.top + y];
                }
                """, code);
    }

    @Test
    void aColumnOfTheSidecarIsAFacet() {
        Page page = stage.open("?q=school");
        Locator party = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Party"));
        party.getByLabel("Lantern Union").check();
        page.waitForURL("**x.party=Lantern*Union**");
        assertThat(page.locator(".chosen-values")).containsText("Lantern Union");
        String total = page.locator(".total").innerText();
        page.reload();
        assertThat(page.locator(".total")).hasText(total);
        assertThat(party.locator(".v").last()).hasText(Pattern.compile("unknown.*"));
    }

    @Test
    void facetsArePinnedHiddenAndKept() {
        Page page = stage.open("?q=school");
        button(page, "Arrange…").click();
        button(page, "Pin Source to the top").click();
        page.getByLabel("Language", new Page.GetByLabelOptions().setExact(true))
                .last()
                .uncheck();
        button(page, "Done").click();
        assertThat(page.locator(".facets .facet h3").first()).hasText("Source");
        assertThat(page.locator(".facets .facet h3", new Page.LocatorOptions().setHasText("Language")))
                .hasCount(0);
        page.reload();
        assertThat(page.locator(".facets .facet h3").first()).hasText("Source");
        assertThat(page.locator(".facets .facet h3", new Page.LocatorOptions().setHasText("Language")))
                .hasCount(0);
    }

    @Test
    void longListsOpenAndAreFiltered() {
        Page page = stage.open("?q=it");
        Locator country = page.locator(".facet", new Page.LocatorOptions().setHasText("Country"));
        int before = country.locator(".v").count();
        country.getByText(Pattern.compile("more…")).click();
        assertThat(country.locator(".v")).not().hasCount(before);
        page.getByLabel("Filter Country").fill("vietn");
        assertThat(country.locator(".v")).hasText(new Pattern[] {Pattern.compile("Vietnam.*")});
    }

    @Test
    void twoSelectionsStandSideBySide() {
        Page page = stage.open("?q=school&country=TZ");
        button(page, "Compare").click();
        assertThat(page.locator(".compare-bar")).containsText("Now choose B");
        page.waitForURL("**against=**"); // the address follows what is shown
        page.reload();
        assertThat(page.locator(".compare-bar")).containsText("Now choose B");
        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Country"))
                .getByLabel("South Africa")
                .check();
        assertThat(button(page, "Remove South Africa")).hasCount(1);
        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Country"))
                .getByLabel("Tanzania")
                .uncheck();
        assertThat(button(page, "Remove Tanzania")).hasCount(0);
        assertThat(button(page, "Remove South Africa")).hasCount(1);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Compare with A"))
                .click();
        page.waitForURL("**/compare?**");
        long tanzania = counted(Facet.COUNTRY, "TZ");
        long southAfrica = counted(Facet.COUNTRY, "ZA");
        assertThat(page.locator(".compare-total")).hasText(new String[] {
            Wording.count(tanzania, "document", "documents"), Wording.count(southAfrica, "document", "documents")
        });
        Locator table = page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Country"));
        assertThat(table.locator("tbody tr", new Locator.LocatorOptions().setHasText("South Africa")))
                .containsText("+" + southAfrica);
        page.reload();
        page.locator(".compare-total").first().click();
        assertThat(page.locator(".total")).containsText(Wording.count(tanzania, "document", "documents"));
    }

    @Test
    void theArchiveIsBrowsedWithoutAQuestion() {
        Page page = stage.open("");
        assertThat(page.locator(".holding-sum").first()).hasText(Pattern.compile("48\\s*documents"));
        assertThat(page.locator(".additions li")).hasCount(6);
        page.locator(".holding-lists").getByLabel("The Harbour Review").check();
        page.waitForURL("**source=The*Harbour*Review");
        assertThat(page.locator(".hit").first()).isVisible();
        page.goBack();
        assertThat(page.locator(".holdings")).isVisible();
        page.locator(".holding-sum").first().click();
        page.waitForURL("**sort=newest");
        assertThat(page.locator(".total")).hasText("48 documents");
    }

    @Test
    void otherDocumentsLikeOneAreFound() {
        Page page = stage.open("?q=lighthouse");
        String title = page.locator(".hit h2").first().innerText();
        page.locator(".hit .like").first().click();
        page.waitForURL("**like=**");
        assertThat(page.locator(".chosen-values")).containsText("like “" + title + "”");
        page.reload();
        assertThat(page.locator(".chosen-values")).containsText("like “" + title + "”");
        assertThat(page.locator(".hit h2", new Page.LocatorOptions().setHasText(title)))
                .hasCount(0);
    }

    @Test
    void theHelpIsOneScreenAndItsExamplesCanBeTried() {
        Page page = stage.open("");
        button(page, "What a query can say").click();
        assertThat(button(page, "Close")).isVisible();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Search for ")))
                .first()
                .click();
        page.waitForURL("**q=**");
    }

    @Test
    void whatIsTypedIsCompletedAndSuggested() {
        Page page = stage.open("");
        Locator box = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Search"));
        box.click();
        box.pressSequentially("country:viet");
        assertThat(option(page, "VN")).isVisible();
        assertThat(box).hasAttribute("aria-expanded", "true");
        box.press("Tab");
        assertThat(box).hasValue("country:VN");
        assertThat(box).isFocused();
        box.press("Enter");
        page.waitForURL("**q=country*VN");
        assertThat(box).hasAttribute("aria-expanded", "false");

        box.fill("");
        box.pressSequentially("harbour gu");
        Locator title = page.getByRole(AriaRole.OPTION).first();
        assertThat(title).containsText("the harbour guards");
        box.press("ArrowDown");
        assertThat(title).hasAttribute("aria-selected", "true");
        assertEquals(title.getAttribute("id"), box.getAttribute("aria-activedescendant"));
        box.press("Escape");
        assertThat(page.getByRole(AriaRole.LISTBOX)).hasCount(0);
        assertThat(box).hasValue("harbour gu");
        box.press("ArrowDown");
        assertThat(title).isVisible();
        String wanted = title.innerText();
        box.press("ArrowDown");
        box.press("Enter");
        assertThat(page.locator(".side .doc-title")).hasText(wanted);
    }

    @Test
    void searchesOfLateAreOfferedInAnEmptyBox() {
        Page page = stage.open("?q=lighthouse+keeper");
        assertThat(page.locator(".total")).containsText("hit");
        stage.go(page, "");
        Locator box = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Search"));
        box.click();
        option(page, "lighthouse keeper").click();
        page.waitForURL("**q=lighthouse*keeper");
    }

    @Test
    void whereNothingMatchesIsOfferedWhatWould() {
        List<String> kinds = new ArrayList<>();
        for (String address : List.of(
                "?q=lighthouze+keeper",
                "?q=lighthouze+keeper+NOT+ferry+year:2002..2016",
                "?q=%2Bkeeper+zeppelin+lighthouze",
                "?q=zeppelin+ferry+party:%22Lantern+Union%22&years=2002-2016&count=stories")) {
            Page page = stage.open(address);
            Locator offers = page.locator(".offers a[href*='?q=']");
            assertThat(offers.first()).isVisible();
            for (int i = 0; i < offers.count(); i++) {
                String said = offers.nth(i).innerText();
                String count = page.locator(".offers .num").nth(i).innerText().strip();
                kinds.add(said);
                offers.nth(i).click();
                assertThat(page.locator(".total")).hasText(Pattern.compile("(.* in )?" + count));
                stage.go(page, address);
                assertThat(offers.first()).isVisible();
            }
        }
        assertTrue(kinds.contains("Any of the words"), kinds.toString());
    }

    private static Locator option(Page page, String name) {
        return page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile(name)));
    }

    @Test
    void everyStateIsAccessible() {
        List<String> views = List.of(
                "",
                "?q=school&map=about&country=SUHH",
                "?q=school&years=2015-2015&x.party=unknown",
                "?q=school+colour:red",
                "?q=lighthouze+keeper",
                "?q=%22training+school%22+NOT+ferry&against=%3Fq%3Dschool",
                "compare?a=%3Fq%3Dschool%26country%3DTZ&b=%3Fq%3Dschool%26country%3DZA");
        List<String> violations = new ArrayList<>();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            int width = scheme == ColorScheme.LIGHT ? 390 : 1280;
            Page page = stage.open("", scheme, width, 844);
            for (String view : views) {
                stage.go(page, view);
                new AxeBuilder(page)
                        .analyze()
                        .getViolations()
                        .forEach(rule -> violations.add(scheme + " " + view + ": " + rule.getId() + " "
                                + rule.getNodes().getFirst().getHtml()));
                assertTrue(
                        (Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"),
                        "wider than the screen: " + view);
            }
        }
        assertEquals(List.of(), violations);
    }

    private record Asked(SearchRequest request) {
        SearchResult withYearsOf(int year) {
            return stage.bean(SearchEngine.class).search(request.withYears(new YearRange(year, year)));
        }
    }

    private static Asked asked(String query) {
        return new Asked(SearchRequest.of(query));
    }

    private static long counted(Facet facet, String value) {
        return stage.bean(SearchEngine.class).search(SearchRequest.of("school")).facets().get(facet).stream()
                .filter(candidate -> candidate.value().equals(value))
                .mapToLong(FacetValue::count)
                .sum();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
