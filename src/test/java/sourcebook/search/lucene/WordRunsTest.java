package sourcebook.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class WordRunsTest {
    /// Names of runs lie in indexes: with others a phrase would find nothing, and nothing would say so. Who changes
    /// them changes the version, and both here.
    @Test
    void runsAreCalledAsInTheIndexesOfThisVersion() {
        assertEquals(9, IndexSchema.VERSION);
        assertEquals("[1 5f]", name("of", "the", "party"));
        assertEquals("[3 e9]", name("the", "party", "school"));
        assertEquals("[2 eb]", name("школа", "партии", "в"));
        assertNull(WordRuns.name(WordRuns.word("党"), WordRuns.word("the"), WordRuns.word("of")));
    }

    private static String name(String first, String second, String third) {
        BytesRef name = WordRuns.name(WordRuns.word(first), WordRuns.word(second), WordRuns.word(third));
        return String.valueOf(name);
    }
}
