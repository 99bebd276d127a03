package sourcebook.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sourcebook.catalogue.Blocks;
import sourcebook.catalogue.DocumentText;

/// Pages of one invented site, whose every article holds the same lines in its midst and at its end.
final class RepeatedBlocksTest {
    private static final String PLEA =
            "The Tideway Courier is written by eleven people and read by forty thousand, who pay for it.";
    private static final String IMPRINT = "This text may be quoted when the Tideway Courier is named as its source.";

    private final Describer describer = new Describer();

    private static String page(String title, String first, String second) {
        return """
                <html lang="en"><head><title>%1$s</title><link rel="canonical" href="https://www.tideway-courier.example/%4$s"></head>
                <body><div class="x1"><h1>%1$s</h1><p>%2$s</p><p>%5$s</p><p>%3$s</p><p>%6$s</p></div></body></html>
                """.formatted(title, first, second, title.replace(' ', '-'), PLEA, IMPRINT);
    }

    private static final List<String> PAGES = List.of(
            page(
                    "Eels return to the lower river",
                    "Fishermen at the lower weir counted more eels this spring than in the ten years before, and nobody knows why.",
                    "The water board will count again in autumn, when the young ones have grown as long as a hand."),
            page(
                    "Lock keepers ask for lamps",
                    "The keepers of the three upper locks work in the dark for half of the year and want lamps on the gates.",
                    "The council has money for one lock; the keepers say that the boats do not stop at one."),
            page(
                    "A choir sings on the ferry",
                    "Twenty singers crossed the river eleven times on Sunday evening without leaving the deck.",
                    "They will do it again in June, and the ferrymen have asked for the songs of the other bank too."));

    private Description describe(String html, Set<Long> repeated) {
        return describer.describe(
                new Material("saved/page.html", "text/html", Map.of(), List.of(), html, List.of(), repeated));
    }

    /// What at least so many of the pages hold.
    private Set<Long> repeated(List<String> pages, int several) {
        Map<Long, Integer> counts = new HashMap<>();
        for (String page : pages) {
            describe(page, Set.of()).blocks().hashes().forEach(hash -> counts.merge(hash, 1, Integer::sum));
        }
        counts.values().removeIf(count -> count < several);
        return new HashSet<>(counts.keySet());
    }

    @Test
    void pagesOfASiteTellTheirBlocks() {
        Blocks blocks = describe(PAGES.getFirst(), Set.of()).blocks();
        assertEquals("tideway-courier.example", blocks.site());
        assertEquals(5, blocks.hashes().size());
        assertEquals(2, repeated(PAGES, 3).size());
    }

    @Test
    void aPageIsReadOnceThoughItsSiteIsOnlyKnownThen() {
        Set<Long> repeated = repeated(PAGES, 3);
        List<Blocks> asked = new ArrayList<>();
        Material page = new Material("saved/page.html", "text/html", Map.of(), List.of(), PAGES.getFirst(), List.of());
        Description once = describer.describe(page, blocks -> {
            asked.add(blocks);
            return repeated;
        });
        assertEquals(List.of(describe(PAGES.getFirst(), Set.of()).blocks()), asked);
        assertEquals(describe(PAGES.getFirst(), repeated), once);
    }

    @Test
    void whatOtherPagesHoldAsWellIsFurniture() {
        DocumentText before = describe(PAGES.getFirst(), Set.of()).text();
        assertTrue(before.body().contains(PLEA), before.body());
        DocumentText text = describe(PAGES.getFirst(), repeated(PAGES, 3)).text();
        assertFalse(text.body().contains(PLEA), text.body());
        assertFalse(text.body().contains(IMPRINT), text.body());
        assertTrue(text.body().startsWith("Fishermen") && text.body().endsWith("a hand."), text.body());
        assertTrue(text.furniture().contains(PLEA) && text.furniture().contains(IMPRINT), text.furniture());
    }

    @Test
    void theSameArticleSavedAgainKeepsItsBody() {
        String again = PAGES.getFirst().replace("</h1>", "</h1><p>Printed from the web site of the Courier today.</p>");
        Set<Long> repeated = repeated(List.of(PAGES.getFirst(), again), 2);
        DocumentText text = describe(again, repeated).text();
        assertTrue(text.body().contains("Fishermen at the lower weir"), text.body());
        assertTrue(text.body().contains("as long as a hand"), text.body());
    }

    @Test
    void theHeadlineAndAnOnlyTextDoNotVanish() {
        String html = PAGES.get(1);
        Set<Long> all = describe(html, Set.of()).blocks().hashes();
        DocumentText text = describe(html, all).text();
        assertTrue(text.text().startsWith("Lock keepers ask for lamps\n\nThe keepers"), text.text());
    }

    @Test
    void caseAndSignsMakeNoDifferenceAndShortLinesDoNotCount() {
        String html = PAGES.get(2);
        Set<Long> hashes = describe(html, Set.of()).blocks().hashes();
        assertEquals(
                hashes,
                describe(html.replace("Twenty singers", "TWENTY,  singers"), Set.of())
                        .blocks()
                        .hashes());
        assertEquals(
                hashes,
                describe(html.replace("</h1>", "</h1><p>Culture</p>"), Set.of())
                        .blocks()
                        .hashes());
    }

    @Test
    void aPageOfNoSiteAndWhatIsNoPageHaveNoBlocks() {
        assertEquals(
                Blocks.NONE,
                describer.describe(Documents.page("<p>Alone in the world.</p>")).blocks());
        assertEquals(
                Blocks.NONE,
                describer.describe(Documents.text("Alone in the world.")).blocks());
    }
}
