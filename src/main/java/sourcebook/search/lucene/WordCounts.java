package sourcebook.search.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/// How many words there are in the texts of one snapshot. Documents that were removed or replaced, but still lie in the
/// index, do not count.
final class WordCounts {
    private WordCounts() {}

    static long all(IndexSnapshot snapshot) throws IOException {
        long count = 0;
        for (LeafReaderContext leaf : snapshot.getIndexReader().leaves()) {
            Bits live = leaf.reader().getLiveDocs();
            NumericDocValues words = leaf.reader().getNumericDocValues(IndexSchema.WORDS);
            while (words != null && words.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                count += live == null || live.get(words.docID()) ? words.longValue() : 0;
            }
        }
        return count;
    }

    /// Places of one word just as it is, case and diacritics aside.
    static long of(String word, IndexSnapshot snapshot) throws IOException {
        List<String> words = Terms.of(word);
        long count = 0;
        if (words.size() == 1) {
            for (LeafReaderContext leaf : snapshot.getIndexReader().leaves()) {
                count += in(leaf.reader(), new Term(IndexSchema.TEXT, words.getFirst()));
            }
        }
        return count;
    }

    /// Places of a term in the documents of a segment.
    static long in(LeafReader reader, Term word) throws IOException {
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
}
