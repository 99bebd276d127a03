package sourcebook.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// Places for shapes that want the same ones, against trying every choice.
class OwnPlacesTest {
    private static final long SEED = Long.getLong("sourcebook.test.seed", System.nanoTime());
    private static final int ROUNDS = 2_000;

    @Test
    void aWindowIsCompleteWheneverAnyChoiceIs() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            int shapes = 1 + random.nextInt(5);
            long[] wanting = new long[1 + random.nextInt(14)];
            for (int i = 0; i < wanting.length; i++) {
                wanting[i] = 1 + random.nextInt((1 << shapes) - 1);
            }
            OwnPlaces window = new OwnPlaces(shapes);
            for (int next = 0; next < wanting.length; next++) {
                window.enter(wanting[next]);
                String where = "seed " + SEED + ", round " + round + ", place " + next;
                assertEquals(possible(wanting, window.first(), next, shapes, 0), window.complete(), where);
                while (window.complete()) {
                    int first = window.first();
                    assertEquals(possible(wanting, first + 1, next, shapes, 0), window.leave(), where);
                    if (window.first() == first) {
                        break;
                    }
                }
            }
        }
    }

    private static boolean possible(long[] wanting, int first, int last, int shapes, long taken) {
        if (Long.bitCount(taken) == shapes) {
            return true;
        }
        if (first > last) {
            return false;
        }
        for (int shape = 0; shape < shapes; shape++) {
            if ((wanting[first] & ~taken & 1L << shape) != 0
                    && possible(wanting, first + 1, last, shapes, taken | 1L << shape)) {
                return true;
            }
        }
        return possible(wanting, first + 1, last, shapes, taken);
    }

    /// Sixty shapes that all want the same places: no choice is tried twice.
    @Test
    void manyShapesThatWantTheSameCostLittle() {
        OwnPlaces window = new OwnPlaces(60);
        for (int place = 0; place < 59; place++) {
            window.enter((1L << 60) - 1);
            assertFalse(window.complete());
        }
        for (int place = 59; place < 10_000; place++) {
            window.enter((1L << 60) - 1);
            assertTrue(window.complete());
            assertEquals(place > 59, window.leave());
            assertEquals(place - 59, window.first());
        }
    }
}
