package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.Bits;

/// Counts a phrase by the positions of its words alone, without offsets or lists of places.
final class PhraseCount {
    private final List<Term> words;
    private int[] starts = new int[64];

    PhraseCount(PhraseQuery phrase) {
        words = List.of(phrase.getTerms());
    }

    /// Whether two places of the phrase cannot share a word: it does not end as it begins (`war and war`).
    boolean apart() {
        for (int length = 1; length < words.size(); length++) {
            if (words.subList(0, length).equals(words.subList(words.size() - length, words.size()))) {
                return false;
            }
        }
        return true;
    }

    long in(LeafReader reader) throws IOException {
        List<PostingsEnum> postings = new ArrayList<>();
        for (Term word : words) {
            PostingsEnum some = reader.postings(word, PostingsEnum.POSITIONS);
            if (some == null) {
                return 0;
            }
            postings.add(some);
        }
        Bits live = reader.getLiveDocs();
        DocIdSetIterator all = ConjunctionUtils.intersectIterators(List.copyOf(postings));
        long count = 0;
        for (int document = all.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = all.nextDoc()) {
            if (live == null || live.get(document)) {
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
            kept = followed(postings.get(word), word, kept);
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
