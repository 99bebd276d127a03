package sourcebook.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeptTextTest {
    private static final long SEED = Long.getLong("sourcebook.test.seed", System.nanoTime());
    private static final String[] PARTS = {"a", "peace ", "\n", "é", "中", "😀", "\uD83C\uDDF9", "word ".repeat(40)};

    /// Longer than what is kept in pieces.
    private static final int VERY_LONG = 200_000;

    private static String text(int atLeast, Random random) {
        StringBuilder text = new StringBuilder();
        while (text.length() < atLeast) {
            text.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return text.toString();
    }

    private static KeptText kept(String text) throws IOException {
        return new KeptText(KeptText.pack(text), () -> KeptText.after(text));
    }

    @Test
    void everyCharacterComesBack() throws IOException {
        Random random = new Random(SEED);
        for (int length : new int[] {0, 1, 100, 8_191, 8_192, 8_193, 50_000, 131_072, 131_073, VERY_LONG}) {
            String text = text(length, random);
            String where = "seed " + SEED + ", length " + text.length();
            assertEquals(text, kept(text).toString(), where);
            KeptText kept = kept(text);
            assertEquals(text.length(), kept.length(), where);
            for (int i = 0; i < 2_000 && !text.isEmpty(); i++) {
                int from = random.nextInt(text.length());
                int to = Math.min(text.length(), from + random.nextInt(random.nextInt(20_000) + 1));
                assertEquals(text.charAt(from), kept.charAt(from), where);
                assertEquals(text.substring(from, to), kept.subSequence(from, to), where);
            }
            assertThrows(IndexOutOfBoundsException.class, () -> kept.charAt(text.length()), where);
            assertThrows(IndexOutOfBoundsException.class, () -> kept.charAt(-1), where);
        }
    }

    @Test
    void halfACharacterIsReplacedInItsPlace() throws IOException {
        assertEquals("a?bc?", kept("a\uD83Dbc\uDE00").toString());
    }

    @Test
    void onlyThePieceThatIsAskedForIsUnpacked() throws IOException {
        String text = text(VERY_LONG, new Random(SEED));
        KeptText kept = kept(text);
        assertEquals(0, kept.unpacked());
        assertEquals(text.charAt(100_000), kept.charAt(100_000));
        assertEquals(text.substring(99_990, 100_010), kept.substring(99_990, 100_010));
        assertTrue(kept.unpacked() <= 2, "a piece, or two where one ends");
    }
}
