package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// The places of a query in one field: the one list behind hits, their counts, and the marks in snippets
/// and titles. Documents that are asked for in ascending order are read without looking anything up again. For one
/// searcher and one thread.
final class HitFinder {
    private final IndexSearcher searcher;
    private final String field;
    private final @Nullable Query query;
    private final Dictionary dictionary;
    private final Deadline deadline;
    /// What the query asks for if it is any of some words; null if it is not.
    private final @Nullable Set<Term> words;

    private @Nullable Weight weight;
    private @Nullable OpenPlaces open;
    private int segment = -1;
    private int document = -1;

    /// @param query null if there is nothing to be found
    HitFinder(IndexSearcher searcher, String field, @Nullable Query query) throws IOException {
        this(searcher, field, query, new Dictionary(searcher.getIndexReader()), Deadline.NONE);
    }

    /// @param dictionary of the search it is for
    /// @param deadline until when counting may take
    HitFinder(IndexSearcher searcher, String field, @Nullable Query query, Dictionary dictionary, Deadline deadline)
            throws IOException {
        this.deadline = deadline;
        this.searcher = searcher;
        this.field = field;
        this.dictionary = dictionary;
        this.query = query == null ? null : searcher.rewrite(query);
        Set<Term> terms = new LinkedHashSet<>();
        words = this.query != null && words(this.query, terms) ? terms : null;
    }

    /// Whether a query asks for any of some words; adds them.
    private static boolean words(Query query, Set<Term> words) {
        return switch (query) {
            case TermQuery one -> {
                words.add(one.getTerm());
                yield true;
            }
            case SynonymQuery some -> {
                words.addAll(some.getTerms());
                yield true;
            }
            case BooleanQuery some ->
                some.clauses().stream()
                        .allMatch(clause -> clause.occur() == Occur.SHOULD && words(clause.query(), words));
            case MatchNoDocsQuery _ -> true;
            default -> false;
        };
    }

    /// Places in one document, ascending, not overlapping.
    List<Range> in(int document) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        return in(leaf, document - leaf.docBase);
    }

    /// How many places there are in all documents.
    long count() throws IOException {
        if (query == null) {
            return 0;
        }
        long quick = quick(null);
        return quick < 0 ? searcher.search(query, new Counting()) : quick;
    }

    /// How many places there are in some documents.
    long count(FixedBitSet documents) throws IOException {
        long quick = query == null ? 0 : quick(documents);
        if (quick >= 0) {
            return quick;
        }
        long count = 0;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Among among = Among.some(documents, leaf);
            for (int next = among.from(0); next != DocIdSetIterator.NO_MORE_DOCS; next = among.from(next + 1)) {
                count += in(leaf, next).size();
                if (deadline.passed()) {
                    return count;
                }
            }
        }
        return count;
    }

    /// Where positions tell how many places there are, as those of words and of most phrases, none need be looked at to
    /// count them; -1 where they do not.
    ///
    /// @param among null: all documents
    private long quick(@Nullable FixedBitSet among) throws IOException {
        @Nullable TermCount terms = words == null ? null : TermCount.of(words, dictionary);
        @Nullable PhraseCount phrase = query instanceof ExactPhrase some ? new PhraseCount(some) : null;
        if (terms == null && (phrase == null || !phrase.apart())) {
            return -1;
        }
        if (among == null && terms != null && terms.total() >= 0) {
            return terms.total();
        }
        long count = 0;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            @Nullable Among some = among == null ? null : Among.some(among, leaf);
            if (terms != null) {
                count += terms.in(leaf, some, deadline);
            } else if (phrase != null) {
                count += phrase.in(leaf, some == null ? Among.all(leaf) : some);
            }
        }
        return count;
    }

    private List<Range> in(LeafReaderContext leaf, int number) throws IOException {
        Query asked = query;
        if (asked == null) {
            return List.of();
        }
        if (words == null && !(asked instanceof ExactPhrase)) {
            return matches(leaf, number);
        }
        OpenPlaces places = open;
        if (places == null || segment != leaf.ord || number <= document) {
            places = asked instanceof ExactPhrase phrase
                    ? OpenPlaces.of(phrase, leaf)
                    : OpenPlaces.of(known(words), dictionary, leaf);
            open = places;
            segment = leaf.ord;
        }
        document = number;
        return places.in(number);
    }

    private List<KnownTerm> known(@Nullable Set<Term> terms) throws IOException {
        List<KnownTerm> known = new ArrayList<>();
        for (Term term : terms == null ? Set.<Term>of() : terms) {
            known.add(dictionary.term(term));
        }
        return known;
    }

    /// The places of any other query, as Lucene gives them.
    private List<Range> matches(LeafReaderContext leaf, int number) throws IOException {
        Weight made = weight;
        if (made == null && query != null) {
            made = searcher.createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1);
            weight = made;
        }
        Matches matches;
        try {
            matches = made == null ? null : made.matches(leaf, number);
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
