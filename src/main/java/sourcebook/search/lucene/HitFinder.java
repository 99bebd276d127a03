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
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// The places of a query in one field: the one list behind hits, their counts, and the marks in snippets
/// and titles. For one searcher and one thread.
final class HitFinder {
    private final IndexSearcher searcher;
    private final String field;
    private final @Nullable Query query;
    private final @Nullable Weight weight;
    private final Deadline deadline;

    /// @param query null if there is nothing to be found
    HitFinder(IndexSearcher searcher, String field, @Nullable Query query) throws IOException {
        this(searcher, field, query, Deadline.NONE);
    }

    /// @param deadline until when counting may take
    HitFinder(IndexSearcher searcher, String field, @Nullable Query query, Deadline deadline) throws IOException {
        this.deadline = deadline;
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

    /// How many places there are in all documents.
    long count() throws IOException {
        if (query == null) {
            return 0;
        }
        long quick = quick(null);
        return quick < 0 ? countIn(query) : quick;
    }

    /// How many places there are in some documents.
    long count(FixedBitSet documents) throws IOException {
        long quick = query == null ? 0 : quick(documents);
        if (quick >= 0) {
            return quick;
        }
        long count = 0;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            int end = leaf.docBase + leaf.reader().maxDoc();
            for (int document = documents.nextSetBit(leaf.docBase, end);
                    document < end;
                    document = document + 1 < end ? documents.nextSetBit(document + 1, end) : end) {
                count += in(leaf, document - leaf.docBase).size();
                if (deadline.passed()) {
                    return count;
                }
            }
        }
        return count;
    }

    /// Where places cannot overlap, as those of one word or of most phrases, none need be looked at to
    /// count them; -1 where they can.
    ///
    /// @param among null: all documents
    private long quick(@Nullable FixedBitSet among) throws IOException {
        List<Term> words = words();
        PhraseCount phrase = query instanceof ExactPhrase some ? new PhraseCount(some) : null;
        if (words.isEmpty() && (phrase == null || !phrase.apart())) {
            return -1;
        }
        long count = 0;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            @Nullable Bits accepted = among == null ? leaf.reader().getLiveDocs() : part(among, leaf);
            if (words.isEmpty() && phrase != null) {
                count += phrase.in(leaf, accepted);
            }
            for (Term word : words) {
                count += frequency(leaf.reader(), word, accepted);
            }
        }
        return count;
    }

    /// The documents of a segment among those of the archive.
    static Bits part(FixedBitSet documents, LeafReaderContext leaf) {
        return new Bits() {
            @Override
            public boolean get(int document) {
                return documents.get(leaf.docBase + document);
            }

            @Override
            public int length() {
                return leaf.reader().maxDoc();
            }
        };
    }

    private static long frequency(LeafReader reader, Term word, @Nullable Bits accepted) throws IOException {
        if (accepted == null) {
            return reader.totalTermFreq(word);
        }
        PostingsEnum postings = reader.postings(word, PostingsEnum.FREQS);
        long frequency = 0;
        while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            frequency += accepted.get(postings.docID()) ? postings.freq() : 0;
        }
        return frequency;
    }

    /// The forms of one word, if the query is no more than that and none is broken at a line end: of a
    /// broken word each half is a word, too, that may belong to another.
    private List<Term> words() {
        List<Term> words = switch (query) {
            case TermQuery one -> List.of(one.getTerm());
            case SynonymQuery some -> some.getTerms();
            case null, default -> List.of();
        };
        return words.stream().noneMatch(word -> Terms.joined(word.text())) && apart(words) ? words : List.of();
    }

    /// Whether no two of the terms stand at one place: a word has a stem in the language of its place
    /// alone, but perhaps a second one where it has diacritics, and it stands itself beside them.
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
        Matches matches;
        try {
            matches = weight.matches(leaf, document);
        } catch (CollectionTerminatedException late) { // the deadline says so, and so does the answer
            return List.of();
        }
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
                    deadline.check();
                }
            };
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
