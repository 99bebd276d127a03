package sourcebook.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.Facet;
import sourcebook.search.FacetValue;
import sourcebook.search.Hit;
import sourcebook.search.IndexedDocument;
import sourcebook.search.Query;
import sourcebook.search.QueryParser;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;
import sourcebook.search.Snippet;
import sourcebook.search.Sort;

/// Random queries to random corpora: the engine's totals, documents, order, hits, marks and facet counts equal those
/// of a scan that reads every text. `-Dsourcebook.test.seed` repeats a run, `-Dsourcebook.test.rounds.search` sets its
/// length.
class SearchOracleTest {
    private static final long SEED = Long.getLong("sourcebook.test.seed", System.nanoTime());
    private static final int QUERIES = Integer.getInteger("sourcebook.test.rounds.search", 300);
    private static final int QUERIES_A_CORPUS = 100;
    private static final int DOCUMENTS = 60;

    @TempDir
    Path folder;

    private String where = "";

    @Test
    void theEngineEqualsALinearScan() {
        for (int done = 0, corpus = 0; done < QUERIES; corpus++) {
            Random random = new Random(SEED + corpus);
            RandomCorpus source = new RandomCorpus(random);
            try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder.resolve("c" + corpus), 16)) {
                List<IndexedDocument> documents = fill(engine, source, random);
                LinearScan scan = new LinearScan(documents);
                for (int i = 0; i < QUERIES_A_CORPUS && done < QUERIES; i++, done++) {
                    SearchRequest request = source.request(documents);
                    where = "seed " + SEED + ", corpus " + corpus + ", question " + i + ": " + request;
                    compare(engine, scan, request);
                }
            }
        }
    }

    /// Several commits, some documents replaced and some removed again.
    private static List<IndexedDocument> fill(LuceneSearchEngine engine, RandomCorpus source, Random random) {
        Map<DocumentId, IndexedDocument> documents = new HashMap<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            IndexedDocument document = source.document("d" + random.nextInt(DOCUMENTS));
            documents.put(document.id(), document);
            engine.put(document);
            if (random.nextInt(20) == 0) {
                engine.commit(i);
                DocumentId removed = Samples.id("d" + random.nextInt(DOCUMENTS));
                documents.remove(removed);
                engine.remove(removed);
            }
        }
        documents.put(Samples.id("last"), source.document("last"));
        engine.put(documents.get(Samples.id("last")));
        engine.commit(DOCUMENTS);
        return documents.values().stream()
                .sorted(Comparator.comparing(IndexedDocument::id))
                .toList();
    }

    private void compare(LuceneSearchEngine engine, LinearScan scan, SearchRequest request) {
        Query query = QueryParser.parse(request.query()).query();
        List<IndexedDocument> wanted = scan.matching(query, request);
        SearchResult result = engine.search(request);
        assertEquals(wanted.size(), result.total(), where);
        assertEquals(
                ids(wanted, request.sort()),
                request.sort() == Sort.RELEVANCE
                        ? result.results().stream()
                                .map(SearchResult.Result::id)
                                .sorted()
                                .toList()
                        : result.results().stream().map(SearchResult.Result::id).toList(),
                where);

        Map<DocumentId, SearchResult.Result> results = new HashMap<>();
        result.results().forEach(one -> results.put(one.id(), one));
        long places = 0;
        for (IndexedDocument document : wanted) {
            List<Hit> hits = scan.hits(document, query);
            places += hits.size();
            assertEquals(hits, engine.hits(document.id(), request.query()), where);
            SearchResult.Result one = results.get(document.id());
            assertEquals(hits.size(), one.hitCount(), where);
            compareSnippets(document, hits, one.snippets(), request.snippets());
        }
        assertEquals(places, result.hitCount(), where);
        for (Facet facet : Facet.values()) {
            Map<String, Long> counts = new TreeMap<>();
            for (FacetValue value : result.facets().get(facet)) {
                counts.put(value.value(), value.count());
            }
            assertEquals(scan.facet(facet, query, request), counts, where + " " + facet);
        }
    }

    private static List<DocumentId> ids(List<IndexedDocument> documents, Sort sort) {
        Comparator<IndexedDocument> byDay = Comparator.comparingLong(document -> {
            if (document.record().date() == null) {
                return Long.MAX_VALUE;
            }
            long day = document.record().date().value().earliest().toEpochDay();
            return sort == Sort.NEWEST ? -day : day;
        });
        Comparator<IndexedDocument> byId = Comparator.comparing(IndexedDocument::id);
        return documents.stream()
                .sorted(sort == Sort.RELEVANCE ? byId : byDay.thenComparing(byId))
                .map(IndexedDocument::id)
                .toList();
    }

    private void compareSnippets(IndexedDocument document, List<Hit> hits, List<Snippet> snippets, int most) {
        String text = document.text().text();
        assertTrue(snippets.size() <= most, where);
        assertEquals(text.isBlank(), snippets.isEmpty(), where);
        int free = 0;
        for (Snippet snippet : snippets) {
            assertTrue(snippet.start() >= free, where);
            free = snippet.end();
            List<Hit> inside = hits.stream()
                    .filter(hit -> hit.start() >= snippet.start() && hit.end() <= snippet.end())
                    .toList();
            long touching = hits.stream()
                    .filter(hit -> hit.start() < snippet.end() && hit.end() > snippet.start())
                    .count();
            assertEquals(inside.size(), touching, where + ": a hit is cut");
            assertEquals(hits.isEmpty(), inside.isEmpty(), where);
            if (!inside.isEmpty()) {
                assertEquals(inside.getFirst().page(), snippet.page(), where);
            }
            List<String> marked = new ArrayList<>();
            snippet.marks().forEach(mark -> marked.add(snippet.text().substring(mark.start(), mark.end())));
            assertEquals(
                    inside.stream()
                            .map(hit -> DocumentText.withoutBrokenWords(text.substring(hit.start(), hit.end()))
                                    .replaceAll("\\s+", " "))
                            .toList(),
                    marked,
                    where);
        }
    }
}
