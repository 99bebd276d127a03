package sourcebook.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.Ledger;
import sourcebook.reading.SampleFormats;
import sourcebook.search.SearchEngine;

/// Documents without printed pages are shown with their headings, lists, tables and pictures, hits marked.
@Tag("browser")
class FormatsTest {
    @TempDir
    static Path archive;

    private static Stage stage;

    @BeforeAll
    static void start() {
        SampleFormats.write(archive);
        stage = new Stage(archive, Map.of("note.txt", "Nothing of the kind is in this letter."));
        Stage.until("all are read", () -> {
            var totals = stage.bean(Ledger.class).totals();
            return totals.underWay() == 0 && totals.indexed() > SampleFormats.FILES;
        });
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

    private static CataloguedDocument document(String name) {
        Catalogue catalogue = stage.bean(Catalogue.class);
        return catalogue.documentsBelow("").stream()
                .flatMap(id -> catalogue.find(id).stream())
                .filter(one -> one.locations().getFirst().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void hitsAreMarkedInTheDocumentsOwnStructure() {
        Page page = stage.open("about");
        List<String> foreign = new ArrayList<>();
        page.onRequest(request -> {
            if (request.url().contains("example.org")) {
                foreign.add(request.url());
            }
        });
        for (String name : List.of("fee.docx", "fee.eml", "fee.epub")) {
            CataloguedDocument document = document(name);
            stage.go(page, "document/" + document.id().shortForm() + "?q=harbour");
            assertThat(page.locator("sb-reader h2.headline")).hasText("The harbour fee");
            assertThat(page.locator("sb-reader h3")).hasText("What was decided");
            assertThat(page.locator("sb-reader ul > li")).hasCount(2);
            assertThat(page.locator("sb-reader strong").first()).hasText(SampleFormats.STRONG);
            assertThat(page.locator("sb-reader tr")).hasCount(2);
            assertThat(page.locator("sb-reader figure img")).hasCount(1);
            page.waitForCondition(() -> Boolean.TRUE.equals(page.locator("sb-reader figure img")
                    .evaluate("image => image.complete && image.naturalWidth === 120")));
            assertThat(page.locator("sb-reader mark"))
                    .hasCount(stage.bean(SearchEngine.class)
                            .hits(document.id(), "harbour")
                            .size());
        }
        assertEquals(List.of(), foreign);
    }

    @Test
    void markdownIsShownWithoutItsSignsAndCitedAsItIsWritten() {
        Page page = stage.open("document/" + document("fee.md").id().shortForm() + "?q=many");
        assertThat(page.locator("sb-reader li").nth(1))
                .hasText(
                        "Larger boats pay for each metre. They are many.",
                        new LocatorAssertions.HasTextOptions().setUseInnerText(true));
        assertThat(page.locator("sb-reader mark em")).hasText("many");
        assertThat(page.locator("sb-reader th")).hasText(new String[] {"Length of the boat", "Fee for a month"});
        page.locator("sb-reader td").last().evaluate("""
                (cell) => getSelection().selectAllChildren(cell)
                """);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cite passage"))
                .click();
        assertThat(page.locator("blockquote.quote")).hasText("“Twelve crowns”");
    }

    @Test
    void onANarrowScreenNothingSticksOut() {
        for (String name : List.of("fee.docx", "fee.xlsx", "fee.pptx")) {
            Page page =
                    stage.open("document/" + document(name).id().shortForm() + "?q=fee", ColorScheme.DARK, 390, 844);
            assertThat(page.locator("sb-reader table").first()).isVisible();
            assertTrue((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name);
            page.close();
        }
    }

    @Test
    void whatIsSelectedStaysUntilItIsLetGoWhenTheDocumentIsShownAnotherWay() {
        Page page = stage.open("document/" + document("fee.epub").id().shortForm() + "?q=harbour");
        assertThat(page.locator("sb-reader td")).hasCount(2);
        page.locator("sb-reader td").last().evaluate("""
                (cell) => {
                  cell.dataset.mine = 'yes';
                  getSelection().selectAllChildren(cell);
                  const reader = document.querySelector('sb-reader');
                  reader.book = { ...reader.book, late: true };
                }
                """);
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cite passage")))
                .isVisible();
        assertThat(page.locator("[data-mine]")).hasText("Twelve crowns");
        page.evaluate("getSelection().removeAllRanges()");
        assertThat(page.locator("[data-mine]")).hasCount(0);
        assertThat(page.locator("sb-reader td").last()).hasText("Twelve crowns");
    }

    @Test
    void aDocumentWhoseOriginalIsGoneIsShownByItsText() throws IOException {
        CataloguedDocument document = document("fee.rtf");
        Files.delete(archive.resolve("fee.rtf"));
        Stage.until(
                "it is seen to be gone",
                () -> !stage.bean(Catalogue.class)
                        .find(document.id())
                        .orElseThrow()
                        .present());
        Page page = stage.open("document/" + document.id().shortForm());
        assertThat(page.locator(".reading-note")).containsText("no longer in the archive’s folder");
        assertThat(page.locator("sb-reader p").first()).containsText("The harbour fee");
        assertThat(page.locator(".tools .original")).isHidden();
    }
}
