package sourcebook.search.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterBinaryDocValues;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.FilterSortedSetDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import sourcebook.search.FacetColumns;

/// A snapshot that counts what is read of it: how many values of a field, by its name, how many documents' stored
/// fields, how many names of facet values, and how many queries are asked of all documents.
final class WatchedIndex extends IndexSnapshot {
    static final String STORED = "stored";
    static final String NAMES = "names";
    static final String QUERIES = "queries";

    private final Map<String, Integer> work;

    private WatchedIndex(DirectoryReader reader, Map<String, Integer> work) {
        super(reader, FacetColumns.NONE);
        this.work = work;
    }

    static WatchedIndex of(DirectoryReader reader) throws IOException {
        Map<String, Integer> work = new TreeMap<>();
        return new WatchedIndex(new Watched(reader, work), work);
    }

    int done(String what) {
        return work.getOrDefault(what, 0);
    }

    void forget() {
        work.clear();
    }

    @Override
    protected void search(LeafReaderContextPartition[] partitions, Weight weight, Collector collector)
            throws IOException {
        work.merge(QUERIES, 1, Integer::sum);
        super.search(partitions, weight, collector);
    }

    private static final class Watched extends FilterDirectoryReader {
        private final Map<String, Integer> work;

        Watched(DirectoryReader reader, Map<String, Integer> work) throws IOException {
            super(reader, new SubReaderWrapper() {
                @Override
                public LeafReader wrap(LeafReader leaf) {
                    return new Leaf(leaf, work);
                }
            });
            this.work = work;
        }

        @Override
        protected DirectoryReader doWrapDirectoryReader(DirectoryReader reader) throws IOException {
            return new Watched(reader, work);
        }

        @Override
        public @Nullable CacheHelper getReaderCacheHelper() {
            return in.getReaderCacheHelper();
        }
    }

    private static final class Leaf extends FilterLeafReader {
        private final Map<String, Integer> work;

        Leaf(LeafReader leaf, Map<String, Integer> work) {
            super(leaf);
            this.work = work;
        }

        private void count(String what) {
            work.merge(what, 1, Integer::sum);
        }

        @Override
        public @Nullable BinaryDocValues getBinaryDocValues(String field) throws IOException {
            BinaryDocValues values = super.getBinaryDocValues(field);
            return values == null
                    ? null
                    : new FilterBinaryDocValues(values) {
                        @Override
                        public BytesRef binaryValue() throws IOException {
                            count(field);
                            return super.binaryValue();
                        }
                    };
        }

        @Override
        public @Nullable SortedSetDocValues getSortedSetDocValues(String field) throws IOException {
            SortedSetDocValues values = super.getSortedSetDocValues(field);
            return values == null
                    ? null
                    : new FilterSortedSetDocValues(values) {
                        @Override
                        public BytesRef lookupOrd(long number) throws IOException {
                            count(NAMES);
                            return super.lookupOrd(number);
                        }
                    };
        }

        @Override
        public StoredFields storedFields() throws IOException {
            StoredFields stored = super.storedFields();
            return new StoredFields() {
                @Override
                public void document(int document, StoredFieldVisitor visitor) throws IOException {
                    count(STORED);
                    stored.document(document, visitor);
                }
            };
        }

        @Override
        public @Nullable CacheHelper getCoreCacheHelper() {
            return in.getCoreCacheHelper();
        }

        @Override
        public @Nullable CacheHelper getReaderCacheHelper() {
            return in.getReaderCacheHelper();
        }
    }
}
