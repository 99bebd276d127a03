package sourcebook.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import sourcebook.catalogue.Confidence;
import sourcebook.catalogue.Evidenced;
import sourcebook.catalogue.PartialDate;

/// Days of web pages: what their data state against what they show.
final class PageDatesTest {
    private final Describer describer = new Describer();

    private Evidenced<PartialDate> date(String head, String byline) {
        return describer
                .describe(Documents.page(Documents.article(head, byline)))
                .record()
                .date();
    }

    private String day(String head, String byline) {
        var date = date(head, byline);
        return date == null ? null : date.value().toString();
    }

    private static final String PUBLISHED = "<meta property='article:published_time' content='2018-02-03T22:30:00Z'>";
    private static final String CHANGED = "<meta property='article:modified_time' content='2019-06-07T10:00:00Z'>";

    @Test
    void aDayShownNextToTheStampIsThatOfItsReaders() {
        var date = date(PUBLISHED, "<p class='date'>February 4, 2018</p>");
        assertEquals("2018-02-04", date.value().toString());
        assertEquals("line by the headline", date.evidence().rule());
        assertEquals("February 4, 2018", date.evidence().text());
        assertEquals(Confidence.HIGH, date.evidence().confidence());
    }

    @Test
    void aDayThatThePageShowsAloneAndStatesAsWellGoesBeforeTheStatedOne() {
        assertEquals("2019-06-07", day(PUBLISHED + CHANGED, "<p class='date'>Updated June 7, 2019</p>"));
    }

    @Test
    void whereBothAreShownTheDayOfPublicationStays() {
        assertEquals(
                "2018-02-03",
                day(
                        PUBLISHED + CHANGED,
                        "<p class='date'>Published 3 February 2018</p><p class='date'>Updated 7 June 2019</p>"));
    }

    @Test
    void aShownDayThatNothingElseStatesDoesNotOverrule() {
        assertEquals("2018-02-03", day(PUBLISHED, "<p class='date'>7 June 2019</p>"));
    }

    @Test
    void daysOfListsQuotationsPeriodsAndPeopleAreNotTheArticles() {
        String teaser = "<li class='card'>Ferry lost <span class='when'>%s</span></li>";
        String list = "<p>Other news</p>".repeat(8)
                + "<ul>"
                + String.join(
                        "",
                        List.of(
                                teaser.formatted("3 May 2011"),
                                teaser.formatted("4 May 2011"),
                                teaser.formatted("9 May 2011")))
                + "</ul>";
        assertNull(day("", list));
        assertNull(day("", "<blockquote><p>Ola (@ola) 4 May 2011</p></blockquote>"));
        assertNull(day("", "<p>From 1 to 14 May 2011</p>"));
        assertNull(day("", "<p>Ola Berg, registered: 14 May 2011</p>"));
    }

    @Test
    void markedDaysOfManyItemsSayNothing() {
        String item = "<p><span itemprop='datePublished' content='2011-05-0%d'>.</span></p>";
        assertNull(day("", item.formatted(1) + item.formatted(2) + item.formatted(3)));
        assertEquals("2011-05-01", day("", item.formatted(1)));
    }

    @Test
    void createdIsNotPublished() {
        assertEquals(
                "2015-08-09",
                day("<meta itemprop='dateCreated' content='2004-01-01'>", "<p class='date'>9 August 2015</p>"));
    }

    @Test
    void dataThatAreNoJsonAreReadAsFarAsTheyGo() {
        String broken =
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"description\":\"the \"old\" bridge\",\"datePublished\":\"2017-03-04T10:00:00Z\",\"author\":{\"@type\":\"Person\",\"name\":\"Ida Berg\"}}</script>";
        var record = describer
                .describe(Documents.page(Documents.article(broken, "")))
                .record();
        assertEquals("2017-03-04", record.date().value().toString());
        assertEquals("Ida Berg", record.creators().getFirst().value());
    }

    @Test
    void everyPhraseShowsOneOfItsSigns() {
        for (String phrase : List.of(
                "Published on 3 May 2016",
                "POSTED: 3 May 2016",
                "updated 3 May",
                "Created by us",
                "Last modified 3 May",
                "latest revision of 3 May",
                "Veröffentlicht am 3. Mai",
                "erstellt",
                "GESPEICHERT",
                "Geändert",
                "aktualisiert: 3. Mai",
                "Dieser Beitrag wurde am 3. Mai 2016",
                "Meldungen ist vom 3. Mai",
                "Publié le 3 mai",
                "Mis à jour",
                "publicado",
                "Actualizado",
                "pubblicato",
                "aggiornato",
                "gepubliceerd op",
                "Publicerad",
                "publisert",
                "Opublikowano",
                "zveřejněno",
                "Yayınlanma",
                "Опубликовано 3 мая",
                "опубликован",
                "Дата публикации",
                "نشر",
                "发布",
                "发表",
                "公開",
                "Stand: 3.5.2016",
                "Stand 3.5.2016",
                "stand\n3.5.2016",
                "stand\t3.5.",
                "wurde am 3. Mai 2016 veröffentlicht",
                "(wurde am 3. Mai geschrieben)")) {
            assertTrue(PageDates.PHRASE.pattern().matcher(phrase).find(), phrase);
            assertTrue(PageDates.PHRASE.matcher("a " + phrase).find(), phrase);
        }
    }
}
