package sourcebook.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a researcher does, in a real browser against a real server.
@Tag("browser")
class ResearchTest {
    @TempDir
    static Path archive;

    private static Stage stage;

    @BeforeAll
    static void start() {
        stage = new Stage(archive, SampleArchive.documents());
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
    void fromAPhraseToAnExportedCitation() throws IOException {
        Page page = stage.open("");
        search(page, "“training school”");
        assertThat(page.locator(".total")).hasText("4 hits in 3 documents");
        tick(page, "Tanzania");
        assertThat(page.locator(".total")).hasText("2 hits in 1 document");
        tick(page, "South Africa");
        assertThat(page.locator(".total")).hasText("3 hits in 2 documents");

        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions()
                                .setName("Thirty teachers a year")
                                .setExact(true))
                .click();
        assertThat(page.locator(".hit-label")).hasText("hit 1 of 2");
        assertThat(page.locator("sb-reader mark.now")).hasText("training school");
        assertThat(page.locator(".back")).hasText("‹ 2 results");

        select(page, "Each course ended with a visit to the provinces");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cite passage"))
                .click();
        page.getByLabel("Note").fill("For the chapter on visits");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(page.getByText("Saved to “My citations”.")).isVisible();
        assertThat(page.locator("sb-reader .cited")).hasText("Each course ended with a visit to the provinces");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Citations"))
                .click();
        assertThat(page.locator("blockquote")).containsText("Each course ended with a visit to the provinces");
        assertThat(page.getByLabel("Note on Thirty teachers a year")).hasValue("For the chapter on visits");
        page.getByLabel("Format").selectOption("BibTeX");
        Download download = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Download"))
                        .click());
        assertTrue(download.suggestedFilename().endsWith(".bib"), download.suggestedFilename());
        String exported = Files.readString(download.path(), StandardCharsets.UTF_8);
        assertTrue(exported.contains("Thirty teachers a year"), exported);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copy all"))
                .click();
        assertThat(page.getByText("Copied as BibTeX.")).isVisible();
        assertTrue(
                String.valueOf(page.evaluate("navigator.clipboard.readText()")).contains("Thirty teachers a year"));

        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Delete").setExact(true))
                .click();
        assertThat(page.locator("blockquote")).hasCount(0);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo"))
                .click();
        assertThat(page.locator("blockquote")).hasCount(1);
    }

    @Test
    void anUploadedFileIsFound() {
        Page page = stage.open("archive");
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(
                        "dropped.txt", "text/plain", "A porcupine crossed the road.".getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator(".ledger-table")).containsText("uploads/dropped.txt");
        assertThat(page.locator(".ledger-table tr", new Page.LocatorOptions().setHasText("uploads/dropped.txt")))
                .containsText("indexed");
        stage.go(page, "?q=porcupine");
        assertThat(page.locator(".total")).hasText("1 hit in 1 document");
    }

    @Test
    void anEditedDateIsSearchedAndUndone() {
        Page page = stage.open("?q=nurses");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Nurses come home").setExact(true))
                .click();
        assertThat(page.locator(".rec")).containsText("March 2009");
        editDate(page, "soon");
        assertThat(page.getByText(Pattern.compile("“soon” is not a date"))).isVisible();
        page.getByLabel("Date").fill("1999-12-31");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(page.locator(".rec")).containsText("31 December 1999");
        assertThat(page.locator(".rec")).containsText("edited by");
        Page other = stage.open("?q=nurses&years=1999-1999");
        assertThat(other.locator(".total")).hasText("1 hit in 1 document");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Edit record"))
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo the change of Date"))
                .click();
        assertThat(page.locator(".rec")).containsText("March 2009");
        other.reload();
        assertThat(other.locator(".empty")).containsText("Nothing matches");
    }

    @Test
    void manyRecordsAreEditedAtOnceAndUndone() {
        Page page = stage.open("?q=%22training+school%22");
        page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Choose Nurses come home"))
                .check();
        page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Choose Who paid for the school?"))
                .check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Edit 2 records"))
                .click();
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Date"))
                .fill("2001");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show what changes"))
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Set on 2 records"))
                .click();
        Locator dated = page.locator(".hit .src", new Page.LocatorOptions().setHasText("2001"));
        assertThat(dated).hasCount(2);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo"))
                .click();
        assertThat(dated).hasCount(0);
    }

    @Test
    void aHostileTitleAndFileStayText() {
        Page page = stage.open("?q=lighthouse");
        assertThat(page.locator(".hit h2")).hasText(SampleArchive.HOSTILE_TITLE);
        page.locator(".hit h2 a").click();
        assertThat(page.locator(".side .doc-title")).hasText(SampleArchive.HOSTILE_TITLE);
        assertThat(page.locator("sb-reader")).containsText("<b>Bold</b> <script>");
        assertThat(page.locator(".rec")).containsText(SampleArchive.HOSTILE_FILE);
        stage.go(page, "archive?find=onerror");
        assertThat(page.locator(".ledger-table")).containsText(SampleArchive.HOSTILE_FILE);
        assertEquals(0, page.locator("img").count());
        assertEquals("Archive · Sourcebook", page.title());
    }

    @Test
    void aLongTextIsLoadedAsItIsRead() {
        Page page = stage.open("?q=barnacle");
        page.locator(".hit h2 a").click();
        assertThat(page.locator(".hit-label")).hasText("hit 1 of 5");
        // the label comes with the page, the reader's script and the text a moment later: keys before that go nowhere
        assertThat(page.locator("sb-reader mark.now")).isInViewport();
        page.keyboard().press("k");
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("j");
        assertThat(page.locator(".hit-label")).hasText("hit 5 of 5");
        assertThat(page.locator("sb-reader mark.now")).hasText("barnacle");
        assertThat(page.locator("sb-reader mark.now")).isInViewport();
        int loaded = page.locator("sb-reader .block p").count();
        assertTrue(loaded < 1500, "of 2000 paragraphs, loaded were " + loaded);
        page.waitForURL("**hit=5*"); // the address follows the label
        page.reload();
        assertThat(page.locator(".hit-label")).hasText("hit 5 of 5");
        assertThat(page.locator("sb-reader mark.now")).isInViewport();
    }

    private static void search(Page page, String query) {
        page.waitForCondition(
                () -> { // the script that gives the key its meaning may still be on its way
                    page.keyboard().press("/");
                    return Boolean.TRUE.equals(page.evaluate("document.activeElement?.closest('.box') !== null"));
                });
        page.keyboard().type(query);
        page.keyboard().press("Enter");
    }

    private static void tick(Page page, String country) {
        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Country"))
                .getByLabel(country)
                .check();
    }

    private static void editDate(Page page, String date) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Edit record"))
                .click();
        page.getByLabel("Date").fill(date);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
    }

    /// Selects words as a person would with the mouse, by the browser's own selection.
    private static void select(Page page, String words) {
        page.locator("sb-reader p", new Page.LocatorOptions().setHasText(words)).evaluate("""
                (paragraph, words) => {
                  const text = paragraph.firstChild;
                  const range = document.createRange();
                  const at = text.data.indexOf(words);
                  range.setStart(text, at);
                  range.setEnd(text, at + words.length);
                  getSelection().removeAllRanges();
                  getSelection().addRange(range);
                }
                """, words);
    }
}
