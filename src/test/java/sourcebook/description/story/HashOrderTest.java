package sourcebook.description.story;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HashOrderTest {
    @Test
    void sortsAsAnySortDoes() {
        long seed = new Random().nextLong();
        System.out.println("HashOrderTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            long[] hashes = new long[random.nextInt(round < 250 ? 300 : 100_000)];
            long range = 1L << (1 + random.nextInt(62));
            for (int i = 0; i < hashes.length; i++) {
                hashes[i] = random.nextInt(10) == 0 ? random.nextLong() % range : random.nextLong();
            }
            long[] expected = hashes.clone();
            Arrays.sort(expected);
            long[] nearly = expected.clone();
            HashOrder.sort(hashes);
            assertArrayEquals(expected, hashes);
            if (nearly.length > 1) {
                int at = random.nextInt(nearly.length - 1);
                long left = nearly[at];
                nearly[at] = nearly[at + 1];
                nearly[at + 1] = left;
            }
            HashOrder.sortIfNeeded(nearly);
            assertArrayEquals(expected, nearly);
        }
    }
}
