package sourcebook.search.lucene;

import java.io.IOException;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/// The index as it stood at one moment, with what is worth keeping as long as it stands: the facets' ordinals and the
/// stories. Without an executor: one thread searches all segments, in order.
final class IndexSnapshot extends IndexSearcher {
    private static final String FACETS = IndexSchema.FACETS.getDimConfig("").indexFieldName;

    private @Nullable SortedSetDocValuesReaderState facetState;
    private @Nullable StoryIndex stories;
    private boolean storiesRead;

    IndexSnapshot(IndexReader reader) {
        super(reader);
        setSimilarity(IndexSchema.SIMILARITY);
    }

    /// An index without documents.
    static IndexSnapshot empty() throws IOException {
        return new IndexSnapshot(new MultiReader());
    }

    /// Null if no document has facets.
    synchronized @Nullable SortedSetDocValuesReaderState facetState() throws IOException {
        if (facetState == null
                && FieldInfos.getMergedFieldInfos(getIndexReader()).fieldInfo(FACETS) != null) {
            facetState = new DefaultSortedSetDocValuesReaderState(getIndexReader(), FACETS, IndexSchema.FACETS);
        }
        return facetState;
    }

    /// Null if no document is in a story.
    synchronized @Nullable StoryIndex stories() throws IOException {
        if (!storiesRead) {
            stories = StoryIndex.of(getIndexReader());
            storiesRead = true;
        }
        return stories;
    }
}
