package sourcebook.extraction.worker;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Which characters of a page have been printed where: one that is printed again upon itself, as some programs do to
/// make it bold, counts once.
///
/// The rule is PDFBox's own, to the last bit: as far as a third of the character's width is the same place, that far to
/// the right and below no longer. Its way of finding out, trees within trees, took a seventh of the time of a
/// page; here the places of a character lie sorted in stripes of the page. Used by one thread.
final class Overprint {
    private static final float STRIPE = 16; // points: a character seldom looks beyond its own

    private final Map<String, Map<Integer, Places>> places = new HashMap<>(); // by characters and stripe

    void clear() {
        places.clear();
    }

    /// Whether the characters have been printed there; if not, they have now.
    ///
    /// @param tolerance how far away the same place is, not negative; may be infinite or no number
    boolean repeats(String characters, float x, float y, float tolerance) {
        float left = x - tolerance;
        float right = x + tolerance;
        float top = y - tolerance;
        float bottom = y + tolerance;
        int first = stripe(top);
        int last = stripe(bottom);
        Map<Integer, Places> known = places.computeIfAbsent(characters, _ -> new HashMap<>());
        if (last - (long) first >= known.size()) {
            for (Places stripe : known.values()) {
                if (stripe.any(left, right, top, bottom)) {
                    return true;
                }
            }
        } else {
            for (long number = first; number <= last; number++) { // the last int may be among them
                Places stripe = known.get((int) number);
                if (stripe != null && stripe.any(left, right, top, bottom)) {
                    return true;
                }
            }
        }
        known.computeIfAbsent(stripe(y), _ -> new Places()).add(x, y);
        return false;
    }

    /// Rounds what is beyond all numbers to the last, and grows with `y` in all.
    private static int stripe(float y) {
        return (int) Math.floor(y / STRIPE);
    }

    /// Places sorted by `x`. Order and equality are those of [Float#compare], which tells the zeros apart.
    private static final class Places {
        private float[] xs = new float[4];
        private float[] ys = new float[4];
        private int count;

        void add(float x, float y) {
            if (count == xs.length) {
                xs = Arrays.copyOf(xs, 2 * count);
                ys = Arrays.copyOf(ys, 2 * count);
            }
            int at = from(x);
            System.arraycopy(xs, at, xs, at + 1, count - at);
            System.arraycopy(ys, at, ys, at + 1, count - at);
            xs[at] = x;
            ys[at] = y;
            count++;
        }

        /// Any place with `left` ≤ x < `right` and `top` ≤ y < `bottom`.
        boolean any(float left, float right, float top, float bottom) {
            for (int i = from(left); i < count && Float.compare(xs[i], right) < 0; i++) {
                if (Float.compare(ys[i], top) >= 0 && Float.compare(ys[i], bottom) < 0) {
                    return true;
                }
            }
            return false;
        }

        /// Index of the first place that is not left of `x`.
        private int from(float x) {
            if (count == 0 || Float.compare(xs[count - 1], x) < 0) {
                return count;
            }
            int low = 0;
            int high = count - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (Float.compare(xs[middle], x) < 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
