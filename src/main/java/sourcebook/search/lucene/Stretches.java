package sourcebook.search.lucene;

import java.util.Arrays;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.InPlaceMergeSorter;

/// Stretches of one text: each from a position to another, and the characters from its first word to its
/// last. Not for several threads.
final class Stretches {
    private int size;
    private int[] starts = new int[8];
    private int[] ends = new int[8];
    private int[] from = new int[8];
    private int[] to = new int[8];

    int size() {
        return size;
    }

    /// Position of the first word.
    int start(int i) {
        return starts[i];
    }

    /// Position behind the last word.
    int end(int i) {
        return ends[i];
    }

    int from(int i) {
        return from[i];
    }

    int to(int i) {
        return to[i];
    }

    void clear() {
        size = 0;
    }

    void add(int start, int end, int first, int last) {
        if (size == starts.length) {
            starts = ArrayUtil.grow(starts);
            ends = Arrays.copyOf(ends, starts.length);
            from = Arrays.copyOf(from, starts.length);
            to = Arrays.copyOf(to, starts.length);
        }
        starts[size] = start;
        ends[size] = end;
        from[size] = first;
        to[size++] = last;
    }

    void addAll(Stretches other) {
        for (int i = 0; i < other.size; i++) {
            add(other.starts[i], other.ends[i], other.from[i], other.to[i]);
        }
    }

    /// The first that begins at a position or behind it; the stretches are sorted.
    int firstFrom(int position) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Whether one begins at a position; the stretches are sorted.
    boolean startsAt(int position) {
        int first = firstFrom(position);
        return first < size && starts[first] == position;
    }

    /// Ascending by start, then end, each once.
    void sort() {
        boolean sorted = true;
        for (int i = 1; i < size && sorted; i++) {
            sorted = compare(i - 1, i) < 0;
        }
        if (sorted) {
            return;
        }
        new InPlaceMergeSorter() {
            @Override
            protected int compare(int i, int j) {
                return Stretches.this.compare(i, j);
            }

            @Override
            protected void swap(int i, int j) {
                swap(starts, i, j);
                swap(ends, i, j);
                swap(from, i, j);
                swap(to, i, j);
            }

            private void swap(int[] values, int i, int j) {
                int kept = values[i];
                values[i] = values[j];
                values[j] = kept;
            }
        }.sort(0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept == 0 || compare(kept - 1, i) != 0) {
                starts[kept] = starts[i];
                ends[kept] = ends[i];
                from[kept] = from[i];
                to[kept++] = to[i];
            }
        }
        size = kept;
    }

    private int compare(int i, int j) {
        int byStart = Integer.compare(starts[i], starts[j]);
        return byStart != 0 ? byStart : Integer.compare(ends[i], ends[j]);
    }
}
