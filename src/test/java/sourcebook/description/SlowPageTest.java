package sourcebook.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sourcebook.catalogue.Blocks;

/// A page that the parser does not come to the end of in time keeps its text, and that is said.
final class SlowPageTest {
    /// Formatting that is never closed is opened again in each paragraph.
    private static final String SLOW =
            "<!doctype html><html><head><title>Stated</title><meta property='og:url' content='https://example.org/a'></head><body>"
                    + "<b><i><u><s>".repeat(60)
                    + "<p>The ferry sails again.".repeat(2_000);

    private static final String TEXT = "---\ntitle: Not a head\n---\n\nThe ferry sails again from Bergen in Norway.";

    private static final Material PAGE =
            new Material("saved/page.html", "text/html", Map.of(), List.of(TEXT), SLOW, List.of());

    private static Describer within(Duration longest) {
        return new Describer(SourceNames.NONE, Clock.systemUTC(), longest, Duration.ofDays(1));
    }

    @Test
    void itKeepsWhatWasExtractedAndSaysThatItsPageWasNotLookedAt() {
        for (Duration longest : List.of(Duration.ZERO, Duration.ofNanos(1))) {
            Description described = within(longest).describe(PAGE);
            assertEquals(TEXT, described.text().text());
            assertEquals("", described.text().furniture());
            assertEquals(Blocks.NONE, described.blocks());
            assertNotEquals("Stated", described.record().titleText());
            assertNotEquals("Not a head", described.record().titleText(), "a page has no front matter");
            assertEquals(1, described.warnings().size());
        }
    }

    @Test
    void soDoesOneThatIsParsedInTimeButTakesTooLongToBeLookedAt() {
        Describer describer =
                new Describer(SourceNames.NONE, Clock.systemUTC(), Duration.ofDays(1), Duration.ofNanos(1));
        List<Blocks> asked = new ArrayList<>();
        Description described = describer.describe(PAGE, blocks -> {
            asked.add(blocks);
            return Set.of();
        });
        assertEquals(TEXT, described.text().text());
        assertEquals(Blocks.NONE, described.blocks());
        assertNotEquals("Stated", described.record().titleText());
        assertEquals(1, described.warnings().size());
        assertEquals(Blocks.NONE, asked.getLast());
    }

    @Test
    void theTextThatAPageStatesOfItselfIsReadInTheSameTime() {
        String stated = "<table>" + "<i>a</i>".repeat(200_000) + "x".repeat(300) + "</p>"; // more than an hour's work
        Material page = new Material(
                "saved/page.html",
                "text/html",
                Map.of(),
                List.of(TEXT),
                "<!doctype html><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"T\","
                        + "\"articleBody\":\"" + stated + "\"}</script><p>The ferry sails again from Bergen.",
                List.of());
        Description described = new Describer(
                        SourceNames.NONE, Clock.systemUTC(), Duration.ofDays(1), Duration.ofSeconds(1))
                .describe(page);
        assertEquals(1, described.warnings().size());
        assertEquals(TEXT, described.text().text());
    }

    @Test
    void dataInACommentThatIsNotClosedAreNone() {
        Material page = new Material(
                "a.html",
                "text/html",
                Map.of(),
                List.of(TEXT),
                "<script type='application/ld+json'>/* { \"@type\": \"NewsArticle\"</script><p>The ferry sails again.",
                List.of());
        assertEquals(
                "The ferry sails again.", new Describer().describe(page).text().text());
    }

    @Test
    void nothingWasExtractedFromIt() {
        Material bare = new Material("saved/page.html", "text/html", Map.of(), List.of(), SLOW, List.of());
        Description described = within(Duration.ZERO).describe(bare);
        assertEquals("", described.text().text());
        assertEquals(1, described.warnings().size());
    }

    @Test
    void withTimeEnoughItIsAPage() {
        Description described = within(Duration.ofDays(1)).describe(PAGE);
        assertEquals("Stated", described.record().titleText());
        assertEquals(List.of(), described.warnings());
    }
}
