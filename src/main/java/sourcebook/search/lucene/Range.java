package sourcebook.search.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A stretch of characters of a text, end exclusive.
record Range(int start, int end) {
    private static final Comparator<Range> LEFTMOST_LONGEST = Comparator.comparingInt(Range::start)
            .thenComparing(Comparator.comparingInt(Range::end).reversed());

    /// Of overlapping ranges the leftmost stays, of those the longest; ascending.
    static List<Range> apart(List<Range> ranges) {
        List<Range> sorted = new ArrayList<>(ranges);
        sorted.sort(LEFTMOST_LONGEST);
        List<Range> apart = new ArrayList<>(sorted.size());
        int end = 0;
        for (Range range : sorted) {
            if (range.start >= end) {
                apart.add(range);
                end = range.end;
            }
        }
        return apart;
    }
}
