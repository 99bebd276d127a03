package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.jspecify.annotations.Nullable;

/// The documents in which some words stand side by side: those of Lucene's phrase query with the same
/// scores and places, found with less reading. Rare words are looked at before frequent ones wherever
/// they stand in the phrase, and two neighbours of which the index knows the places as one
/// ([WordPairs]) are asked for as one.
///
/// Which pairs are terms is asked of the index itself: if one document has `of the` as a pair, all that
/// have these words side by side do.
final class ExactPhrase extends Query {
    private final PhraseQuery phrase;
    private final Dictionary dictionary;
    private final List<KnownTerm> words;
    private final List<Part> parts;
    private @Nullable LikelyDocuments likely;

    /// A term of the index and how many positions behind the beginning of the phrase it stands.
    record Part(KnownTerm term, int offset, int words) {}

    /// @param phrase of two terms or more, the first at position 0
    /// @param dictionary of the search that it is for
    ExactPhrase(PhraseQuery phrase, Dictionary dictionary) throws IOException {
        this.phrase = phrase;
        this.dictionary = dictionary;
        Term[] terms = phrase.getTerms();
        KnownTerm[] known = new KnownTerm[terms.length];
        for (int i = 0; i < terms.length; i++) {
            known[i] = dictionary.term(terms[i]);
        }
        words = List.of(known);
        parts = parts(phrase, words, dictionary);
    }

    /// The rarest terms that are the whole phrase together, rarest first.
    private static List<Part> parts(PhraseQuery phrase, List<KnownTerm> words, Dictionary dictionary)
            throws IOException {
        Term[] terms = phrase.getTerms();
        int[] positions = phrase.getPositions();
        List<Part> all = new ArrayList<>();
        for (int i = 0; i < terms.length; i++) {
            all.add(new Part(words.get(i), positions[i], 1));
            if (i > 0
                    && positions[i] == positions[i - 1] + 1
                    && phrase.getField().equals(IndexSchema.TEXT)
                    && everywhere(words)) {
                Term name = new Term(IndexSchema.PAIRS, WordPairs.name(terms[i - 1].text(), terms[i].text()));
                KnownTerm pair = dictionary.term(name);
                if (pair.exists()) {
                    all.add(new Part(pair, positions[i - 1], 2));
                }
            }
        }
        all.sort(Comparator.<Part>comparingInt(part -> part.term.documents())
                .thenComparing(Comparator.comparingInt(Part::words).reversed()));
        List<Part> rarest = new ArrayList<>();
        boolean[] covered = new boolean[terms.length];
        for (Part part : all) {
            boolean more = false;
            for (int word = Arrays.binarySearch(positions, part.offset), i = 0; i < part.words; i++) {
                more |= !covered[word + i];
                covered[word + i] = true;
            }
            if (more) {
                rarest.add(part);
            }
        }
        return List.copyOf(rarest);
    }

    /// Whether all words stand somewhere, so that it is worth looking further.
    private static boolean everywhere(List<KnownTerm> words) {
        return words.stream().allMatch(KnownTerm::exists);
    }

    /// The words.
    PhraseQuery phrase() {
        return phrase;
    }

    /// The words, each as it was looked up, in their order.
    List<KnownTerm> words() {
        return words;
    }

    /// Where the words were looked up.
    Dictionary dictionary() {
        return dictionary;
    }

    /// Terms that stand where they should wherever the phrase does, and nowhere else; the rarest first.
    List<Part> parts() {
        return parts;
    }

    /// In how many documents of a segment its rarest part stands; 0 if it lacks one of them.
    private long rarest(LeafReaderContext leaf) {
        long rarest = leaf.reader().maxDoc();
        for (Part part : parts) {
            rarest = Math.min(rarest, part.term.documents(leaf));
        }
        return rarest;
    }

    /// In which documents it may stand.
    LikelyDocuments likely() throws IOException {
        LikelyDocuments found = likely;
        if (found == null) {
            int rarest = parts.getFirst().term().documents();
            found = LikelyDocuments.of(phrase.getTerms(), phrase.getPositions(), rarest, dictionary);
            likely = found;
        }
        return found;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scores, float boost) throws IOException {
        SimScorer scorer = scores.needsScores() ? scorer(searcher, boost) : null;
        return new PhraseWeight(searcher, scorer, boost);
    }

    private @Nullable SimScorer scorer(IndexSearcher searcher, float boost) throws IOException {
        if (!everywhere(words)) {
            return null;
        }
        return searcher.getSimilarity()
                .scorer(
                        boost,
                        searcher.collectionStatistics(phrase.getField()),
                        words.stream().map(KnownTerm::statistics).toArray(TermStatistics[]::new));
    }

    private final class PhraseWeight extends Weight {
        private final IndexSearcher searcher;
        private final @Nullable SimScorer scorer;
        private final float boost;
        private @Nullable Weight lucene;

        PhraseWeight(IndexSearcher searcher, @Nullable SimScorer scorer, float boost) {
            super(ExactPhrase.this);
            this.searcher = searcher;
            this.scorer = scorer;
            this.boost = boost;
        }

        /// Lucene's own, for what needs offsets.
        private Weight lucene() throws IOException {
            Weight made = lucene;
            if (made == null) {
                made = phrase.createWeight(searcher, ScoreMode.COMPLETE, boost);
                lucene = made;
            }
            return made;
        }

        @Override
        public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
            long rarest = rarest(leaf);
            if (rarest == 0) {
                return null;
            }
            return new ScorerSupplier() {
                @Override
                public Scorer get(long leadCost) throws IOException {
                    return new PhraseScorer(
                            Objects.requireNonNull(PhrasePlaces.likely(ExactPhrase.this, leaf, leadCost)),
                            scorer,
                            scorer == null ? null : leaf.reader().getNormValues(phrase.getField()));
                }

                @Override
                public long cost() {
                    return rarest;
                }
            };
        }

        @Override
        public @Nullable Matches matches(LeafReaderContext leaf, int document) throws IOException {
            return lucene().matches(leaf, document);
        }

        @Override
        public Explanation explain(LeafReaderContext leaf, int document) throws IOException {
            return lucene().explain(leaf, document);
        }

        /// What is kept would keep the search's cursors.
        @Override
        public boolean isCacheable(LeafReaderContext leaf) {
            return false;
        }
    }

    @Override
    public void visit(QueryVisitor visitor) {
        phrase.visit(visitor);
    }

    @Override
    public String toString(String field) {
        return phrase.toString(field);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ExactPhrase some && phrase.equals(some.phrase);
    }

    @Override
    public int hashCode() {
        return ExactPhrase.class.hashCode() * 31 + phrase.hashCode();
    }
}
