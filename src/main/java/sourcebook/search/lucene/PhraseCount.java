package sourcebook.search.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;

/// Counts a phrase by the positions of its words alone, without offsets or lists of places.
final class PhraseCount {
    private final List<Term> words;
    /// Of each word, counted from the first.
    private final int[] positions;
    private final ExactPhrase phrase;

    PhraseCount(ExactPhrase phrase) {
        words = List.of(phrase.phrase().getTerms());
        positions = phrase.phrase().getPositions();
        this.phrase = phrase;
    }

    /// Whether two places of the phrase cannot share a word: it does not end as it begins (`war and war`).
    boolean apart() {
        int last = words.size() - 1;
        for (int later = 1; later <= last; later++) {
            int shift = positions[later] - positions[0];
            boolean shared = true;
            for (int i = 0; i <= last && shared; i++) {
                int under = at(positions[i] + shift);
                shared = under < 0 || words.get(under).equals(words.get(i));
            }
            if (shared) {
                return false;
            }
        }
        return true;
    }

    /// The word at a position, below 0 if there is none.
    private int at(int position) {
        return Arrays.binarySearch(positions, position);
    }

    long in(LeafReaderContext leaf, Among among) throws IOException {
        PhrasePlaces places = PhrasePlaces.likely(phrase, leaf, among.most());
        if (places == null) {
            return 0;
        }
        DocIdSetIterator all = places.documents();
        long count = 0;
        all.nextDoc();
        while (among.lead(all) != DocIdSetIterator.NO_MORE_DOCS) {
            count += places.first() ? places.count() : 0;
            all.nextDoc();
        }
        return count;
    }
}
