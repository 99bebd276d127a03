package sourcebook.search.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// The facet values of one segment's documents, by their numbers in the segment. What was asked for often enough is
/// unpacked into memory, some 20 bytes a document, as long as a search holds the segment: it never changes. Then to
/// count is to walk over an array, and what most documents have is counted by the documents that are left out, so that
/// a
/// page of the whole archive costs nothing for each. For any number of threads.
final class FacetNumbers {
    private static final Map<IndexReader.CacheKey, FacetNumbers> OF = new ConcurrentHashMap<>();

    /// Values of a segment of which a number has two bytes; segments with more are not unpacked.
    private static final int MOST_VALUES = 1 << Character.SIZE;

    /// Of so many documents and fewer the values are not worth an array of the numbers of all values.
    private static final int FEW = 64;

    /// Documents asked for until now. Threads may lose some.
    private volatile long asked;

    private volatile @Nullable Unpacked unpacked;

    /// @param begins by document: where its numbers begin; one more for the end of the last
    /// @param all how many documents have each value, removed ones included
    private record Unpacked(int[] begins, char[] numbers, int[] all) {}

    private FacetNumbers() {}

    /// Those of a segment, the same for all who ask.
    static FacetNumbers of(LeafReader segment) {
        IndexReader.CacheHelper life = segment.getCoreCacheHelper();
        if (life == null) {
            return new FacetNumbers();
        }
        FacetNumbers known = OF.get(life.getKey());
        if (known == null) {
            FacetNumbers made = new FacetNumbers();
            known = OF.putIfAbsent(life.getKey(), made);
            if (known == null) {
                known = made;
                life.addClosedListener(OF::remove);
            }
        }
        return known;
    }

    /// Whether a few documents are better asked one by one.
    static boolean few(int documents, SortedSetDocValues values) {
        return documents <= FEW || (long) documents * FEW < values.getValueCount();
    }

    /// How many of some documents have each value.
    ///
    /// @param values of this segment
    /// @param some a bit for each document of the index
    /// @param start the number of the segment's first document there
    /// @param end behind its last
    int[] count(SortedSetDocValues values, FixedBitSet some, int documents, int start, int end) throws IOException {
        Unpacked known = unpacked;
        if (known == null && values.getValueCount() <= MOST_VALUES) {
            long until = asked + documents;
            asked = until;
            if (until > end - start) { // from now on it is cheaper
                known = unpack(values, end - start);
                unpacked = known;
            }
        }
        if (known == null) {
            return counted(values, some, start, end);
        }
        return 2 * documents > end - start ? without(known, some, start, end) : with(known, some, start, end);
    }

    private static int[] counted(SortedSetDocValues values, FixedBitSet some, int start, int end) throws IOException {
        int[] counts = new int[Math.toIntExact(values.getValueCount())];
        for (int document = next(some, start, end); document < end; document = next(some, document + 1, end)) {
            if (values.advanceExact(document - start)) {
                for (int left = values.docValueCount(); left > 0; left--) {
                    counts[(int) values.nextOrd()]++;
                }
            }
        }
        return counts;
    }

    private static int[] with(Unpacked known, FixedBitSet some, int start, int end) {
        int[] counts = new int[known.all.length];
        for (int document = next(some, start, end); document < end; document = next(some, document + 1, end)) {
            int last = known.begins[document - start + 1];
            for (int i = known.begins[document - start]; i < last; i++) {
                counts[known.numbers[i]]++;
            }
        }
        return counts;
    }

    private static int[] without(Unpacked known, FixedBitSet some, int start, int end) {
        int[] counts = known.all.clone();
        for (int from = start; from < end; from += Long.SIZE) {
            // the bits of 64 documents from here on, those left out set
            long left = ~bits(some, from);
            left &= end - from < Long.SIZE ? (1L << (end - from)) - 1 : -1;
            for (; left != 0; left &= left - 1) {
                int document = from + Long.numberOfTrailingZeros(left) - start;
                for (int i = known.begins[document]; i < known.begins[document + 1]; i++) {
                    counts[known.numbers[i]]--;
                }
            }
        }
        return counts;
    }

    /// Sixty-four bits from a place on; what is behind the last word is 0.
    private static long bits(FixedBitSet some, int from) {
        long[] words = some.getBits();
        int word = from >> 6;
        int shift = from & 63;
        long low = words[word] >>> shift;
        return shift == 0 || word + 1 == words.length ? low : low | (words[word + 1] << (Long.SIZE - shift));
    }

    private static int next(FixedBitSet some, int from, int end) {
        return from < end ? some.nextSetBit(from, end) : end;
    }

    private static Unpacked unpack(SortedSetDocValues values, int documents) throws IOException {
        int[] begins = new int[documents + 1];
        char[] numbers = new char[8 * documents];
        int[] all = new int[Math.toIntExact(values.getValueCount())];
        int size = 0;
        for (int document = 0; document < documents; document++) {
            int count = values.advanceExact(document) ? values.docValueCount() : 0;
            numbers = ArrayUtil.grow(numbers, size + count);
            for (int i = 0; i < count; i++) {
                int number = (int) values.nextOrd();
                numbers[size++] = (char) number;
                all[number]++;
            }
            begins[document + 1] = size;
        }
        return new Unpacked(begins, ArrayUtil.copyOfSubArray(numbers, 0, size), all);
    }
}
