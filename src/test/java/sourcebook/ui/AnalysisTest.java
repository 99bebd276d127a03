package sourcebook.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.analysis.RecordFormat;
import sourcebook.ingest.Ingest;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;

/// What a person does with all that a search found: lists the hits, sees what stands near them, counts a list of
/// queries, exports, keeps a search and sees what is new in it.
@Tag("browser")
class AnalysisTest {
    @TempDir
    static Path archive;

    private static Stage stage;

    @BeforeAll
    static void start() {
        stage = new Stage(archive, documents());
    }

    private static Map<String, String> documents() {
        Map<String, String> documents = new LinkedHashMap<>();
        documents.put("boats.txt", "The old harbour boat left early. A new harbour boat came late, and nobody waited.");
        documents.put("walls.txt", "Every harbour wall leaks. The harbour boat was tied to the harbour wall again.");
        documents.put("arabic.txt", "وصل القارب القديم إلى الميناء صباحا ثم غادر الميناء مساء.");
        documents.put(
                "metadata.csv",
                "path,title,date,source,country\n"
                        + "boats.txt,Of boats,2012-05-03,Sample Wire,DK\n"
                        + "walls.txt,Of walls,2010,The Quay,NO\n");
        return documents;
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
    void everyHitStandsInItsLine() {
        Page page = stage.open("concordance?q=harbour&sort=oldest");
        assertThat(page.locator(".total")).hasText("5 hits in 2 documents");
        assertThat(page.locator(".line")).hasCount(5);
        assertThat(page.locator(".line .hit-text"))
                .hasText(new String[] {"harbour", "harbour", "harbour", "harbour", "harbour"});
        page.getByLabel("Order of lines").selectOption("by the word after");
        page.waitForURL("**lines=after*");
        assertThat(page.locator(".line .after").first()).containsText("boat");
        assertThat(page.locator(".line .after").last()).containsText("wall");
        page.getByLabel("Order of lines").selectOption("by the word before");
        page.waitForURL("**lines=before*");
        assertThat(page.locator(".line .before").first()).containsText("Every");
        page.getByLabel("Group").selectOption("by country");
        assertThat(page.locator(".lines h2")).hasText(new String[] {"Denmark · 2 hits", "Norway · 3 hits"});
        page.locator(".groups").getByText("Denmark").click();
        page.waitForURL("**only=DK*");
        assertThat(page.locator(".line")).hasCount(2);
        page.reload();
        assertThat(page.locator(".line")).hasCount(2);
        assertThat(page.locator(".group[aria-current]")).containsText("Denmark");
        page.locator(".hit-text").last().click();
        page.waitForURL("**/document/**");
        assertThat(page.locator("mark.now").first()).hasText("harbour");
        assertThat(page.locator(".hit-label")).containsText("of 2");
    }

    @Test
    void aConcordanceIsWrittenWhole() throws IOException {
        Page page = stage.open("concordance?q=harbour");
        assertThat(page.locator(".line")).hasCount(5);
        Download download = page.waitForDownload(() -> page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("CSV").setExact(true))
                .click());
        List<String> lines = Files.readAllLines(download.path());
        assertEquals(6, lines.size(), lines.toString());
        assertTrue(lines.stream().skip(1).allMatch(line -> line.contains("harbour")), lines.toString());
    }

    @Test
    void linesFromRightToLeftHaveTheirBeforeOnTheRight() {
        Page page = stage.open("concordance?q=الميناء");
        assertThat(page.locator(".line")).hasCount(2);
        Locator line = page.locator(".line").first();
        double before = line.locator(".before").boundingBox().x;
        double after = line.locator(".after").boundingBox().x;
        assertTrue(before > after, "the text before a hit stands on its right");
    }

    @Test
    void whatStandsNearIsCounted() {
        Page page = stage.open("collocates?q=harbour&least=2&span=2");
        Locator boat = page.locator(".figure-table tr")
                .filter(new Locator.FilterOptions().setHasText("boat"))
                .first();
        assertThat(boat.locator("td").nth(1)).hasText("3");
        page.getByLabel("Side").selectOption("before");
        page.waitForURL("**side=before*");
        assertThat(page.locator(".collocates .empty")).containsText("No word stands near the hits so often");
        page.getByLabel("Function words").selectOption("with function words");
        assertThat(page.locator(".figure-table")).containsText("the");
        page.getByLabel("Side").selectOption("on both sides");
        page.getByLabel("Measure").selectOption("by logDice");
        page.waitForURL("**measure=log-dice*");
        page.locator(".figure-table").getByText("boat").click();
        assertThat(page.locator(".total")).containsText("in 2 documents");
    }

    @Test
    void aListOfQueriesIsCounted() throws IOException {
        Page page = stage.open("count");
        queries(page).fill("harbour\n\"harbour wall\"\nzeppelin");
        button(page, "Count").click();
        assertThat(page.locator(".batch .total")).hasText("3 queries");
        assertEquals(
                List.of("2 2 5", "1 1 2", "0 0 0"),
                page.locator(".figure-table tbody tr").all().stream()
                        .map(row -> String.join(" ", row.locator("td.num").allTextContents()))
                        .toList());
        Download csv = page.waitForDownload(() -> page.getByText("CSV", new Page.GetByTextOptions().setExact(true))
                .click());
        assertEquals(4, Files.readAllLines(csv.path()).size());
        Download xlsx = page.waitForDownload(() -> page.getByText("XLSX").click());
        assertTrue(entries(xlsx.path()).keySet().stream().anyMatch(name -> name.contains("sheet")));
        page.locator(".figure-table").getByText("\"harbour wall\"").click();
        assertThat(page.locator(".total")).hasText("2 hits in 1 document");
        stage.go(page, "count");
        assertThat(page.locator(".figure-table tbody tr")).hasCount(3);
        queries(page).fill("");
        button(page, "Count").click();
        assertThat(page.getByText("There is no query in the list.")).isVisible();
    }

    @Test
    void anExportTellsHowToRepeatIt() throws IOException {
        Page page = stage.open("?q=harbour");
        button(page, "Export").click();
        Download zip = page.waitForDownload(() -> page.getByLabel(RecordFormat.CSV.label() + ": With manifest (zip)")
                .click());
        Map<String, String> files = entries(zip.path());
        String manifest = files.entrySet().stream()
                .filter(file -> file.getKey().endsWith("manifest.json"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        assertTrue(files.values().stream().anyMatch(text -> text.contains("Of boats") && text.contains("Of walls")));
        Path kept = archive.resolveSibling("manifest.json");
        Files.writeString(kept, manifest);
        page.locator(".list-upload input[type=file]").setInputFiles(kept);
        assertThat(page.locator(".repeated")).containsText("Nothing has changed since");
        Download ris = page.waitForDownload(
                () -> page.getByLabel(RecordFormat.RIS.label() + ": File").click());
        assertTrue(Files.readString(ris.path()).contains("TY  - "));
    }

    @Test
    void aSavedSearchTellsWhatIsNew() throws Exception {
        Page page = stage.open("?q=lantern");
        button(page, "Save search").click();
        name(page).fill("Lanterns");
        button(page, "Save").click();
        stage.go(page, "saved");
        assertThat(page.locator(".saved-row")).containsText("nothing new");
        Files.writeString(archive.resolve("late.txt"), "A lantern was lit at last, and it was seen from the boats.");
        stage.bean(Ingest.class).rescan();
        SearchEngine engine = stage.bean(SearchEngine.class);
        Stage.until(
                "the new document is found",
                () -> engine.search(SearchRequest.of("lantern")).total() == 1);
        page.reload();
        assertThat(page.locator(".saved-row")).containsText("1 new story in 1 document");
        button(page, "Show what is new").click();
        assertThat(page.locator(".new-documents a")).hasCount(1);
        button(page, "Mark as seen").click();
        assertThat(page.locator(".saved-row")).containsText("nothing new");
        button(page, "Rename").click();
        name(page).fill("Lamps");
        button(page, "Save").click();
        assertThat(page.locator(".saved-name")).hasText("Lamps");
        button(page, "Delete").click();
        assertThat(page.locator(".saved-row")).hasCount(0);
        button(page, "Undo").click();
        assertThat(page.locator(".saved-name")).hasText("Lamps");
        assertThat(page.locator(".past-list")).containsText("lantern");
        button(page, "Clear").click();
        assertThat(page.locator(".past-list li")).hasCount(0);
        page.locator(".saved-name").click();
        assertThat(page.locator(".total")).containsText("1 document");
    }

    @Test
    void theViewsAreAccessible() {
        List<String> violations = new ArrayList<>();
        for (String view : List.of("concordance?q=harbour&by=country", "collocates?q=harbour", "count", "saved")) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                check(stage.open(view, scheme, 1280, 900), view + " " + scheme, violations);
            }
            check(stage.open(view, ColorScheme.LIGHT, 390, 844), view + " narrow", violations);
        }
        assertEquals(List.of(), violations);
    }

    private static void check(Page page, String view, List<String> violations) {
        new AxeBuilder(page)
                .analyze()
                .getViolations()
                .forEach(rule -> violations.add(view + ": " + rule.getId() + " "
                        + rule.getNodes().getFirst().getHtml()));
        if (!(Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")) {
            violations.add(view + ": wider than the screen");
        }
    }

    private static Map<String, String> entries(Path zip) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : Collections.list(file.entries())) {
                entries.put(
                        entry.getName(), new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    private static Locator queries(Page page) {
        return page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Queries").setExact(true));
    }

    private static Locator name(Page page) {
        return page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Name").setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
