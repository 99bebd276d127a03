package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.jspecify.annotations.Nullable;

/// Counts the places of any of some terms by their frequencies, and by their positions where two of them may stand at
/// one place: without offsets or lists of places.
final class TermCount {
    /// Their stems have places of their own inside a word or beyond it, which positions do not tell apart.
    private static final Set<String> WITHIN_WORDS = Set.of(PlaceReader.JAPANESE, PlaceReader.KOREAN);

    private final List<KnownTerm> terms;
    private final Dictionary dictionary;
    private final boolean apart;
    private int[] positions = new int[64];

    private TermCount(List<KnownTerm> terms, Dictionary dictionary) {
        this.terms = terms;
        this.dictionary = dictionary;
        apart = terms.size() <= 1
                || apart(terms.stream().map(known -> known.term().text()).toList());
    }

    /// Null if positions do not tell how many places there are: of a word that is broken at a line end each half is a
    /// word, too, that may belong to another.
    static @Nullable TermCount of(Set<Term> terms, Dictionary dictionary) throws IOException {
        List<KnownTerm> known = new ArrayList<>();
        for (Term term : terms) {
            String text = term.text();
            boolean word = Terms.stem(text)
                    ? !Terms.joined(text) && !WITHIN_WORDS.contains(Terms.languageOf(text))
                    : Terms.plain(text);
            if (!word) {
                return null;
            }
            known.add(dictionary.term(term));
        }
        return new TermCount(known, dictionary);
    }

    /// Whether no two of the terms stand at one place: a place has one word as it is written, and stems in its own
    /// language alone, but perhaps two of them where it has diacritics.
    private static boolean apart(List<String> terms) {
        Set<String> languages = new HashSet<>();
        return terms.stream().allMatch(Terms::plain)
                || terms.stream().allMatch(term -> Terms.stem(term) && languages.add(Terms.languageOf(term)));
    }

    /// How many there are in all documents; -1 if that must be counted.
    long total() {
        if (!apart || dictionary.reader().hasDeletions()) {
            return -1;
        }
        long total = 0;
        for (KnownTerm term : terms) {
            total += term.total();
        }
        return total;
    }

    /// @param among null: all documents
    long in(LeafReaderContext leaf, @Nullable Among among, Deadline deadline) throws IOException {
        boolean whole = among == null && leaf.reader().getLiveDocs() == null;
        Among counted = among == null ? Among.all(leaf) : among;
        if (apart) {
            long count = 0;
            for (KnownTerm term : terms) {
                count += whole
                        ? dictionary.total(term, leaf)
                        : frequency(dictionary.postings(term, leaf, PostingsEnum.FREQS), counted);
            }
            return count;
        }
        List<PostingsEnum> postings = new ArrayList<>();
        for (KnownTerm term : terms) {
            PostingsEnum some = dictionary.postings(term, leaf, PostingsEnum.POSITIONS);
            if (some != null) {
                postings.add(some);
            }
        }
        return merged(postings, counted, deadline);
    }

    private static long frequency(@Nullable PostingsEnum postings, Among among) throws IOException {
        long count = 0;
        if (postings != null) {
            postings.nextDoc();
            while (among.lead(postings) != DocIdSetIterator.NO_MORE_DOCS) {
                count += postings.freq();
                postings.nextDoc();
            }
        }
        return count;
    }

    private long merged(List<PostingsEnum> postings, Among among, Deadline deadline) throws IOException {
        long count = 0;
        int wanted = among.from(0);
        while (wanted != DocIdSetIterator.NO_MORE_DOCS) {
            int next = DocIdSetIterator.NO_MORE_DOCS;
            for (PostingsEnum one : postings) {
                next = Math.min(next, one.docID() < wanted ? one.advance(wanted) : one.docID());
            }
            if (next == wanted) {
                count += places(postings, wanted);
                next++;
                if (over(deadline)) {
                    return count;
                }
            }
            wanted = next == DocIdSetIterator.NO_MORE_DOCS ? next : among.from(next);
        }
        return count;
    }

    private static boolean over(Deadline deadline) {
        try {
            deadline.check();
            return false;
        } catch (CollectionTerminatedException _) { // the deadline says so, and so does the answer
            return true;
        }
    }

    /// How many different positions they have in a document.
    private int places(List<PostingsEnum> postings, int document) throws IOException {
        PostingsEnum only = null;
        int here = 0;
        for (PostingsEnum one : postings) {
            if (one.docID() == document) {
                only = one;
                here++;
            }
        }
        if (here == 1 && only != null) {
            return only.freq();
        }
        int all = 0;
        for (PostingsEnum one : postings) {
            if (one.docID() == document) {
                int some = one.freq();
                positions = ArrayUtil.grow(positions, all + some);
                for (int i = 0; i < some; i++) {
                    positions[all++] = one.nextPosition();
                }
            }
        }
        Arrays.sort(positions, 0, all);
        int different = all == 0 ? 0 : 1;
        for (int i = 1; i < all; i++) {
            different += positions[i] == positions[i - 1] ? 0 : 1;
        }
        return different;
    }
}
