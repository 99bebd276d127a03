package sourcebook.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.DocumentText;
import sourcebook.catalogue.Evidenced;

final class WebPageTest {
    private final Describer describer = new Describer();

    private DocumentRecord record(String head, String byline) {
        return describer
                .describe(Documents.page(Documents.article(head, byline)))
                .record();
    }

    @Test
    void bodyHoldsTheArticleInReadingOrderAndFurnitureTheRest() {
        DocumentText text =
                describer.describe(Documents.page(Documents.article("", ""))).text();
        assertTrue(text.text().startsWith("Bridges of the north\n\nThe first bridge"), text.text());
        assertEquals("Bridges of the north\n\n".length(), text.bodyStart());
        assertTrue(text.body().contains("built by workers who"), "inline markup adds no blank");
        assertTrue(text.body().contains("\n\nStone and timber\n\n"));
        assertTrue(text.body().contains("larch for the piles\noak for the deck"));
        assertTrue(text.body().contains("1790\ttimber\n1881\tiron"));
        assertTrue(text.body().endsWith("before the summer."), text.body());
        for (String around : List.of(
                "Sport and leisure", "Subscribe to the weekly", "Imprint and contact", "Ferries of the south")) {
            assertFalse(text.body().contains(around), around);
            assertTrue(text.furniture().contains(around), around);
        }
    }

    @Test
    void titleIsWithoutTheSitesName() {
        DocumentRecord record = record("<meta property='og:site_name' content='The Fjord Herald'>", "");
        assertEquals("Bridges of the north", record.titleText());
        assertEquals("The Fjord Herald", record.sourceText());
        assertEquals("og:site_name", record.source().evidence().rule());
    }

    @Test
    void structuredDataStateAuthorDatePublisherAndType() {
        DocumentRecord record = record("""
                <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Other"},
                {"@type":"NewsArticle","headline":"Bridges of the north","datePublished":"2017-03-04T10:00:00Z",
                "author":[{"@type":"Person","name":"Ida Berg"},{"@type":"Person","name":"Olav Lie"}],"publisher":{"@type":"Organization","name":"Fjord Herald"},}]}</script>
                <link rel="canonical" href="https://www.fjordherald.no/2017/03/04/bridges">""", "");
        assertEquals("2017-03-04", record.date().value().toString());
        assertEquals("datePublished (JSON-LD)", record.date().evidence().rule());
        assertEquals(
                List.of("Ida Berg", "Olav Lie"),
                record.creators().stream().map(Evidenced::value).toList());
        assertEquals("Fjord Herald", record.sourceText());
        assertEquals("news article", record.type().value());
        assertEquals("NO", record.publishedIn().getFirst().value());
        assertEquals(
                "https://www.fjordherald.no/2017/03/04/bridges", record.url().value());
        assertEquals("en", record.language().value());
    }

    @Test
    void theDayInTheAddressBeatsAStampOfAnotherTimeZone() {
        DocumentRecord record = record(
                "<meta property='article:published_time' content='2020-05-02T03:54:00Z'><meta property='og:url' content='https://example.com/2020/05/01/bridges'>",
                "");
        assertEquals("2020-05-01", record.date().value().toString());
        assertEquals("address", record.date().evidence().rule());
    }

    @Test
    void bylineAndDateAreReadNearTheHeadline() {
        DocumentRecord record = record("", "<p class='byline'>By Ida Berg, 3 April 2016</p>");
        assertEquals("2016-04-03", record.date().value().toString());
        assertEquals("Ida Berg", record.creators().getFirst().value());
    }

    @Test
    void scholarlyTagsMakeAJournalArticle() {
        DocumentRecord record = record(
                "<meta name='citation_title' content='On bridges'><meta name='citation_author' content='Okoro, Mary Anne'><meta name='citation_journal_title' content='Journal of Spans'><meta name='citation_publication_date' content='2009/07'>",
                "");
        assertEquals("On bridges", record.titleText());
        assertEquals(
                List.of("Okoro, Mary Anne"),
                record.creators().stream().map(Evidenced::value).toList());
        assertEquals("Journal of Spans", record.sourceText());
        assertEquals("journal article", record.type().value());
        assertEquals(2009, record.year());
    }

    @Test
    void implausibleDatesAreNotTaken() {
        assertEquals(null, record("<meta name='date' content='1970-01-01'>", "").date());
        assertEquals(null, record("<meta name='date' content='2199-01-01'>", "").date());
    }

    @Test
    void anEmptyBodyFallsBackToAllVisibleText() {
        DocumentText text = describer
                .describe(Documents.page("<body><nav><a href=x>One</a> <a href=y>Two</a></nav><p hidden>No</p></body>"))
                .text();
        assertTrue(
                text.text().contains("One")
                        && text.text().contains("Two")
                        && !text.text().contains("No"),
                text.text());
    }

    @Test
    void statedArticleBodyStandsInWhenThePageShowsNone() {
        String body = "The mill by the river had been silent for a generation. "
                .repeat(12)
                .strip();
        DocumentText text = describer
                .describe(
                        Documents.page(
                                "<html><head><script type='application/ld+json'>{\"@type\":\"Article\",\"articleBody\":\""
                                        + body
                                        + "\"}</script></head><body><p>Please turn on scripts to read this page today.</p></body></html>"))
                .text();
        assertEquals(body, text.body());
        assertTrue(text.furniture().contains("Please turn on scripts"));
    }

    @Test
    void pathologicalPagesCostLittleAndLoseNothing() {
        String deep =
                "<div>".repeat(100_000) + "The word at the bottom of the well is zymurgy." + "</div>".repeat(100_000);
        String wide = "<p>" + "word and another word, ".repeat(220_000) + "</p>";
        describer.describe(Documents.page(Documents.article("", ""))); // tables are read on first use
        assertTimeout(Duration.ofSeconds(30), () -> {
            assertTrue(describer.describe(Documents.page(deep)).text().text().contains("zymurgy"));
            assertTrue(describer.describe(Documents.page(wide)).text().text().length() > 5_000_000 - 200_000);
            describer.describe(Documents.page("<span class=date>1.1.</span>".repeat(50_000)));
        });
    }
}
