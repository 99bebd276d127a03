package sourcebook.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sourcebook.catalogue.Confidence;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.Evidenced;

final class PrintedDocumentTest {
    private final Describer describer = new Describer();

    private DocumentRecord pdf(Map<String, List<String>> metadata, String... pages) {
        return describer
                .describe(Documents.pdf(metadata, List.of(pages), List.of()))
                .record();
    }

    private DocumentRecord text(String text) {
        return describer.describe(Documents.text(text)).record();
    }

    private static String value(Evidenced<?> value) {
        return value == null ? "none" : value.value().toString();
    }

    @Test
    void whatABrowserPrintedHasItsAddressAndTheDayOfPrintingIsNotItsOwn() {
        DocumentRecord record = pdf(
                Map.of(
                        "dc:title",
                        List.of("Salt and its roads - The Harbour Log"),
                        "pdf:docinfo:creator_tool",
                        List.of("Mozilla/5.0 (X11; Linux x86_64) Chrome/50.0 Safari/537.36"),
                        "dcterms:created",
                        List.of("2016-04-11T04:36:23Z")),
                "4/11/2016 Salt and its roads\nSalt and its roads\nIt went by mule.\nhttps://log.example/2013/05/salt-and-its-roads.html 1/2",
                "4/11/2016 Salt and its roads\nThen by cart.\nhttps://log.example/2013/05/salt-and-its-roads.html 2/2");
        assertEquals("Salt and its roads", record.titleText());
        assertEquals("https://log.example/2013/05/salt-and-its-roads.html", value(record.url()));
        assertEquals("2013-05", value(record.date()));
    }

    @Test
    void aPagePrintedLongAfterTheDaysItNamesIsAsOldAsThey() {
        Map<String, List<String>> printed = Map.of(
                "pdf:docinfo:creator_tool", List.of("Safari"), "dcterms:created", List.of("2014-12-11T15:29:16Z"));
        String page = "The lorry left on 3 January 2012, was seen on 9 January 2012 by the herdsmen of the pass, %s";
        assertEquals(
                "2012",
                value(pdf(printed, page.formatted("and came home on 25 February 2012 without its salt."))
                        .date()));
        assertEquals(
                "2014-12-11",
                value(pdf(printed, page.formatted("and came home on 25 November 2014 without its salt."))
                        .date()));
    }

    @Test
    void createdIsTheLastResort() {
        Map<String, List<String>> made = Map.of("dcterms:created", List.of("2015-03-01T00:00:00Z"));
        DocumentRecord bare = pdf(made, "Wells of the plateau and their keepers were counted by us.");
        assertEquals("2015-03-01", value(bare.date()));
        assertEquals(Confidence.LOW, bare.date().evidence().confidence());
        assertEquals(
                "2011-05",
                value(pdf(made, "Wells\nWords.", "First published in May 2011 by the Institute")
                        .date()));
        assertEquals(
                "2009",
                value(pdf(made, "Wells\nWords of the wells.\n© 2007-2009 Plateau Institute")
                        .date()));
        assertEquals(
                "2010-06-02",
                value(pdf(made, "Wells\nReceived 3 March 2009\nPublished online: 2 June 2010\nWords.")
                        .date()));
    }

    @Test
    void titlesAreNeitherKindsNorFileNames() {
        assertEquals(
                "Wells of the plateau",
                pdf(
                                Map.of("dc:title", List.of("Plateau Institute Case Study: Wells of the plateau")),
                                "CASE STUDY\nWells of the plateau\nWords.")
                        .titleText());
        assertEquals(
                "Wells of the plateau",
                pdf(Map.of("dc:title", List.of("X:\\texts\\wells_v3.vp")), "Wells of the plateau\nWords of it.")
                        .titleText());
        assertEquals(
                "Which wells dried out",
                text("Which wells dried out\nThe Plateau Herald\n14 May 2003\n\nMany did.\n")
                        .titleText());
        assertEquals(
                "Yearly review of wells",
                text("PLATEAU FOUNDATION\nYearly review of wells\n\nMany dried out.\n")
                        .titleText());
        assertEquals(
                "Wells, second round",
                text("TO: the keepers\nFROM: the office\nSUBJECT: Wells, second round\n\nThank you.\n")
                        .titleText());
        assertEquals(
                "Which wells dried out",
                text("Which wells dried out\n=====\nMany did.\n").titleText());
        assertNull(text("Arusha, Tanzania\n2 December 2005\n\nDear Mrs Okoro,\n\nThank you.\n")
                .title());
    }

    @Test
    void kindsAreSaidByTheWorksThemselves() {
        assertEquals(
                "journal article",
                value(pdf(
                                Map.of(),
                                "Journal of Wells 12 (2), 2017, 45–48\nWells of the plateau\nAbstract. They dry out.\nKeywords: wells\nText.")
                        .type()));
        assertEquals(
                "report",
                value(pdf(Map.of(), "Wells of the plateau\nWe read the Journal of Wells for this, and liked it.")
                        .type()));
        assertEquals(
                "thesis",
                value(pdf(Map.of(), "Wells\nA thesis submitted in partial fulfilment of the requirements")
                        .type()));
        assertEquals(
                "press release",
                value(text("PRESS RELEASE\n\nThe well is open.\n").type()));
        assertEquals(
                "minutes",
                value(text("Minutes of the third meeting of the keepers\n\nPresent: all.\n")
                        .type()));
        assertEquals(
                "letter",
                value(text("Dear Mrs Okoro,\n\nThe well is open.\n\nYours sincerely,\n\nIda Berg\n")
                        .type()));
        assertEquals(
                "memorandum",
                value(text("TO: the keepers\nFROM: the office\n\nThe well is open.\n")
                        .type()));
        assertEquals(
                "text",
                value(text("The well\n\nIt is open, and they wrote letters to each other.\n")
                        .type()));
    }

    @Test
    void frontMatterStatesCountriesLanguageAndAddress() {
        DocumentRecord record = describer
                .describe(
                        Documents.markdown(
                                "---\ntitle: Wells\ncountry: Cuba; Jamaica\npublished_in: Kenya\nlanguage: sw\nurl: https://wells.example/a\ntype: Letter\n---\nWater.\n"))
                .record();
        assertEquals(
                List.of("CU", "JM"),
                record.about().stream().map(Evidenced::value).toList());
        assertEquals(
                List.of("KE"),
                record.publishedIn().stream().map(Evidenced::value).toList());
        assertEquals("sw", value(record.language()));
        assertEquals("https://wells.example/a", value(record.url()));
        assertEquals("letter", value(record.type()));
    }

    @Test
    void pagesOfAMixedDocumentKnowTheirLanguages() {
        String english =
                "Our small town lies by the river, and in the summer the children swim there until it is dark. When the bridge was finished, everybody came to the square.";
        String german =
                "Unsere kleine Stadt liegt am Fluss, und im Sommer schwimmen die Kinder dort, bis es dunkel wird. Als die Brücke fertig war, kamen alle auf den Platz.";
        Description mixed = describer.describe(
                Documents.pdf(Map.of(), List.of(english, german, "Annex", english + " " + english), List.of()));
        assertEquals("en", value(mixed.record().language()));
        assertEquals(List.of("en", "de", "en", "en"), mixed.text().pageLanguages());
        Description one = describer.describe(Documents.pdf(Map.of(), List.of(english, english, ""), List.of()));
        assertEquals(List.of(), one.text().pageLanguages());
        assertTrue(one.record().language().evidence().confidence() == Confidence.HIGH);
    }
}
