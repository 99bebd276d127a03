package sourcebook.search.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;
import sourcebook.search.Facet;
import sourcebook.search.FacetValue;

/// Counts for each facet value the stories that have a copy with it among the documents given: as many as are found
/// when that value is chosen.
///
/// A story with one such copy is counted as that copy is. Of the others, the pairs of story and value are sorted to
/// tell the distinct ones; as many at a time as keep the memory needed small, whatever the number of documents.
final class StoryFacets {
    /// 32 megabytes.
    private static final int MOST_PAIRS = 1 << 22;

    /// Values of one document, of all facets together, as they mostly are.
    private static final int VALUES_OF_A_DOCUMENT = 8;

    private final StoryIndex stories;
    private final FacetNames names;
    private final SortedSetDocValuesReaderState values;
    private final int[] counts;
    private long[] pairs = {};

    StoryFacets(StoryIndex stories, FacetNames names, FixedBitSet documents) throws IOException {
        this.stories = stories;
        this.names = names;
        values = names.values();
        FixedBitSet together = together(documents);
        FixedBitSet alone = documents.clone();
        alone.andNot(together);
        counts = new CopyFacets(names, alone).counts();
        count(together);
    }

    /// The values of a facet that occur, with their number of stories.
    List<FacetValue> of(Facet facet) throws IOException {
        return names.of(facet, counts);
    }

    /// @return of the documents those of a story of which several are among them
    private FixedBitSet together(FixedBitSet documents) throws IOException {
        FixedBitSet copied = stories.copied(documents);
        FixedBitSet once = new FixedBitSet(stories.size());
        FixedBitSet several = new FixedBitSet(stories.size());
        SortedDocValues story = stories.stories();
        for (int document = StoryIndex.first(copied);
                StoryIndex.more(document);
                document = StoryIndex.next(copied, document)) {
            if (story.advanceExact(document) && once.getAndSet(story.ordValue())) {
                several.set(story.ordValue());
            }
        }
        FixedBitSet together = new FixedBitSet(copied.length());
        story = stories.stories();
        for (int document = StoryIndex.first(copied);
                StoryIndex.more(document);
                document = StoryIndex.next(copied, document)) {
            if (story.advanceExact(document) && several.get(story.ordValue())) {
                together.set(document);
            }
        }
        return together;
    }

    private void count(FixedBitSet together) throws IOException {
        int rounds = Math.toIntExact(1 + (long) together.cardinality() * VALUES_OF_A_DOCUMENT / MOST_PAIRS);
        for (int round = 0; round < rounds; round++) {
            count(together, round, rounds);
        }
    }

    private void count(FixedBitSet together, int round, int rounds) throws IOException {
        SortedDocValues story = stories.stories();
        SortedSetDocValues of = values.getDocValues();
        int count = 0;
        for (int document = StoryIndex.first(together);
                StoryIndex.more(document);
                document = StoryIndex.next(together, document)) {
            boolean counted =
                    story.advanceExact(document) && story.ordValue() % rounds == round && of.advanceExact(document);
            for (int left = counted ? of.docValueCount() : 0; left > 0; left--) {
                pairs = ArrayUtil.grow(pairs, count + 1);
                pairs[count++] = (long) story.ordValue() << Integer.SIZE | of.nextOrd();
            }
        }
        Arrays.sort(pairs, 0, count);
        for (int i = 0; i < count; i++) {
            if (i == 0 || pairs[i] != pairs[i - 1]) {
                counts[(int) pairs[i]]++;
            }
        }
    }
}
