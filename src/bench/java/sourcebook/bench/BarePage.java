package sourcebook.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.spans.SpanNearQuery;
import org.apache.lucene.queries.spans.SpanTermQuery;
import org.apache.lucene.queries.spans.SpanWeight;
import org.apache.lucene.queries.spans.Spans;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;

/// Result pages and counts of hits as a program gives them that uses Lucene as it is: the limit of [PageRow] and
/// [HitsRow]. For one thread.
final class BarePage implements AutoCloseable {
    private static final int SNIPPET = 200;

    private final FSDirectory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final SortedSetDocValuesReaderState facets;

    /// @param folder of an index by [BarePageIndex]
    BarePage(Path folder) throws IOException {
        directory = FSDirectory.open(folder);
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
        facets = new DefaultSortedSetDocValuesReaderState(reader, BarePageIndex.FACETS);
    }

    /// A result page.
    ///
    /// @param facets values with their numbers by facet
    record Page(long total, Map<String, Map<String, Long>> facets, List<Result> results) {}

    /// @param title with path and date: what a list shows beside the snippets
    record Result(String id, String title, String path, String date, int hits, List<String> snippets) {}

    /// The first results of some words side by side, with all facets and the exact total.
    ///
    /// @param snippets most for one result
    Page page(List<String> words, int results, int snippets) throws IOException {
        Query query = query(words);
        Object[] found = searcher.search(
                query,
                new MultiCollectorManager(
                        new TopScoreDocCollectorManager(results, Integer.MAX_VALUE), new FacetsCollectorManager()));
        TopDocs top = (TopDocs) found[0];
        Facets counts = new SortedSetDocValuesFacetCounts(facets, (FacetsCollector) found[1]);
        Map<String, Map<String, Long>> values = new TreeMap<>();
        for (String facet : BarePageIndex.SHOWN) {
            values.put(facet, values(counts.getAllChildren(facet)));
        }
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        StoredFields stored = searcher.storedFields();
        List<Result> shown = new ArrayList<>();
        for (ScoreDoc one : top.scoreDocs) {
            shown.add(result(one.doc, weight, stored, snippets));
        }
        return new Page(top.totalHits.value(), values, shown);
    }

    private static Map<String, Long> values(FacetResult result) {
        Map<String, Long> values = new HashMap<>();
        if (result != null) {
            for (LabelAndValue value : result.labelValues) {
                values.put(value.label, value.value.longValue());
            }
        }
        return values;
    }

    private Result result(int number, Weight weight, StoredFields stored, int snippets) throws IOException {
        Document document = stored.document(number);
        List<int[]> places = places(number, weight);
        return new Result(
                document.get(BarePageIndex.ID),
                document.get(BarePageIndex.TITLE),
                document.get(BarePageIndex.PATH),
                document.get(BarePageIndex.DATE),
                places.size(),
                snippets(document.get(BarePageIndex.BODY), places, snippets));
    }

    private List<int[]> places(int number, Weight weight) throws IOException {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(number, reader.leaves()));
        List<int[]> places = new ArrayList<>();
        Matches matches = weight.matches(leaf, number - leaf.docBase);
        MatchesIterator each = matches == null ? null : matches.getMatches(BarePageIndex.TEXT);
        while (each != null && each.next()) {
            places.add(new int[] {each.startOffset(), each.endOffset()});
        }
        return places;
    }

    /// Windows of about [#SNIPPET] characters from blank to blank, a third of them before the first hit.
    private static List<String> snippets(String text, List<int[]> places, int most) {
        List<String> snippets = new ArrayList<>();
        int free = 0;
        for (int[] place : places) {
            if (place[0] >= free && snippets.size() < most) {
                int from = Math.max(free, place[0] - SNIPPET / 3);
                while (from > free && from < place[0] && text.charAt(from - 1) != ' ') {
                    from++;
                }
                int to = Math.min(text.length(), Math.max(place[1], from + SNIPPET));
                while (to < text.length() && text.charAt(to) != ' ') {
                    to++;
                }
                snippets.add(text.substring(from, to));
                free = to;
            }
        }
        return snippets;
    }

    /// How often some words stand side by side in all texts: by adding up the frequencies of one word, by the spans of
    /// several.
    long hits(List<String> words) throws IOException {
        return words.size() == 1 ? frequency(words.getFirst()) : spans(words);
    }

    private long frequency(String word) throws IOException {
        long hits = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            PostingsEnum postings = leaf.reader().postings(new Term(BarePageIndex.TEXT, word), PostingsEnum.FREQS);
            Bits live = leaf.reader().getLiveDocs();
            while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                hits += live == null || live.get(postings.docID()) ? postings.freq() : 0;
            }
        }
        return hits;
    }

    private long spans(List<String> words) throws IOException {
        SpanNearQuery.Builder near = SpanNearQuery.newOrderedNearQuery(BarePageIndex.TEXT);
        words.forEach(word -> near.addClause(new SpanTermQuery(new Term(BarePageIndex.TEXT, word))));
        SpanWeight weight =
                (SpanWeight) searcher.createWeight(searcher.rewrite(near.build()), ScoreMode.COMPLETE_NO_SCORES, 1);
        long hits = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            Spans spans = weight.getSpans(leaf, SpanWeight.Postings.POSITIONS);
            while (spans != null && spans.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                while (spans.nextStartPosition() != Spans.NO_MORE_POSITIONS) {
                    hits++;
                }
            }
        }
        return hits;
    }

    /// How many hits there are in each of some documents, and nothing else.
    Map<String, Integer> hitsIn(List<String> words, Set<String> ids) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query(words)), ScoreMode.COMPLETE_NO_SCORES, 1);
        Map<String, Integer> hits = new HashMap<>();
        for (String id : ids) {
            ScoreDoc[] found = searcher.search(new TermQuery(new Term(BarePageIndex.ID, id)), 1).scoreDocs;
            hits.put(id, found.length == 0 ? -1 : places(found[0].doc, weight).size());
        }
        return hits;
    }

    private static Query query(List<String> words) {
        return words.size() == 1
                ? new TermQuery(new Term(BarePageIndex.TEXT, words.getFirst()))
                : new PhraseQuery(BarePageIndex.TEXT, words.toArray(String[]::new));
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
