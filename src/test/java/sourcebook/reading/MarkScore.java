package sourcebook.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sourcebook.reading.PopplerPages.Segment;

/// Compares the rectangles that mark a hit on a page with poppler's words.
///
/// A segment of poppler's is covered by a rectangle that overlaps at least half of its width and half the height of the
/// lower of both; it is touched if that is a fifth of its width. A word of the hit is right when, in reading order, a
/// covered segment with the same letters answers to it, and the edges of the rectangle keep within a quarter of the
/// height of the line from those of its first and last segment (or lie between these and the ends of poppler's words
/// that they are part of, with full stops and brackets), and the rectangle is at most 2.2 times as high as them. Each
/// segment that is touched and is not a word of the hit takes one from what is right; dashes and bullets between words
/// may be covered if the hit has them. Where signs within one of poppler's words stand is guessed in two ways;
/// either will do.
final class MarkScore {
    private static final double COVERED = 0.5;
    private static final double TOUCHED = 0.2;
    private static final double EDGE = 0.25; // of the line's height: half the width of a letter
    private static final double EDGE_INSIDE_WORD = 0.6; // where a sign stands is a guess
    private static final double MOST_HEIGHT = 2.2;

    /// @param words of the hit on the page
    /// @param right of these
    /// @param covered what stands under the rectangles, for a person
    record Score(int words, int right, String covered) {}

    private record Covered(Segment segment, int box, boolean whole, boolean edges) {}

    private MarkScore() {}

    /// @param hit the text of the hit on this page
    /// @param aspect height of the page through its width
    static Score of(String hit, List<Box> boxes, List<Segment> page, double aspect) {
        List<String> wanted = PopplerPages.tokens(hit);
        List<Covered> covered = new ArrayList<>();
        for (Segment segment : page) {
            for (int box = 0; box < boxes.size(); box++) {
                double share = share(segment, boxes.get(box));
                if (share >= TOUCHED) {
                    covered.add(new Covered(segment, box, share >= COVERED, true));
                    break;
                }
            }
        }
        covered.sort(Comparator.comparingInt(Covered::box)
                .thenComparingDouble(one -> one.segment().left()));
        List<Covered> judged = edges(covered, boxes, aspect);
        judged.removeIf(
                one -> one.segment().sign() && hit.contains(one.segment().text()));
        int right = right(wanted, judged);
        return new Score(
                wanted.size(),
                right,
                String.join(
                        " ",
                        judged.stream()
                                .map(one -> one.segment().text() + (one.whole() ? "" : "~") + (one.edges() ? "" : "!"))
                                .toList()));
    }

    private static double share(Segment segment, Box box) {
        double y = Math.min(segment.bottom(), box.bottom()) - Math.max(segment.top(), box.y());
        boolean inLine = y >= COVERED * Math.min(segment.height(), box.height());
        double guessed = share(segment.left(), segment.right(), box);
        double even = share(segment.evenLeft(), segment.evenRight(), box);
        double share = (guessed + even) / 2;
        return inLine && (!segment.part() || share >= COVERED) ? share : 0;
    }

    private static double share(double left, double right, Box box) {
        double x = Math.min(right, box.right()) - Math.max(left, box.x());
        return right > left ? Math.max(0, x / (right - left)) : 0;
    }

    private static List<Covered> edges(List<Covered> covered, List<Box> boxes, double aspect) {
        List<Covered> judged = new ArrayList<>();
        for (int i = 0; i < covered.size(); i++) {
            Covered one = covered.get(i);
            Segment segment = one.segment();
            Box box = boxes.get(one.box());
            double height = segment.height() * aspect; // in widths of the page
            boolean first = i == 0 || covered.get(i - 1).box() != one.box();
            boolean last = i + 1 == covered.size() || covered.get(i + 1).box() != one.box();
            double tolerance = height * (segment.part() ? EDGE_INSIDE_WORD : EDGE);
            double from = Math.max(segment.left(), segment.evenLeft());
            double to = Math.min(segment.right(), segment.evenRight());
            boolean fits = (!first || between(box.x(), segment.wordLeft(), from, tolerance))
                    && (!last || between(box.right(), to, segment.wordRight(), tolerance))
                    && box.height() <= MOST_HEIGHT * segment.height();
            judged.add(new Covered(segment, one.box(), one.whole(), fits));
        }
        return judged;
    }

    private static boolean between(double edge, double from, double to, double tolerance) {
        return edge >= from - tolerance && edge <= to + tolerance;
    }

    /// Words by their letters, since poppler and we may part words differently.
    private static int right(List<String> wanted, List<Covered> covered) {
        String all = String.join("", wanted);
        String found = String.join(
                "", covered.stream().map(one -> one.segment().text()).toList());
        long bad = covered.stream().filter(one -> !one.whole() || !one.edges()).count();
        if (all.equals(found)) {
            return (int) Math.max(0, wanted.size() - bad);
        }
        int[][] same = new int[wanted.size() + 1][covered.size() + 1];
        for (int i = 1; i <= wanted.size(); i++) {
            for (int j = 1; j <= covered.size(); j++) {
                Covered one = covered.get(j - 1);
                boolean fits = one.whole()
                        && one.edges()
                        && wanted.get(i - 1).equals(one.segment().text());
                same[i][j] = Math.max(Math.max(same[i - 1][j], same[i][j - 1]), same[i - 1][j - 1] + (fits ? 1 : 0));
            }
        }
        int met = same[wanted.size()][covered.size()];
        return Math.max(0, met - (covered.size() - met));
    }
}
