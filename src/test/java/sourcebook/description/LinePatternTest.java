package sourcebook.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;

/// A pattern of lines finds what a search at each character finds.
class LinePatternTest {
    private static final long SEED = 20261122;
    private static final int TEXTS = 20_000;

    private static final List<String> FORMS = List.of(
            "(?m)^[ \\t]*a+b",
            "(?m)^\\s*ab$",
            "(?imu)^\\W{0,4}(?:a|ab)\\W{0,3}:",
            "(?mu)^[^\\n]{1,4},\\s*\\n+a",
            "(?m)^(?<!\\n)a",
            "(?m)^a?$");

    private static final String CHARACTERS = "aabAB ,:\n\n\r\t\u0085\u2028\u2029x";

    @Test
    void findsWhatASearchFinds() {
        Random random = new Random(SEED);
        List<LinePattern> patterns = FORMS.stream().map(LinePattern::of).toList();
        int found = 0;
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder drawn = new StringBuilder();
            for (int left = random.nextInt(24); left > 0; left--) {
                drawn.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }
            String text = drawn.toString();
            for (LinePattern pattern : patterns) {
                Matcher search = pattern.pattern().matcher(text);
                String expected = search.find() ? search.start() + " " + search.group() : "nothing";
                Matcher first = pattern.first(text);
                String actual = first == null ? "nothing" : first.start() + " " + first.group();
                assertEquals(expected, actual, () -> "seed " + SEED + ", " + pattern + " in " + text);
                found += first == null ? 0 : 1;
            }
        }
        assertTrue(found > TEXTS / 10, "hardly anything to find with seed " + SEED);
    }

    @Test
    void whatIsNotOfALineIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> LinePattern.of("^a"));
        assertThrows(IllegalArgumentException.class, () -> LinePattern.of("(?m)a"));
    }
}
