package sourcebook.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What one person's page costs the server and the way to the browser, in what can be counted: the nodes that
/// the server holds, of which each costs some 200 bytes, and the letters of an answer, of which Flow keeps the last.
@Tag("browser")
class SessionWeightTest {
    /// A page of results is full.
    private static final int DOCUMENTS = 24;

    /// Some 350 with all facets; a list of results as components made it 2,250.
    private static final int MOST_NODES = 700;

    /// Some 45,000 with long snippets; with results as components they were 400,000.
    private static final int MOST_CHARACTERS = 120_000;

    @TempDir
    static Path archive;

    private static Stage stage;

    @BeforeAll
    static void open() {
        Map<String, String> documents = new LinkedHashMap<>();
        documents.put("metadata.csv", "file,country\nitem-1.txt,TZ\n");
        for (int i = 0; i < DOCUMENTS; i++) {
            documents.put("item-" + i + ".txt", """
                    The quay of harbour number %1$d is mended

                    By Anna Peters, The Morning Herald, %2$d March 20%3$02d

                    The quay was closed for %1$d weeks, and nobody could say why the quay had sunk. Boats from the islands
                    waited outside.

                    In the second week of the works the town counted %4$d boats. The quay is open again since Monday, said
                    the master of the harbour, and the quay will not sink a second time.
                    """.formatted(i, i % 28 + 1, i % 20 + 1, i * 7 + 3));
        }
        stage = new Stage(archive, documents);
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @Test
    void aPageOfResultsIsFewNodesAndAShortAnswer() {
        Page page = stage.open("?q=quay");
        page.locator(".hit").nth(19).waitFor();
        int nodes = nodes(page);
        assertTrue(nodes < MOST_NODES, nodes + " nodes for a page of results");
        Response answer = page.waitForResponse(
                response -> response.url().contains("v-r=uidl"),
                () -> page.locator(".facets .v input").first().click());
        page.waitForURL("**&*");
        int characters = new String(answer.body(), StandardCharsets.UTF_8).length();
        assertTrue(characters < MOST_CHARACTERS, characters + " characters in the answer to a click");
        int after = nodes(page);
        assertTrue(after < MOST_NODES, after + " nodes after a click");
    }

    @Test
    void whoLosesTouchWithTheServerGetsTheResultsAgain() {
        Page page = stage.open("?q=quay");
        page.locator(".hit").nth(19).waitFor();
        AtomicBoolean lost = new AtomicBoolean();
        page.route(url -> url.contains("v-r=uidl"), route -> {
            if (lost.compareAndSet(false, true)) { // what the browser says when it cannot make sense of an answer
                String asked = String.valueOf(route.request().postData());
                route.resume(
                        new Route.ResumeOptions().setPostData(asked.replaceFirst("\\{", "{\"resynchronize\":true,")));
            } else {
                route.resume();
            }
        });
        page.locator(".hit .pick input").first().check();
        page.waitForCondition(() -> page.locator(".chosen-bar").textContent().contains("1 document chosen"));
        assertThat(page.locator(".hit")).hasCount(20);
        assertThat(page.locator(".hit.chosen")).hasCount(1);
    }

    /// Nodes that the browser knows of the server's; they are as many there.
    private static int nodes(Page page) {
        return ((Number) page.evaluate("""
                () => {
                  const client = Object.values(window.Vaadin.Flow.clients).find((one) => one.getUIId);
                  let highest = 0;
                  let known = 0;
                  for (let id = 1; highest < 2000; id += 1) {
                    if (client.getByNodeId(id)) { known += 1; highest = 0; } else { highest += 1; }
                  }
                  return known;
                }""")).intValue();
    }
}
