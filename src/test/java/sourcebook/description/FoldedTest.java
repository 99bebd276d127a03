package sourcebook.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// No piece of a text is missed, whatever its case and script.
class FoldedTest {
    private static final long SEED = 20261122;
    private static final int TEXTS = 2_000;
    private static final String CHARACTERS = "abcdefgh ABCDEFGH.:éÉжЖß社网ſK";

    @Test
    void holdsWhatTheTextContains() {
        Random random = new Random(SEED);
        int held = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = draw(random, random.nextInt(200));
            Folded folded = Folded.as(text);
            for (int n = 0; n < 20; n++) {
                int from = random.nextInt(text.length() + 1);
                String inside = text.substring(from, Math.min(text.length(), from + random.nextInt(8)));
                assertTrue(folded.holds(Folded.Piece.of(inside)), () -> "seed " + SEED + ": " + inside);
                String other = draw(random, random.nextInt(5));
                boolean contained = text.contains(other);
                assertEquals(contained, folded.holds(Folded.Piece.of(other)), () -> "seed " + SEED + ": " + other);
                held += contained ? 1 : 0;
            }
        }
        assertTrue(held > TEXTS, "too little was held with seed " + SEED);
    }

    @Test
    void aTelltaleShowsWhereverItsPatternFinds() {
        Telltale telltale = Telltale.of(Pattern.compile("(?iu)Skala|ÉDITEUR"), "skala", "Éditeur");
        for (String text : List.of("eine SKALA", "eine \u017FKALA", "eine s\u212Aala", "l'éditeur", "L'Éditeur")) {
            assertEquals(
                    telltale.pattern().matcher(text).find(),
                    telltale.matcher(text).find(),
                    text);
            assertTrue(telltale.find(text, Folded.of(text)), text);
        }
        assertFalse(telltale.find("eine Tabelle", Folded.of("eine Tabelle")));
        assertFalse(telltale.matcher("eine Tabelle").find());
    }

    private static String draw(Random random, int length) {
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i < length; i++) {
            drawn.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return drawn.toString();
    }
}
