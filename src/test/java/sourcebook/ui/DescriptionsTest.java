package sourcebook.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;

/// What a person does about descriptions: counts stories or copies, splits and joins them, sees where a country is
/// named and where a value comes from, finds what is weak, and corrects one or many.
@Tag("browser")
class DescriptionsTest {
    @TempDir
    static Path archive;

    private static Stage stage;

    @BeforeAll
    static void start() {
        stage = new Stage(archive, SampleStories.documents());
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
    void oneSwitchCountsStoriesOrCopies() {
        Page page = stage.open("?q=quay");
        assertThat(page.locator(".total")).hasText("2 hits in 2 documents");
        assertThat(page.locator(".beside")).hasText("1 story");
        button(page, "stories").click();
        assertThat(page.locator(".total")).hasText("1 hit in 1 story");
        assertThat(page.locator(".beside")).hasText("in 2 documents");
        page.waitForURL("**/?q=quay&count=stories");
        assertThat(page.locator(".hit h2")).hasText("Forty receive their papers");
        Locator denmark = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Published in"))
                .getByText("Denmark");
        assertThat(denmark).isVisible();
        page.reload();
        assertThat(button(page, "stories")).hasAttribute("aria-pressed", "true");
        page.getByText("1 story, 2 copies in 2 countries").click();
        assertThat(page.locator(".total")).hasText("2 hits in 2 documents");
        assertThat(page.locator(".hit")).hasCount(2);
    }

    @Test
    void aCopyIsSplitOffAndJoinedAgain() {
        Page page = stage.open(document("quay denmark"));
        Locator story = page.locator(".story-panel");
        assertThat(story.locator("h2")).hasText("One story, 2 copies");
        assertThat(story.locator(".copy")).hasCount(2);
        button(page, "Not a copy: split off").click();
        assertThat(story.locator("h2")).hasText("No other copies known");
        button(page, "Undo").last().click();
        assertThat(story.locator("h2")).hasText("One story, 2 copies");

        button(page, "Join another document…").click();
        page.getByLabel("Which document tells the same story?").fill("ferry timetable");
        page.locator(".choice-row").click();
        assertThat(story.locator("h2")).hasText("One story, 3 copies");
        assertThat(story).containsText("joined by a person");
        page.reload();
        assertThat(story.locator("h2")).hasText("One story, 3 copies");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo: joined"))
                .click();
        assertThat(story.locator("h2")).hasText("One story, 2 copies");
    }

    @Test
    void theMentionsOfACountryAreGoneThrough() {
        Page page = stage.open(document("quay denmark") + "?q=chart");
        assertThat(page.locator("sb-reader mark.now")).hasText("chart");
        assertThat(page.locator(".hit-label")).hasText("hit 1 of 2");
        page.locator(".rec .countries")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Tanzania"))
                .click();
        assertThat(page.locator("sb-reader mark.now")).hasText("Dar es Salaam");
        assertThat(page.locator(".hit-label")).hasText("mention 1 of 3");
        page.keyboard().press("j");
        assertThat(page.locator("sb-reader mark.now")).hasText("Tanzania");
        assertThat(page.locator(".hit-label")).hasText("mention 2 of 3");
        page.waitForURL("**hit=2*"); // the address follows the label
        page.reload();
        assertThat(page.locator(".hit-label")).hasText("mention 2 of 3");
        page.locator(".rec .countries [aria-current=true]").click();
        assertThat(page.locator(".hit-label")).hasText("hit 1 of 2");
    }

    @Test
    void furnitureIsFoundOnDemandAndCountsForNothing() {
        Page page = stage.open("?q=benefactor");
        assertThat(page.locator(".total")).hasText("0 hits in 0 documents");
        page.getByText("also in page furniture: 2").click();
        assertThat(page.locator(".total")).hasText("2 hits in 2 documents");
        page.locator(".hit h2 a").first().click();
        assertThat(page.locator(".furniture mark.now")).hasText("benefactor");
        assertThat(page.locator(".furniture mark.now")).isInViewport();
        assertThat(page.locator(".hit-label")).hasText("hit 1 of 1, around the text");
        assertThat(page.locator("sb-reader")).not().containsText("benefactor");
    }

    @Test
    void theKeysGoThroughAllHitsThoseAroundTheTextToo() {
        Page page = stage.open(document("lamp corner lit") + "?q=council+OR+in:furniture+benefactor");
        Locator label = page.locator(".hit-label");
        assertThat(label).hasText("hit 1 of 3");
        assertThat(page.locator(".kwic")).hasCount(3);
        assertThat(page.locator(".kwic").last()).containsText("around");
        page.locator("sb-reader mark.now").waitFor();
        page.keyboard().press("j");
        assertThat(label).hasText("hit 2 of 3");
        page.keyboard().press("j");
        assertThat(label).hasText("hit 3 of 3, around the text");
        assertThat(page.locator(".kwic[aria-current]")).containsText("benefactor");
        assertThat(page.locator(".furniture mark.now")).isInViewport();
        assertThat(page.locator("sb-reader mark.now")).hasCount(0);
        page.waitForURL("**hit=3*");
        page.reload();
        assertThat(label).hasText("hit 3 of 3, around the text");
        assertThat(page.locator(".furniture mark.now")).isInViewport();
        page.keyboard().press("k");
        assertThat(label).hasText("hit 2 of 3");
        assertThat(page.locator("sb-reader mark.now")).isInViewport();
        assertThat(page.locator(".furniture mark.now")).hasCount(0);
        page.locator(".kwic").last().click();
        assertThat(page.locator(".furniture mark.now")).isInViewport();
    }

    @Test
    void aCorrectionIsOfferedForOthersWithTheSameEvidence() {
        Page page = stage.open(document("lamp corner lit"));
        button(page, "Edit record").click();
        page.getByLabel("Source").fill("The Lantern");
        button(page, "Save").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("Correct others, too?");
        assertThat(dialog).containsText("from lantern.example");
        assertThat(dialog.locator(".document-row")).hasCount(1);
        assertThat(dialog.locator(".document-row")).containsText("Lantern Weekly");
        button(page, "Set on 1 record").click();
        assertThat(dialog).hasCount(0);
        stage.go(page, "?q=source:%22The+Lantern%22");
        assertThat(page.locator(".total")).containsText("2 documents");
        stage.go(page, document("clock tower strikes"));
        button(page, "Edit record").click();
        button(page, "Undo the change of Source").click();
        assertThat(page.locator(".rec")).containsText("Lantern Weekly");
        page.getByText("Where each value comes from").click();
        assertThat(page.locator(".provenance")).containsText("og:site_name");
        stage.go(page, document("lamp corner lit"));
        page.getByText("Where each value comes from").click();
        assertThat(page.locator(".provenance")).containsText("by the owner");
        button(page, "Edit record").click();
        button(page, "Undo the change of Source").click();
        assertThat(page.locator(".rec")).containsText("Lantern Weekly");
    }

    @Test
    void weakValuesAreSetOnManyAfterALookAndUndone() {
        Page page = stage.open("weak?field=date&kind=missing");
        assertThat(page.locator(".total")).hasText("3 documents");
        button(page, "Choose this page").click();
        button(page, "Edit 3 records").click();
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Date"))
                .fill("soon");
        button(page, "Show what changes").click();
        assertThat(page.getByText("“soon” is not a date")).isVisible();
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Date"))
                .fill("2004-05");
        button(page, "Show what changes").click();
        assertThat(page.locator(".preview-row")).hasCount(3);
        assertThat(page.locator(".preview-row .before").first()).hasText("unknown");
        assertThat(page.locator(".preview-row .after").first()).hasText("May 2004");
        button(page, "Set on 3 records").click();
        assertThat(page.locator(".weak .empty")).containsText("Nothing to do here");
        button(page, "Undo").click();
        assertThat(page.locator(".document-row")).hasCount(3);
        assertThat(page.locator(".weak-field [aria-current=page]")).hasText("3 missing");
    }

    @Test
    void theViewsAreAccessible() {
        List<String> violations = new ArrayList<>();
        for (String view : List.of("weak", "?q=quay&count=stories", "?q=in:furniture+benefactor")) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                Page page = stage.open(view, scheme, 1280, 900);
                check(page, view + " " + scheme, violations);
            }
            check(stage.open(view, ColorScheme.LIGHT, 390, 844), view + " narrow", violations);
        }
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = stage.open(document("quay denmark") + "?mentions=TZ", scheme, 1280, 900);
            assertThat(page.locator("sb-reader mark.now")).isVisible();
            page.getByText("Where each value comes from").click();
            assertThat(page.locator(".provenance dd").first()).isVisible();
            check(page, "document " + scheme, violations);
        }
        assertEquals(List.of(), violations);
    }

    private static void check(Page page, String view, List<String> violations) {
        new AxeBuilder(page)
                .analyze()
                .getViolations()
                .forEach(rule -> violations.add(view + ": " + rule.getId() + " "
                        + rule.getNodes().stream()
                                .limit(3)
                                .map(Object::toString)
                                .toList()));
        if (!(Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")) {
            violations.add(view + ": wider than the screen");
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
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
}
