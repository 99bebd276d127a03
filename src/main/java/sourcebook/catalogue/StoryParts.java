package sourcebook.catalogue;

import java.util.List;

/// Tells a copy with additions from a collection: a press review, a digest, a day's dispatches in one file. A
/// collection
/// holds several texts of the archive side by side, and is a copy of none of them; joined to each it would melt them
/// into one story.
final class StoryParts {
    /// A text that is at least so much of the longer one is what the longer one is a copy of, whatever else it holds.
    private static final double MAIN = .5;

    /// Below this share one other part beside it shows a collection; above, it takes two, since an article is saved in
    /// two halves, too.
    private static final double SMALL = .3;

    private StoryParts() {}

    /// A text inside a longer one.
    ///
    /// @param covered the share of the longer text that it is
    /// @param place which 64ths of the longer text it is
    record Part(long text, double covered, long place) {
        boolean isBeside(Part other) {
            int overlap = Long.bitCount(place & other.place);
            int smaller = Math.min(Long.bitCount(place), Long.bitCount(other.place));
            return smaller > 0 && overlap * 5 <= smaller;
        }
    }

    /// Whether a part and the text it is in are copies of one story.
    static boolean holds(Part part, List<Part> all) {
        if (part.covered() >= MAIN) {
            return true;
        }
        if (part.covered() < SMALL) {
            return all.stream().noneMatch(part::isBeside);
        }
        List<Part> beside = all.stream().filter(part::isBeside).toList();
        return beside.stream().noneMatch(one -> beside.stream().anyMatch(one::isBeside));
    }
}
