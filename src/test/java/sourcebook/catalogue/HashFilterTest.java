package sourcebook.catalogue;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HashFilterTest {
    private static final long SEED = Long.getLong("sourcebook.filter.seed", 20_261_122L);
    private static final int HASHES = 500_000;

    @Test
    void whatWasAddedIsNeverDeniedAndLittleElseIsTakenForIt() {
        System.out.println("HashFilterTest seed " + SEED);
        assertTrue(falselyTaken(Long.MAX_VALUE) < .03);
    }

    /// With a tenth of the memory it would need.
    @Test
    void aFilterThatMayNotGrowDeniesNothingEither() {
        assertTrue(falselyTaken(75_000) < 1);
    }

    private static double falselyTaken(long mostBytes) {
        HashFilter filter = new HashFilter(mostBytes);
        Random random = new Random(SEED);
        for (int i = 0; i < HASHES; i++) {
            filter.add(hash(random));
        }
        Random again = new Random(SEED);
        for (int i = 0; i < HASHES; i++) {
            assertTrue(filter.mayHave(hash(again)), "seed " + SEED);
        }
        int taken = 0;
        for (int i = 0; i < HASHES; i++) {
            taken += filter.mayHave(hash(random)) ? 1 : 0;
        }
        return (double) taken / HASHES;
    }

    /// As those of a sketch are: small numbers more often than large ones.
    private static long hash(Random random) {
        return random.nextLong(1L << 47) >>> random.nextInt(5);
    }
}
