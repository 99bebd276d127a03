package sourcebook.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.DocumentText;
import sourcebook.catalogue.Evidenced;
import sourcebook.search.Facet;
import sourcebook.search.FacetColumns;
import sourcebook.search.FacetValue;
import sourcebook.search.IndexedDocument;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;

/// Columns of sidecars as facets, and the months of a year.
class ColumnFacetTest {
    private static final FacetColumns COLUMNS = FacetColumns.of("party, regime");
    private static final Facet PARTY = Facet.custom("party");

    @TempDir
    Path folder;

    private static IndexedDocument document(String name, String story, String date, String party) {
        DocumentRecord record = Samples.record(null, date.isEmpty() ? null : date, null);
        Map<String, Evidenced<String>> custom =
                party.isEmpty() ? Map.of() : Map.of("Party", Samples.stated(party), "note", Samples.stated("x"));
        DocumentText text = DocumentText.of("peace in our time");
        return story.isEmpty()
                ? Samples.document(name, record.withCustom(custom), text)
                : Samples.copy(name, story, record.withCustom(custom), text);
    }

    private static void fill(SearchEngine engine) {
        engine.put(document("a", "s", "2014-03-01", "MPLA; FRELIMO;"));
        engine.put(document("b", "s", "2014-03", "MPLA"));
        engine.put(document("c", "", "2014", "UNITA"));
        engine.put(document("d", "", "2015-01-02", ""));
        engine.put(document("e", "", "", "MPLA"));
        engine.commit(5);
    }

    private static Map<String, Long> counts(List<FacetValue> values) {
        Map<String, Long> counts = new TreeMap<>();
        values.forEach(value -> counts.put(value.value(), value.count()));
        return counts;
    }

    private static Map<String, Long> party(SearchResult result) {
        return counts(result.facets().getOrDefault(PARTY, List.of()));
    }

    @Test
    void aColumnIsCountedAndChosenLikeAnyFacet() {
        try (SearchEngine engine = LuceneSearchEngine.open(folder, 16, COLUMNS)) {
            fill(engine);
            SearchRequest all = SearchRequest.of("peace");
            assertEquals(List.of(PARTY, Facet.custom("regime")), engine.facets().subList(6, 8));
            assertEquals(Map.of("MPLA", 3L, "FRELIMO", 1L, "UNITA", 1L, Facet.UNKNOWN, 1L), party(engine.search(all)));
            assertEquals(
                    Map.of("MPLA", 2L, "FRELIMO", 1L, "UNITA", 1L, Facet.UNKNOWN, 1L),
                    party(engine.search(all.withStories(true))),
                    "copies of one story are one");

            SearchResult chosen = engine.search(all.withRefinements(Map.of(PARTY, Set.of("UNITA", Facet.UNKNOWN))));
            assertEquals(2, chosen.total());
            assertEquals(3L, party(chosen).get("MPLA"), "what is not chosen keeps its count");
            assertEquals(Map.of(Facet.UNKNOWN, 2L), counts(chosen.facets().get(Facet.custom("regime"))));

            SearchResult other = engine.search(all.withRefinements(Map.of(Facet.custom("PARTY"), Set.of("MPLA"))));
            assertEquals(3, other.total(), "capitals of a column's name make no difference");
            SearchResult none = engine.search(all.withRefinements(Map.of(Facet.custom("note"), Set.of("x"))));
            assertEquals(0, none.total());
            assertEquals(
                    List.of("No facet is called “note”: the archive's settings name party, regime."), none.notes());
            assertEquals(Map.of("x", 0L), counts(none.facets().get(Facet.custom("note"))), "so that it can be left");
        }
    }

    @Test
    void anIndexWithOtherFacetsIsFilledAgainAndAReaderKnowsThem() {
        try (SearchEngine engine = LuceneSearchEngine.open(folder, 16)) {
            fill(engine);
            assertEquals(Facet.BUILT_IN, engine.facets());
        }
        try (SearchEngine engine = LuceneSearchEngine.open(folder, 16, COLUMNS)) {
            assertEquals(0, engine.committedSequence());
            assertEquals(0, engine.size());
            fill(engine);
        }
        try (SearchEngine engine = LuceneSearchEngine.open(folder, 16, COLUMNS)) {
            assertEquals(5, engine.committedSequence(), "nothing has changed");
        }
        try (SearchEngine reader = LuceneSearchEngine.openReadOnly(folder)) {
            assertTrue(reader.facets().contains(PARTY));
            assertEquals(3L, party(reader.search(SearchRequest.of(""))).get("MPLA"));
        }
    }

    @Test
    void aColumnCanBeAskedForInAQuery() {
        try (SearchEngine engine = LuceneSearchEngine.open(folder, 16, COLUMNS)) {
            fill(engine);
            assertEquals(3, engine.search(SearchRequest.of("party:mpla")).total(), "capitals make no difference");
            assertEquals(
                    1,
                    engine.search(SearchRequest.of("peace -party:MPLA -party:unita"))
                            .total());
            assertEquals(2, engine.search(SearchRequest.of("has:story")).total());
            assertEquals(0, engine.search(SearchRequest.of("has:ocr")).total());
        }
    }

    @Test
    void namesThatMeanSomethingElseAreRefused() {
        for (String taken : List.of("year", "Published_in", "publishedin", "title", "has", "month")) {
            String said = assertThrows(IllegalArgumentException.class, () -> FacetColumns.of("party," + taken))
                    .getMessage();
            assertEquals("the name " + taken + " already means something else in every archive", said);
        }
        assertThrows(IllegalArgumentException.class, () -> FacetColumns.of("a:b"));
        assertEquals(
                List.of("party", "type of regime"),
                FacetColumns.of(" party ,, Party, type of regime").names());
    }

    @Test
    void theMonthsOfTheYearThatIsChosen() {
        try (SearchEngine engine = LuceneSearchEngine.open(folder, 16, COLUMNS)) {
            fill(engine);
            SearchRequest year = SearchRequest.of("").withRefinements(Map.of(Facet.YEAR, Set.of("2014")));
            assertEquals(List.of(), engine.search(SearchRequest.of("")).months(), "no year is chosen");
            SearchResult copies = engine.search(year);
            assertEquals(13, copies.months().size());
            assertEquals(
                    new FacetValue("2014-03", "March 2014", 2), copies.months().get(2));
            assertEquals(
                    new FacetValue(Facet.UNKNOWN, "month unknown", 1),
                    copies.months().getLast());
            assertEquals(
                    1, engine.search(year.withStories(true)).months().get(2).count());

            SearchResult march = engine.search(
                    year.withRefinements(Map.of(Facet.YEAR, Set.of("2014"), Facet.MONTH, Set.of("2014-03"))));
            assertEquals(2, march.total());
            assertEquals(copies.months(), march.months(), "the other months keep their counts");
            assertEquals(1L, counts(march.facets().get(Facet.YEAR)).get("2015"), "and so do the other years");
        }
    }

    /// A value counts as many documents or stories as choosing it gives: any column, month and combination.
    @Test
    void everyCountIsWhatChoosingTheValueGives() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<IndexedDocument> documents = new java.util.ArrayList<>();
        String[] parties = {"A", "B", "C", "A;B", ""};
        String[] dates = {"2014", "2014-01", "2014-02-03", "2014-02-04", "2015-02", "2013", ""};
        String[] storyIds = {"", "s1", "s2", "s3"};
        try (SearchEngine engine = LuceneSearchEngine.open(folder, 16, COLUMNS)) {
            for (int i = 0; i < 80; i++) {
                documents.add(document(
                        "d" + i,
                        storyIds[random.nextInt(storyIds.length)],
                        dates[random.nextInt(dates.length)],
                        parties[random.nextInt(parties.length)]));
                engine.put(documents.getLast());
                if (random.nextInt(20) == 0) {
                    engine.commit(i + 1);
                }
            }
            engine.commit(81);
            for (int round = 0; round < 40; round++) {
                Map<Facet, Set<String>> chosen = new HashMap<>();
                chosen.put(Facet.YEAR, new TreeSet<>(Set.of(random.nextBoolean() ? "2014" : "2015")));
                if (random.nextBoolean()) {
                    chosen.put(PARTY, Set.of(random.nextBoolean() ? "A" : Facet.UNKNOWN));
                }
                if (random.nextBoolean()) {
                    chosen.put(Facet.MONTH, Set.of(random.nextBoolean() ? "2014-02" : Facet.UNKNOWN));
                }
                SearchRequest request =
                        SearchRequest.of("").withRefinements(chosen).withStories(random.nextBoolean());
                SearchResult result = engine.search(request);
                for (Facet facet : List.of(PARTY, Facet.MONTH)) {
                    List<FacetValue> values =
                            facet.equals(PARTY) ? result.facets().get(PARTY) : result.months();
                    for (FacetValue value : values) {
                        Map<Facet, Set<String>> one = new HashMap<>(chosen);
                        one.put(facet, Set.of(value.value()));
                        assertEquals(
                                engine.search(request.withRefinements(one)).total(),
                                value.count(),
                                () -> "seed " + seed + ": " + chosen + " " + facet + " " + value);
                    }
                }
                Set<String> found = engine.search(request.withPage(0, 100)).results().stream()
                        .map(one -> one.id().value())
                        .collect(Collectors.toSet());
                assertEquals(result.total(), found.size(), "seed " + seed);
            }
        }
    }
}
