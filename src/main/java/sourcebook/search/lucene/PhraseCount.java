package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/// Counts a phrase by the positions of its words alone, without offsets or lists of places.
final class PhraseCount {
    private final List<Term> words;
    /// Of each word, counted from the first.
    private final int[] positions;
    private int[] starts = new int[64];

    PhraseCount(PhraseQuery phrase) {
        words = List.of(phrase.getTerms());
        positions = phrase.getPositions();
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

    /// @param accepted which documents count, null for all
    long in(LeafReader reader, @Nullable Bits accepted) throws IOException {
        List<PostingsEnum> postings = new ArrayList<>();
        for (Term word : words) {
            PostingsEnum some = reader.postings(word, PostingsEnum.POSITIONS);
            if (some == null) {
                return 0;
            }
            postings.add(some);
        }
        DocIdSetIterator all = ConjunctionUtils.intersectIterators(List.copyOf(postings));
        long count = 0;
        for (int document = all.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = all.nextDoc()) {
            if (accepted == null || accepted.get(document)) {
                count += together(postings);
            }
        }
        return count;
    }

    /// Of the first word's positions those stay behind which the others follow.
    private int together(List<PostingsEnum> postings) throws IOException {
        PostingsEnum first = postings.getFirst();
        int kept = first.freq();
        starts = ArrayUtil.growNoCopy(starts, kept);
        for (int i = 0; i < kept; i++) {
            starts[i] = first.nextPosition();
        }
        for (int word = 1; word < postings.size() && kept > 0; word++) {
            kept = followed(postings.get(word), positions[word] - positions[0], kept);
        }
        return kept;
    }

    private int followed(PostingsEnum next, int distance, int candidates) throws IOException {
        int kept = 0;
        int left = next.freq();
        int position = -1;
        for (int i = 0; i < candidates; i++) {
            int wanted = starts[i] + distance;
            while (position < wanted && left > 0) {
                position = next.nextPosition();
                left--;
            }
            if (position == wanted) {
                starts[kept++] = starts[i];
            }
        }
        return kept;
    }
}
