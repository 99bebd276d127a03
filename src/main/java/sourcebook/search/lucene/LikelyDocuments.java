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

/// In which documents a phrase may stand by the numbers of its runs of three words ([WordRuns]): in all where it does,
/// and in few others.
final class LikelyDocuments {
    /// Where its rarest part stands in fewer, looking at positions is no more work than looking up runs.
    private static final int FEW = 256;

    private final Dictionary dictionary;
    /// By class of texts, then by run; empty if all documents are likely.
    private final List<List<KnownTerm>> runs;

    private LikelyDocuments(Dictionary dictionary, List<List<KnownTerm>> runs) {
        this.dictionary = dictionary;
        this.runs = runs;
    }

    /// @param terms of a phrase
    /// @param positions of them
    /// @param rarest in how many documents the rarest part of the phrase stands
    static LikelyDocuments of(Term[] terms, int[] positions, int rarest, Dictionary dictionary) throws IOException {
        List<List<KnownTerm>> runs = new ArrayList<>();
        if (rarest >= FEW && terms.length > 2 && terms[0].field().equals(IndexSchema.TEXT)) {
            int[] words = new int[terms.length];
            for (int i = 0; i < words.length; i++) {
                words[i] = WordRuns.word(terms[i].text());
            }
            for (int ofClass = 0; ofClass < WordRuns.CLASSES; ofClass++) {
                List<KnownTerm> names = names(words, positions, ofClass, dictionary);
                if (!names.isEmpty()) {
                    runs.add(names);
                }
            }
        }
        return new LikelyDocuments(dictionary, runs);
    }

    private static List<KnownTerm> names(int[] words, int[] positions, int ofClass, Dictionary dictionary)
            throws IOException {
        List<KnownTerm> names = new ArrayList<>();
        for (int i = 2; i < words.length; i++) {
            BytesRef name = positions[i] == positions[i - 2] + 2
                    ? WordRuns.name(words[i - 2], words[i - 1], words[i], ofClass)
                    : null;
            if (name != null) {
                names.add(dictionary.term(new Term(IndexSchema.RUNS, name)));
            }
        }
        return names;
    }

    /// Iterators of a segment, each of which must give a document for the phrase to stand there: none if it may
    /// stand in any document, an empty one if in no document.
    List<DocIdSetIterator> in(LeafReaderContext leaf) throws IOException {
        if (runs.isEmpty()) {
            return List.of();
        }
        List<List<DocIdSetIterator>> classes = new ArrayList<>();
        for (List<KnownTerm> names : runs) {
            List<DocIdSetIterator> postings = postings(names, leaf);
            if (!postings.isEmpty()) {
                classes.add(postings);
            }
        }
        KnownTerm all = dictionary.term(new Term(IndexSchema.RUNS, WordRuns.ALL));
        PostingsEnum unknown = dictionary.postings(all, leaf, PostingsEnum.NONE);
        if (unknown != null) {
            classes.add(List.of(unknown));
        }
        return switch (classes.size()) {
            case 0 -> List.of(DocIdSetIterator.empty());
            case 1 -> classes.getFirst();
            default -> List.of(new AnyOf(classes));
        };
    }

    /// Empty if a segment lacks one of them.
    private List<DocIdSetIterator> postings(List<KnownTerm> names, LeafReaderContext leaf) throws IOException {
        List<DocIdSetIterator> all = new ArrayList<>();
        for (KnownTerm name : names) {
            PostingsEnum postings = dictionary.postings(name, leaf, PostingsEnum.NONE);
            if (postings == null) {
                return List.of();
            }
            all.add(postings);
        }
        return all;
    }

    /// The documents of some classes of texts, which have none in common.
    private static final class AnyOf extends DocIdSetIterator {
        private final DocIdSetIterator[] classes;
        private int document = -1;

        AnyOf(List<List<DocIdSetIterator>> all) {
            classes = new DocIdSetIterator[all.size()];
            for (int i = 0; i < classes.length; i++) {
                List<DocIdSetIterator> one = all.get(i);
                classes[i] = one.size() == 1 ? one.getFirst() : ConjunctionUtils.intersectIterators(one);
            }
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
            int next = NO_MORE_DOCS;
            for (DocIdSetIterator one : classes) {
                next = Math.min(next, one.docID() < target ? one.advance(target) : one.docID());
            }
            document = next;
            return next;
        }

        @Override
        public long cost() {
            long cost = 0;
            for (DocIdSetIterator one : classes) {
                cost += one.cost();
            }
            return cost;
        }
    }
}
