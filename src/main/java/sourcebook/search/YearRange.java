package sourcebook.search;

/// Years, both ends included.
public record YearRange(int from, int to) {
    public YearRange {
        if (from > to) {
            throw new IllegalArgumentException("A range of years runs upward: " + from + ".." + to);
        }
    }
}
