package sourcebook.search.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import sourcebook.search.Frequencies;
import sourcebook.search.SearchRequest;

/// How many words there are in the texts of a selection of one snapshot. Documents that were removed or replaced, but
/// still lie in the index, do not count.
final class WordCounts {
    private final IndexSnapshot snapshot;
    private final Deadline deadline;
    /// Null: all documents.
    private final @Nullable FixedBitSet selected;

    /// @param selection whose query does not matter
    /// @param deadline that no time passes
    WordCounts(IndexSnapshot snapshot, SearchRequest selection, Deadline deadline) throws IOException {
        this.snapshot = snapshot;
        this.deadline = deadline;
        this.selected = selected(snapshot.columns().named(selection.withQuery("")));
    }

    private @Nullable FixedBitSet selected(SearchRequest selection) throws IOException {
        @Nullable StoryIndex stories = selection.stories() ? snapshot.stories() : null;
        if (!selection.narrowed() && stories == null) {
            return null;
        }
        FixedBitSet documents = snapshot.search(
                        FacetTable.refined(
                                new Unscored(new Question(snapshot, selection, deadline).match()), selection),
                        Matched.collecting(snapshot, false))
                .documents();
        return stories == null ? documents : stories.shown(documents);
    }

    Frequencies of(Collection<String> words) throws IOException {
        try {
            Map<String, Long> counts = new HashMap<>();
            for (String word : words) {
                deadline.wanted();
                counts.put(word, of(word));
            }
            return new Frequencies(running(), counts);
        } catch (CollectionTerminatedException ended) {
            deadline.wanted();
            throw ended;
        }
    }

    private long running() throws IOException {
        long count = 0;
        for (LeafReaderContext leaf : snapshot.getIndexReader().leaves()) {
            Among counted = counted(leaf);
            NumericDocValues words = DocValues.getNumeric(leaf.reader(), IndexSchema.WORDS);
            words.nextDoc();
            while (counted.lead(words) != DocIdSetIterator.NO_MORE_DOCS) {
                count += words.longValue();
                words.nextDoc();
            }
        }
        return count;
    }

    /// Places of one word just as it is, case and diacritics aside.
    private long of(String word) throws IOException {
        List<String> words = Terms.of(word);
        long count = 0;
        if (words.size() == 1) {
            Term term = new Term(IndexSchema.TEXT, words.getFirst());
            for (LeafReaderContext leaf : snapshot.getIndexReader().leaves()) {
                count += places(leaf, term);
            }
        }
        return count;
    }

    private Among counted(LeafReaderContext leaf) {
        FixedBitSet some = selected;
        return some == null ? Among.all(leaf) : Among.some(some, leaf);
    }

    private long places(LeafReaderContext leaf, Term word) throws IOException {
        deadline.check();
        LeafReader reader = leaf.reader();
        if (selected == null && reader.getLiveDocs() == null) {
            return reader.totalTermFreq(word);
        }
        PostingsEnum postings = reader.postings(word, PostingsEnum.FREQS);
        long frequency = 0;
        if (postings != null) {
            Among counted = counted(leaf);
            postings.nextDoc();
            while (counted.lead(postings) != DocIdSetIterator.NO_MORE_DOCS) {
                deadline.check();
                frequency += postings.freq();
                postings.nextDoc();
            }
        }
        return frequency;
    }
}
