package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/// The places of a query in one field: the one list behind hits, their counts, and the marks in snippets and titles.
/// For one searcher and one thread.
final class HitFinder {
    private final IndexSearcher searcher;
    private final String field;
    private final @Nullable Query query;
    private final @Nullable Weight weight;

    /// @param query null if there is nothing to be found
    HitFinder(IndexSearcher searcher, String field, @Nullable Query query) throws IOException {
        this.searcher = searcher;
        this.field = field;
        this.query = query == null ? null : searcher.rewrite(query);
        weight = this.query == null ? null : searcher.createWeight(this.query, ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    /// Places in one document, ascending, not overlapping.
    List<Range> in(int document) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        return in(leaf, document - leaf.docBase);
    }

    /// How many places there are in all documents that match.
    long countIn(Query matching) throws IOException {
        return weight == null ? 0 : searcher.search(matching, new Counting());
    }

    /// How many places there are in all documents. Where they cannot overlap, as those of one word or of most phrases,
    /// none need be looked at.
    long count() throws IOException {
        List<Term> words = words();
        if (!words.isEmpty()) {
            long count = 0;
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                for (Term word : words) {
                    count += frequency(leaf.reader(), word);
                }
            }
            return count;
        }
        if (query instanceof PhraseQuery phrase) {
            PhraseCount counted = new PhraseCount(phrase);
            if (counted.apart()) {
                long count = 0;
                for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                    count += counted.in(leaf.reader());
                }
                return count;
            }
        }
        return query == null ? 0 : countIn(query);
    }

    private static long frequency(LeafReader reader, Term word) throws IOException {
        Bits live = reader.getLiveDocs();
        if (live == null) {
            return reader.totalTermFreq(word);
        }
        PostingsEnum postings = reader.postings(word, PostingsEnum.FREQS);
        long frequency = 0;
        while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            frequency += live.get(postings.docID()) ? postings.freq() : 0;
        }
        return frequency;
    }

    /// The forms of one word, if the query is no more than that and none is broken at a line end: of a broken word each
    /// half is a word, too, that may belong to another.
    private List<Term> words() {
        List<Term> words = switch (query) {
            case TermQuery one -> List.of(one.getTerm());
            case SynonymQuery some -> some.getTerms();
            case null, default -> List.of();
        };
        return words.stream().noneMatch(word -> Terms.joined(word.text())) && apart(words) ? words : List.of();
    }

    /// Whether no two of the terms stand at one place: a word has a stem in the language of its place alone, but
    /// perhaps
    /// a second one where it has diacritics, and it stands itself beside them.
    private static boolean apart(List<Term> words) {
        Set<String> languages = new HashSet<>();
        return words.size() == 1
                || words.stream()
                        .allMatch(word -> Terms.stem(word.text()) && languages.add(Terms.languageOf(word.text())));
    }

    private List<Range> in(LeafReaderContext leaf, int document) throws IOException {
        if (weight == null) {
            return List.of();
        }
        Matches matches = weight.matches(leaf, document);
        MatchesIterator places = matches == null ? null : matches.getMatches(field);
        if (places == null) {
            return List.of();
        }
        List<Range> ranges = new ArrayList<>();
        while (places.next()) {
            ranges.add(new Range(places.startOffset(), places.endOffset()));
        }
        return Range.apart(ranges);
    }

    private final class Counting implements CollectorManager<Count, Long> {
        @Override
        public Count newCollector() {
            return new Count();
        }

        @Override
        public Long reduce(Collection<Count> counts) {
            return counts.stream().mapToLong(count -> count.places).sum();
        }
    }

    private final class Count implements Collector {
        private long places;

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext leaf) {
            return new LeafCollector() {
                @Override
                public void setScorer(Scorable scorer) {}

                @Override
                public void collect(int document) throws IOException {
                    places += in(leaf, document).size();
                }
            };
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
