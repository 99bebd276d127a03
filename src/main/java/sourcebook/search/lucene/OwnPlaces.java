package sourcebook.search.lucene;

import java.util.Arrays;
import org.apache.lucene.util.ArrayUtil;

/// Gives each of some shapes a place of its own in a window that moves over the places of a text, where several shapes
/// may want the same one.
///
/// A matching of shapes and places that is kept while the window moves, and mended along augmenting paths (Berge 1957).
/// A place costs at most the cube of the number of shapes, whatever they want. For one thread.
final class OwnPlaces {
    private static final int NONE = -1;

    private final int shapes;
    /// By shape, the places it may have, ascending; those of the window lie from its head to its tail.
    private final int[][] wanted;
    private final int[] heads;
    private final int[] tails;
    private final int[] given;
    /// By place: who has it, and who wants it.
    private int[] owners = new int[8];
    private long[] wanting = new long[8];
    private int first;
    private int next;
    private int missing;
    /// Shapes that have been asked to move.
    private long asked;

    OwnPlaces(int shapes) {
        this.shapes = shapes;
        wanted = new int[shapes][8];
        heads = new int[shapes];
        tails = new int[shapes];
        given = new int[shapes];
        Arrays.fill(given, NONE);
        missing = shapes;
    }

    /// Takes the next place into the window.
    ///
    /// @param by the shapes that may have it, a bit each
    void enter(long by) {
        owners = ArrayUtil.grow(owners, next + 1);
        wanting = ArrayUtil.grow(wanting, next + 1);
        owners[next] = NONE;
        wanting[next] = by;
        for (int shape = 0; shape < shapes; shape++) {
            if (has(by, shape)) {
                wanted[shape] = ArrayUtil.grow(wanted[shape], tails[shape] + 1);
                wanted[shape][tails[shape]++] = next;
            }
        }
        next++;
        for (int shape = 0; missing > 0 && shape < shapes; shape++) {
            if (given[shape] == NONE && given(shape)) {
                missing--;
                return; // one place more serves one shape more
            }
        }
    }

    /// Whether each shape has a place.
    boolean complete() {
        return missing == 0;
    }

    /// The first place of the window, counted from 0.
    int first() {
        return first;
    }

    /// Gives up the first place if each shape can have another one then.
    ///
    /// @return whether that was done; the window is complete before and after
    boolean leave() {
        int owner = owners[first];
        long by = wanting[first];
        move(by, 1);
        if (owner != NONE) {
            given[owner] = NONE;
            if (!given(owner)) {
                given[owner] = first;
                move(by, -1);
                return false;
            }
        }
        first++;
        return true;
    }

    private void move(long by, int step) {
        for (int shape = 0; shape < shapes; shape++) {
            heads[shape] += has(by, shape) ? step : 0;
        }
    }

    private boolean given(int shape) {
        asked = 0;
        return give(shape);
    }

    /// Finds a place for a shape, others moving for it where they can. Of as many places as there are shapes one is
    /// free, so no more are looked at.
    private boolean give(int shape) {
        asked |= 1L << shape;
        int[] places = wanted[shape];
        int from = Math.max(heads[shape], tails[shape] - shapes);
        for (int i = from; i < tails[shape]; i++) {
            if (owners[places[i]] == NONE) {
                take(shape, places[i]);
                return true;
            }
        }
        for (int i = from; i < tails[shape]; i++) {
            int other = owners[places[i]];
            if (!has(asked, other) && give(other)) {
                take(shape, places[i]);
                return true;
            }
        }
        return false;
    }

    private void take(int shape, int place) {
        owners[place] = shape;
        given[shape] = place;
    }

    private static boolean has(long set, int shape) {
        return (set >>> shape & 1) != 0;
    }
}
