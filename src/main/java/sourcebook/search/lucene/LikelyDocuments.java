package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/// In which documents a phrase may stand by the numbers of its runs of three words ([WordRuns]): in all where it does,
/// and in few others.
final class LikelyDocuments {
    /// Where its rarest part stands in fewer, looking at positions is no more work than looking up runs.
    private static final int FEW = 256;

    private final Dictionary dictionary;
    /// Empty if all documents are likely.
    private final List<KnownTerm> runs;

    private LikelyDocuments(Dictionary dictionary, List<KnownTerm> runs) {
        this.dictionary = dictionary;
        this.runs = runs;
    }

    /// @param terms of a phrase
    /// @param positions of them
    /// @param rarest in how many documents the rarest part of the phrase stands
    static LikelyDocuments of(Term[] terms, int[] positions, int rarest, Dictionary dictionary) throws IOException {
        List<KnownTerm> runs = new ArrayList<>();
        if (rarest >= FEW && terms.length > 2 && terms[0].field().equals(IndexSchema.TEXT)) {
            int[] words = new int[terms.length];
            for (int i = 0; i < words.length; i++) {
                words[i] = WordRuns.word(terms[i].text());
            }
            for (int i = 2; i < words.length; i++) {
                BytesRef name = positions[i] == positions[i - 2] + 2
                        ? WordRuns.name(words[i - 2], words[i - 1], words[i])
                        : null;
                if (name != null) {
                    runs.add(dictionary.term(new Term(IndexSchema.RUNS, name)));
                }
            }
        }
        return new LikelyDocuments(dictionary, runs);
    }

    /// Iterators of a segment, each of which must give a document for the phrase to stand there: none if it may
    /// stand in any document, an empty one if in no document.
    ///
    /// @param dense whether so many will be asked for that they are best read in stretches
    List<DocIdSetIterator> in(LeafReaderContext leaf, boolean dense) throws IOException {
        if (runs.isEmpty()) {
            return List.of();
        }
        List<DocIdSetIterator> noted = noted(leaf);
        KnownTerm all = dictionary.term(new Term(IndexSchema.RUNS, WordRuns.ALL));
        PostingsEnum tooLong = dictionary.postings(all, leaf, PostingsEnum.NONE);
        if (tooLong == null) {
            return noted.isEmpty() ? List.of(DocIdSetIterator.empty()) : noted;
        }
        if (noted.isEmpty()) {
            return List.of(tooLong);
        }
        DocIdSetIterator joined = noted.size() == 1
                ? noted.getFirst()
                : dense
                        ? new CommonDocuments(noted, leaf.reader().maxDoc())
                        : ConjunctionUtils.intersectIterators(noted);
        return List.of(new Either(joined, tooLong));
    }

    /// Empty if a segment lacks one of them.
    private List<DocIdSetIterator> noted(LeafReaderContext leaf) throws IOException {
        List<DocIdSetIterator> all = new ArrayList<>();
        for (KnownTerm name : runs) {
            PostingsEnum postings = dictionary.postings(name, leaf, PostingsEnum.NONE);
            if (postings == null) {
                return List.of();
            }
            all.add(postings);
        }
        return all;
    }

    /// The documents of two iterators that have none in common.
    private static final class Either extends DocIdSetIterator {
        private final DocIdSetIterator one;
        private final DocIdSetIterator other;
        private int document = -1;

        Either(DocIdSetIterator one, DocIdSetIterator other) {
            this.one = one;
            this.other = other;
        }

        @Override
        public int docID() {
            return document;
        }

        @Override
        public int nextDoc() throws IOException {
            return advance(document + 1);
        }

        @Override
        public int advance(int target) throws IOException {
            int first = one.docID() < target ? one.advance(target) : one.docID();
            int second = other.docID() < target ? other.advance(target) : other.docID();
            document = Math.min(first, second);
            return document;
        }

        @Override
        public void intoBitSet(int upTo, FixedBitSet into, int offset) throws IOException {
            for (DocIdSetIterator each : new DocIdSetIterator[] {one, other}) {
                if (CommonDocuments.on(each, document) < upTo) {
                    each.intoBitSet(upTo, into, offset);
                }
            }
            document = Math.min(one.docID(), other.docID());
        }

        @Override
        public long cost() {
            return one.cost() + other.cost();
        }
    }
}
