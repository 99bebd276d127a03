package sourcebook.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.Asker;
import sourcebook.search.Facet;
import sourcebook.search.FacetColumns;
import sourcebook.search.Layer;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;
import sourcebook.search.Sort;

/// What a result page may read: what it shows, once, and nothing of what it does not show.
class PageWorkTest {
    private static final int DOCUMENTS = 90;
    private static final int A_SEGMENT = 30;
    private static final SearchRequest PAGE =
            SearchRequest.of("\"peace treaty\"").withCountHits(true).withPage(0, 10);

    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private DirectoryReader reader;
    private WatchedIndex index;

    @BeforeEach
    void fill() throws IOException {
        try (IndexWriter writer = new IndexWriter(
                directory,
                new IndexWriterConfig().setSimilarity(IndexSchema.SIMILARITY).setMergePolicy(NoMergePolicy.INSTANCE))) {
            for (int i = 0; i < DOCUMENTS; i++) {
                String text = "The peace treaty of " + i + ". " + "It was signed by all of them. ".repeat(i + 1);
                var record = Samples.record(
                        "Title " + i, Integer.toString(1990 + i % 10), "Gazette " + i % 4, i % 3 == 0 ? "TZ" : "CN");
                var document = i % 9 == 0
                        ? Samples.copy("d" + i, "story" + (i % 2), record, DocumentText.of(text))
                        : Samples.document("d" + i, record, DocumentText.of(text));
                writer.addDocument(IndexSchema.document(document, FacetColumns.NONE));
                if (i % A_SEGMENT == 0) {
                    writer.flush();
                }
            }
            writer.commit();
        }
        reader = DirectoryReader.open(directory);
        index = WatchedIndex.of(reader);
    }

    @AfterEach
    void close() throws IOException {
        reader.close();
        directory.close();
    }

    private SearchResult ask(SearchRequest request) throws IOException {
        index.forget();
        return new Search(index, request, Asker.PATIENT).result();
    }

    @Test
    void aPageReadsWhatItShowsAndAsksItsQueryOnce() throws IOException {
        for (SearchRequest page : List.of(
                PAGE, PAGE.withStories(true), PAGE.withSort(Sort.NEWEST), PAGE.withPage(20, 10), PAGE.withQuery(""))) {
            SearchResult result = ask(page);
            assertEquals(10, result.results().size());
            // everything need not be looked for
            assertEquals(page.query().isEmpty() ? 0 : 1, index.done(WatchedIndex.QUERIES), page.toString());
            assertEquals(10, index.done(IndexSchema.KEPT_TEXT), page.toString());
            assertEquals(10, index.done(IndexSchema.SHOWN), page.toString());
            assertEquals(0, index.done(IndexSchema.KEPT_FURNITURE), page.toString());
            assertEquals(0, index.done(WatchedIndex.STORED), page.toString());
        }
    }

    @Test
    void whatIsChosenIsReadOnceForEachFacet() throws IOException {
        SearchRequest narrowed = PAGE.withRefinements(
                Map.of(Facet.COUNTRY, Set.of("TZ", "CN"), Facet.SOURCE, Set.of("Gazette 1", "Gazette 2")));
        for (SearchRequest page : List.of(narrowed, narrowed.withStories(true))) {
            ask(page);
            assertEquals(3, index.done(WatchedIndex.QUERIES), "the query and a choice in each of two facets");
            assertEquals(10, index.done(IndexSchema.KEPT_TEXT));
        }
    }

    @Test
    void numbersAloneReadNoDocument() throws IOException {
        ask(PAGE.withPage(0, 0));
        assertEquals(0, index.done(IndexSchema.KEPT_TEXT));
        assertEquals(0, index.done(IndexSchema.SHOWN));
        ask(PAGE.withSnippets(0));
        assertEquals(0, index.done(IndexSchema.KEPT_TEXT));
        assertEquals(10, index.done(IndexSchema.SHOWN));
    }

    @Test
    void namesAndNumbersOfFacetsAreReadOnceForASnapshot() throws IOException {
        ask(PAGE);
        assertTrue(index.done(WatchedIndex.NAMES) > 0);
        var state = index.facetState();
        var stories = index.stories();
        ask(PAGE.withSort(Sort.OLDEST));
        assertEquals(0, index.done(WatchedIndex.NAMES));
        assertSame(state, index.facetState());
        assertSame(stories, index.stories());
    }

    @Test
    void anExcerptUnpacksItsPieceAlone() throws IOException {
        String text = "A peace treaty was signed by all of them in the end. ".repeat(2_000);
        KeptText kept = new KeptText(KeptText.pack(text), () -> KeptText.after(text));
        List<Range> hits = new ArrayList<>();
        for (int at = text.indexOf("peace"); at >= 0; at = text.indexOf("peace", at + 1)) {
            hits.add(new Range(at, at + "peace treaty".length()));
        }
        new SnippetCutter(kept, List.of(0), Layer.TEXT, true).cut(hits, 3);
        assertTrue(kept.unpacked() <= 3 * 2, kept.unpacked() + " pieces");
    }
}
