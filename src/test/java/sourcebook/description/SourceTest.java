package sourcebook.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.Evidenced;

/// Source, place of publication and whose text a reprint is.
final class SourceTest {
    private final Describer describer = new Describer();

    private DocumentRecord page(String head, String byline) {
        return describer
                .describe(Documents.page(Documents.article(head, byline)))
                .record();
    }

    private DocumentRecord at(String address, String more) {
        return page("<link rel='canonical' href='" + address + "'>" + more, "");
    }

    private static String published(DocumentRecord record) {
        List<String> codes = record.publishedIn().stream().map(Evidenced::value).toList();
        return String.join(",", codes);
    }

    private String reprintedFrom(String text) {
        Evidenced<String> from =
                describer.describe(Documents.text(text)).record().custom().get(Reprint.FIELD);
        return from == null ? null : from.value();
    }

    @Test
    void theHostOfAnOutletNamesItWithItsCountry() {
        DocumentRecord record = at("https://www.thecitizen.co.tz/news/1", "");
        assertEquals("The Citizen (Tanzania)", record.sourceText());
        assertEquals("TZ", published(record));
        assertEquals("CN", published(at("http://news.xinhuanet.com/x", "")));
        assertEquals("QA", published(at("https://www.aljazeera.com/x", "")));
        assertEquals(
                "Xinhua",
                at("http://www.news.cn/x", "<meta property='og:site_name' content='新华网'>")
                        .sourceText());
    }

    @Test
    void aSectionOfAnOutletsSiteIsTheOutlet() {
        assertEquals(
                "Reuters",
                at("https://www.reuters.com/article/x", "<meta property='og:site_name' content='U.S.'>")
                        .sourceText());
    }

    @Test
    void theSitesNameIsReadFromItsLogoOrItsTitle() {
        assertEquals("The Fjord Herald", at("https://fjordherald.example/x", "").sourceText());
        DocumentRecord logo = describer
                .describe(Documents.page(
                        "<html><head><title>Salt</title><link rel=canonical href='https://fjordbote.example/s'></head><body>"
                                + "<header><a href='/'><img alt='Der Fjordbote Logo' src='l.png'></a></header>"
                                + "<article><h1>Salt</h1><p>Salt was dear this year, said the men at the harbour, and it"
                                + " will be dearer in the next.</p></article></body></html>"))
                .record();
        assertEquals("Der Fjordbote", logo.sourceText());
        assertEquals("logo", logo.source().evidence().rule());
    }

    @Test
    void aTitleElementThatIsNotTheHeadlineMayBeTheSource() {
        String rest = "<title>Fjord Weekly</title>%s</head><body><p>Fjord Weekly</p><h1>Salt is dear</h1>"
                + "<p>Salt was dear this year, said the men at the harbour, and it will be dearer.</p></body></html>";
        for (String meta : List.of("<meta name='DC.publisher' content='Fjord Weekly'>", "")) {
            DocumentRecord record = describer
                    .describe(Documents.page("<html><head>" + rest.formatted(meta)))
                    .record();
            assertEquals("Salt is dear", record.titleText());
            assertEquals("Fjord Weekly", record.sourceText());
        }
        assertNull(page("<meta name='DC.publisher' content='Bridges of the north'>", "")
                .source());
    }

    @Test
    void aHostThatNobodyKnowsIsMadeReadable() {
        DocumentRecord record = describer
                .describe(Documents.page(
                        "<html><head><title>Salt</title><link rel=canonical href='https://www.der-freie-fjord.example/s'></head>"
                                + "<body><p>Salt was dear this year, said the men at the harbour.</p></body></html>"))
                .record();
        assertEquals("Der Freie Fjord", record.sourceText());
    }

    @Test
    void aLanguageSaysNothingAboutAPlace() {
        assertEquals("", published(page("<meta property='og:locale' content='en_GB'>", "")));
        assertEquals("", published(at("https://fjord.example/", "<meta property='og:locale' content='de_AT'>")));
    }

    @Test
    void domainsThatAreSoldToTheWorldSayNothingAboutAPlace() {
        for (String host : List.of("fjord.tv", "fjord.io", "fjord.co", "fjord.me", "fjord.ai", "fjord.com")) {
            assertEquals("", published(at("https://" + host + "/x", "")), host);
        }
        assertEquals("NO", published(at("https://fjord.no/x", "")));
        assertEquals("CO", published(at("https://www.fjord.gov.co/x", "")));
        assertEquals("US", published(at("https://fjord.gov/x", "")));
    }

    @Test
    void anAddressInStructuredDataIsAPlace() {
        assertEquals(
                "NA",
                published(page(
                        "<script type='application/ld+json'>{\"@type\":\"Organization\",\"name\":\"Dune\",\"address\":{\"@type\":\"PostalAddress\",\"addressCountry\":\"NA\"}}</script>",
                        "")));
    }

    @Test
    void anImprintIsAPlace() {
        DocumentRecord record = describer
                .describe(Documents.pdf(
                        Map.of(),
                        List.of(
                                "Salt and its prices\nA study of the coast\n",
                                "Printed in Tanzania by the Coast Press\n",
                                "Salt was dear."),
                        List.of()))
                .record();
        assertEquals("TZ", published(record));
        assertEquals("imprint", record.publishedIn().getFirst().evidence().rule());
    }

    @Test
    void whoseTextItIsIsSaidInManyLanguages() {
        String body = "\n\nSalt was dear this year, said the men at the harbour.\n\n";
        Map<String, String> lines = Map.ofEntries(
                Map.entry("Reprinted with permission of The Fjord Gazette.", "The Fjord Gazette"),
                Map.entry("This article was originally published by RFE/RL.", "Radio Free Europe/Radio Liberty"),
                Map.entry("This story first appeared in The Hindu on 3 March.", "The Hindu"),
                Map.entry("Cet article a été initialement publié par Jeune Afrique.", "Jeune Afrique"),
                Map.entry("Publicado originalmente en La Jornada, México.", "La Jornada"),
                Map.entry("Dieser Beitrag erschien zuerst in der Süddeutschen Post.", "Süddeutschen Post"),
                Map.entry("Mit freundlicher Genehmigung der Jungen Welt.", "Jungen Welt"),
                Map.entry("Впервые опубликовано в газете «Известия».", "Izvestia"),
                Map.entry("نُشر هذا المقال لأول مرة في صحيفة الأهرام.", "Al-Ahram"),
                Map.entry("本文转载自《光明日报》。", "Guangming Daily"),
                Map.entry("来源：新华社", "Xinhua"),
                Map.entry("Source: Reuters", "Reuters"),
                Map.entry("Quelle: dpa", "Deutsche Presse-Agentur"));
        lines.forEach((line, outlet) -> assertEquals(outlet, reprintedFrom("Salt" + body + line + "\n"), line));
    }

    @Test
    void agenciesBearTheirMark() {
        assertEquals("Agence France-Presse", reprintedFrom("Salt\n\nPARIS (AFP) - Salt was dear this year.\n"));
        assertEquals(
                "Agence France-Presse",
                reprintedFrom("Salt\n\nBy Ida Berg\n\n(AFP)\u00A0— Salt was dear this year.\n"));
        assertEquals("EFE", reprintedFrom("Sal\n\nMadrid, 7 oct (EFE).- La sal fue cara este año.\n"));
        assertEquals("Xinhua", reprintedFrom("盐价\n\n新华社北京3月5日电 今年盐很贵。\n"));
        assertEquals("TASS", reprintedFrom("Соль\n\nМОСКВА, 5 марта. /ТАСС/. Соль подорожала.\n"));
    }

    @Test
    void picturesAndDatesAreNoReprints() {
        assertNull(reprintedFrom("Salt\n\nThe harbour at noon (Ida Berg/AP)\n\nSalt was dear.\n"));
        assertNull(reprintedFrom("Salt\n\nFirst published on Nov 20, 2019.\n\nSalt was dear.\n"));
        assertNull(reprintedFrom("Salt\n\nSource: the men at the harbour\n\nSalt was dear.\n"));
        assertNull(reprintedFrom("Salt\n\nThe laws were published by the king. Salt was dear.\n"));
    }

    @Test
    void theOutletThatPrintedItStaysTheSource() {
        DocumentRecord record = page(
                "<meta property='og:site_name' content='The Fjord Herald'>",
                "<p>OSLO (Reuters) - Bridges are dear in the north this year, said the men at the harbour of the town.</p>");
        assertEquals("The Fjord Herald", record.sourceText());
        DocumentRecord own = at(
                "https://www.reuters.com/x",
                "<meta name='author' content='Reuters'><meta property='og:site_name' content='Reuters'>");
        assertEquals(Map.of(), own.custom());
    }
}
