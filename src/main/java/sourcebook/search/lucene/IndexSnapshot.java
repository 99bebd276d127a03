package sourcebook.search.lucene;

import java.io.IOException;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import sourcebook.search.FacetColumns;

/// The index as it stood at one moment, with what is worth keeping as long as it stands: the facets' ordinals and the
/// stories. Without an executor: one thread searches all segments, in order. Open for a test that counts what is asked.
class IndexSnapshot extends IndexSearcher {
    private static final String FACETS = IndexSchema.FACETS.getDimConfig("").indexFieldName;

    private final FacetColumns columns;
    private final Kept kept;
    private @Nullable SortedSetDocValuesReaderState facetState;
    private @Nullable FacetNames facetNames;
    private @Nullable NameTable names;
    private @Nullable StoryIndex stories;
    private boolean storiesRead;
    private @Nullable FixedBitSet everything;

    /// @param columns of sidecars that were facets when the index was filled
    IndexSnapshot(IndexReader reader, FacetColumns columns) {
        super(reader);
        this.columns = columns;
        kept = new Kept(reader);
        setSimilarity(IndexSchema.SIMILARITY);
    }

    /// An index without documents.
    static IndexSnapshot empty() throws IOException {
        return new IndexSnapshot(new MultiReader(), FacetColumns.NONE);
    }

    /// The facets beside the built-in ones.
    FacetColumns columns() {
        return columns;
    }

    /// What is shown of the documents.
    Kept kept() {
        return kept;
    }

    /// Null if no document has facets.
    synchronized @Nullable SortedSetDocValuesReaderState facetState() throws IOException {
        if (facetState == null
                && FieldInfos.getMergedFieldInfos(getIndexReader()).fieldInfo(FACETS) != null) {
            facetState = new DefaultSortedSetDocValuesReaderState(getIndexReader(), FACETS, IndexSchema.FACETS);
        }
        return facetState;
    }

    /// The values of facets; null if no document has any.
    synchronized @Nullable FacetNames facetNames() throws IOException {
        @Nullable SortedSetDocValuesReaderState values = facetState();
        if (facetNames == null && values != null) {
            facetNames = new FacetNames(values);
        }
        return facetNames;
    }

    /// The names a person may type.
    synchronized NameTable names() throws IOException {
        NameTable known = names;
        if (known == null) {
            known = NameTable.of(facetState());
            names = known;
        }
        return known;
    }

    /// Null if no document is in a story.
    synchronized @Nullable StoryIndex stories() throws IOException {
        if (!storiesRead) {
            stories = StoryIndex.of(getIndexReader());
            storiesRead = true;
        }
        return stories;
    }

    /// All documents, removed ones left out; not to be changed.
    synchronized FixedBitSet everything() {
        FixedBitSet all = everything;
        if (all == null) {
            all = new FixedBitSet(getIndexReader().maxDoc());
            for (LeafReaderContext leaf : getIndexReader().leaves()) {
                Bits live = leaf.reader().getLiveDocs();
                for (int document = 0; document < leaf.reader().maxDoc(); document++) {
                    if (live == null || live.get(document)) {
                        all.set(leaf.docBase + document);
                    }
                }
            }
            everything = all;
        }
        return all;
    }
}
