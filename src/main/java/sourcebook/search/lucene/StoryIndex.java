package sourcebook.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues.MultiSortedDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.InPlaceMergeSorter;
import org.apache.lucene.util.packed.PackedInts;
import org.jspecify.annotations.Nullable;

/// The stories of one snapshot by number, and the copies of each in the order in which one of them stands for all:
/// the earliest dated first, the undated last, equals by document id. Holds four bytes for each copy and each story,
/// and a
/// bit for each document.
/// For any number of threads.
final class StoryIndex {
    private final IndexReader reader;
    private final OrdinalMap numbers;
    /// By story: where its copies begin in `copies`; one more for the end of the last.
    private final int[] begins;
    private final int[] copies;
    /// Which documents are in a story: most are in none, and need not be asked for one.
    private final FixedBitSet told;
    /// How many stories have a copy.
    private final int held;

    private StoryIndex(IndexReader reader, OrdinalMap numbers, int[] begins, int[] copies) {
        this.reader = reader;
        this.numbers = numbers;
        this.begins = begins;
        this.copies = copies;
        told = new FixedBitSet(reader.maxDoc());
        for (int copy : copies) {
            told.set(copy);
        }
        int some = 0;
        for (int story = 0; story + 1 < begins.length; story++) {
            some += begins[story + 1] > begins[story] ? 1 : 0;
        }
        held = some;
    }

    /// Null if no document is in a story.
    static @Nullable StoryIndex of(IndexReader reader) throws IOException {
        if (reader.getDocCount(IndexSchema.STORY) == 0) {
            return null;
        }
        OrdinalMap numbers = OrdinalMap.build(null, segments(reader), PackedInts.DEFAULT);
        int[] begins = new int[Math.toIntExact(numbers.getValueCount()) + 1];
        Copies counting = new Copies(reader, numbers);
        while (counting.next()) {
            begins[counting.story + 1]++;
        }
        for (int story = 1; story < begins.length; story++) {
            begins[story] += begins[story - 1];
        }
        return new StoryIndex(reader, numbers, begins, copies(reader, numbers, begins));
    }

    private static int[] copies(IndexReader reader, OrdinalMap numbers, int[] begins) throws IOException {
        int all = begins[begins.length - 1];
        Order order = new Order(new int[all], new long[all], new int[all], new int[all], Ids.of(reader));
        int[] free = begins.clone();
        Copies each = new Copies(reader, numbers);
        while (each.next()) {
            int at = free[each.story]++;
            order.documents[at] = each.document;
            order.days[at] = each.day();
            order.segments[at] = each.segment;
            order.ids[at] = each.id();
        }
        for (int story = 0; story + 1 < begins.length; story++) {
            order.sort(begins[story], begins[story + 1]);
        }
        return order.documents;
    }

    /// The story of each document, by number; a new iterator.
    SortedDocValues stories() throws IOException {
        List<LeafReaderContext> leaves = reader.leaves();
        int[] starts = new int[leaves.size() + 1];
        for (int i = 0; i < leaves.size(); i++) {
            starts[i] = leaves.get(i).docBase;
        }
        starts[leaves.size()] = reader.maxDoc();
        return new MultiSortedDocValues(segments(reader), starts, numbers, copies.length);
    }

    /// How many stories there are.
    int size() {
        return begins.length - 1;
    }

    /// How many stories there are among these documents; one that is in none is a story of its own.
    long count(FixedBitSet documents) throws IOException {
        int all = documents.cardinality();
        if (all == reader.numDocs()) {
            return all - copies.length + held;
        }
        return all < copies.length ? few(documents, all) : many(documents, all);
    }

    private long few(FixedBitSet documents, int all) throws IOException {
        long inStories = FixedBitSet.intersectionCount(documents, told);
        if (inStories < 2) {
            return all;
        }
        FixedBitSet seen = new FixedBitSet(size());
        SortedDocValues stories = stories();
        FixedBitSet copied = copied(documents);
        for (int document = first(copied); more(document); document = next(copied, document)) {
            if (stories.advanceExact(document)) {
                seen.set(stories.ordValue());
            }
        }
        return all - inStories + seen.cardinality();
    }

    /// Of these documents those that are in a story.
    FixedBitSet copied(FixedBitSet documents) {
        FixedBitSet copied = documents.clone();
        copied.and(told);
        return copied;
    }

    /// Looks at the copies of each story instead of the story of each document.
    private long many(FixedBitSet documents, int all) {
        long count = all;
        for (int story = 0; story + 1 < begins.length; story++) {
            int among = 0;
            for (int i = begins[story]; i < begins[story + 1]; i++) {
                among += documents.get(copies[i]) ? 1 : 0;
            }
            count -= Math.max(0, among - 1);
        }
        return count;
    }

    /// Of these documents one for each story.
    FixedBitSet shown(FixedBitSet documents) throws IOException {
        FixedBitSet copied = copied(documents);
        FixedBitSet shown = documents.clone();
        shown.andNot(told);
        FixedBitSet seen = new FixedBitSet(size());
        SortedDocValues stories = stories();
        for (int document = first(copied); more(document); document = next(copied, document)) {
            if (stories.advanceExact(document) && !seen.getAndSet(stories.ordValue())) {
                shown.set(firstCopy(stories.ordValue(), documents));
            }
        }
        return shown;
    }

    private int firstCopy(int story, FixedBitSet among) {
        int at = begins[story];
        while (!among.get(copies[at])) {
            at++;
        }
        return copies[at];
    }

    /// The copies of a story that are among these documents, in their order.
    int[] copies(int story, FixedBitSet among) {
        int[] some = new int[begins[story + 1] - begins[story]];
        int count = 0;
        for (int i = begins[story]; i < begins[story + 1]; i++) {
            if (among.get(copies[i])) {
                some[count++] = copies[i];
            }
        }
        return Arrays.copyOf(some, count);
    }

    static int first(FixedBitSet documents) {
        return documents.length() == 0 ? DocIdSetIterator.NO_MORE_DOCS : documents.nextSetBit(0);
    }

    static int next(FixedBitSet documents, int document) {
        return document + 1 < documents.length() ? documents.nextSetBit(document + 1) : DocIdSetIterator.NO_MORE_DOCS;
    }

    static boolean more(int document) {
        return document != DocIdSetIterator.NO_MORE_DOCS;
    }

    private static SortedDocValues[] segments(IndexReader reader) throws IOException {
        List<LeafReaderContext> leaves = reader.leaves();
        SortedDocValues[] segments = new SortedDocValues[leaves.size()];
        for (int i = 0; i < segments.length; i++) {
            segments[i] = DocValues.getSorted(leaves.get(i).reader(), IndexSchema.STORY);
        }
        return segments;
    }

    /// Walks over all documents that are in a story.
    private static final class Copies {
        private final List<LeafReaderContext> leaves;
        private final OrdinalMap numbers;
        private int segment = -1;
        private int document;
        private int story;
        private SortedDocValues stories = DocValues.emptySorted();
        private @Nullable NumericDocValues days;
        private @Nullable SortedDocValues ids;
        private @Nullable Bits live;

        Copies(IndexReader reader, OrdinalMap numbers) {
            leaves = reader.leaves();
            this.numbers = numbers;
        }

        boolean next() throws IOException {
            while (true) {
                int local = stories.nextDoc();
                if (local != DocIdSetIterator.NO_MORE_DOCS) {
                    if (live == null || live.get(local)) {
                        document = leaves.get(segment).docBase + local;
                        story = (int) numbers.getGlobalOrds(segment).get(stories.ordValue());
                        return true;
                    }
                } else if (++segment == leaves.size()) {
                    return false;
                } else {
                    var leaf = leaves.get(segment).reader();
                    stories = DocValues.getSorted(leaf, IndexSchema.STORY);
                    days = DocValues.getNumeric(leaf, IndexSchema.DAY);
                    ids = DocValues.getSorted(leaf, IndexSchema.ID);
                    live = leaf.getLiveDocs();
                }
            }
        }

        long day() throws IOException {
            return days != null && days.advanceExact(stories.docID()) ? days.longValue() : Long.MAX_VALUE;
        }

        int id() throws IOException {
            return ids != null && ids.advanceExact(stories.docID()) ? ids.ordValue() : -1;
        }
    }

    /// Document ids by segment and number in it.
    private static final class Ids {
        private final SortedDocValues[] segments;

        private Ids(SortedDocValues[] segments) {
            this.segments = segments;
        }

        static Ids of(IndexReader reader) throws IOException {
            SortedDocValues[] segments = new SortedDocValues[reader.leaves().size()];
            for (int i = 0; i < segments.length; i++) {
                segments[i] = DocValues.getSorted(reader.leaves().get(i).reader(), IndexSchema.ID);
            }
            return new Ids(segments);
        }

        int compare(int segment, int id, int otherSegment, int other) {
            if (segment == otherSegment) {
                return Integer.compare(id, other);
            }
            try {
                return segments[segment].lookupOrd(id).compareTo(segments[otherSegment].lookupOrd(other));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /// Sorts the copies of one story.
    private static final class Order extends InPlaceMergeSorter {
        private final int[] documents;
        private final long[] days;
        private final int[] segments;
        private final int[] ids;
        private final Ids names;

        Order(int[] documents, long[] days, int[] segments, int[] ids, Ids names) {
            this.documents = documents;
            this.days = days;
            this.segments = segments;
            this.ids = ids;
            this.names = names;
        }

        @Override
        protected int compare(int one, int other) {
            int byDay = Long.compare(days[one], days[other]);
            return byDay != 0 ? byDay : names.compare(segments[one], ids[one], segments[other], ids[other]);
        }

        @Override
        protected void swap(int one, int other) {
            swap(documents, one, other);
            swap(segments, one, other);
            swap(ids, one, other);
            long day = days[one];
            days[one] = days[other];
            days[other] = day;
        }

        private static void swap(int[] values, int one, int other) {
            int value = values[one];
            values[one] = values[other];
            values[other] = value;
        }
    }
}
