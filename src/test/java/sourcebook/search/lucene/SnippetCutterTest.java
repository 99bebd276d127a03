package sourcebook.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import sourcebook.search.Layer;
import sourcebook.search.Snippet;
import sourcebook.search.WordScanner;

class SnippetCutterTest {
    private static final long SEED = Long.getLong("sourcebook.test.seed", System.nanoTime());
    private static final int ROUNDS = Integer.getInteger("sourcebook.test.rounds.snippets", 3_000);

    /// More than an excerpt, its reach to the end of a sentence, and one word.
    private static final int LONGEST = 200 + 60 + 60;

    private static final String[] WORDS = {
        "i",
        "peace",
        "outlets",
        "interdependence",
        "cafe\u0301",
        "don't",
        "soft\u00ADhyphen",
        "война",
        "中",
        "国の",
        "ไทย",
        "กำ",
        "😀",
        "👩\u200D🔬",
        "👍🏽",
        "𝒳𝒴",
        "\uD83C\uDDF9\uD83C\uDDFF",
        "a".repeat(60),
        "U.S.",
        "Mr.",
        "1989",
        "हिन्दी"
    };
    private static final String[] SEPARATORS = {
        " ", " ", " ", " ", "\u00A0", "", ". ", ".” ", "! ", "。", "\n", "\n\n", "-", ", ", "\t", "\u2003", "\f"
    };
    private static final String LETTER = "[\\p{L}\\p{N}\\p{M}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsThai}]]";
    private static final Pattern INSIDE_A_WORD = Pattern.compile("(?<=" + LETTER + ")(?=" + LETTER + ")");
    private static final Pattern INSIDE_A_CHARACTER =
            Pattern.compile("(?=[\\p{M}\u00AD\u200D\uDFFB-\uDFFF])|(?<=\u200D)");

    @Test
    void noWordAndNoCharacterIsCut() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder made = new StringBuilder();
            for (int i = random.nextInt(150); i >= 0; i--) {
                made.append(WORDS[random.nextInt(WORDS.length)]).append(SEPARATORS[random.nextInt(SEPARATORS.length)]);
            }
            String text = made.toString();
            List<Range> hits = hits(text, random);
            List<Snippet> snippets = new SnippetCutter(text, List.of(0), Layer.TEXT).cut(hits, 1 + random.nextInt(5));
            String where = "seed " + SEED + ", round " + round + ": " + text;
            assertFalse(snippets.isEmpty(), where);
            int free = 0;
            for (Snippet snippet : snippets) {
                assertTrue(snippet.start() >= free && snippet.end() > snippet.start(), where);
                free = snippet.end();
                whole(text, snippet.start(), where);
                whole(text, snippet.end(), where);
                assertTrue(snippet.text().length() <= LONGEST, where);
                assertEquals(snippet.text().strip(), snippet.text(), where);
            }
        }
    }

    /// Words of a text, as the index gives them.
    private static List<Range> hits(String text, Random random) {
        int every = 1 + random.nextInt(40);
        List<Range> hits = new ArrayList<>();
        WordScanner words = new WordScanner(text);
        while (words.next()) {
            if (random.nextInt(every) == 0) {
                hits.add(new Range(words.start(), words.end()));
            }
        }
        return random.nextInt(8) == 0 ? List.of() : hits;
    }

    private static void whole(String text, int at, String where) {
        if (at == 0 || at == text.length()) {
            return;
        }
        assertFalse(
                Character.isHighSurrogate(text.charAt(at - 1)) && Character.isLowSurrogate(text.charAt(at)),
                where + ": half a character at " + at);
        Matcher word = INSIDE_A_WORD.matcher(text).useTransparentBounds(true).region(at, at);
        assertFalse(word.lookingAt(), where + ": a word is cut at " + at);
        Matcher character =
                INSIDE_A_CHARACTER.matcher(text).useTransparentBounds(true).region(at, at);
        assertFalse(character.lookingAt(), where + ": a character is cut at " + at);
    }

    @Test
    void wholeSentencesArePreferred() {
        String before = "Nobody came. ".repeat(20) + "In 1962 Dr. Ahmed Said of the U.S. Mission opened it. ";
        String sentence = "The peace treaty was signed in the J. F. Hall at No. 5, and nobody knew why.";
        String after = " Then it rained for a week, as it does there in March." + " Nobody came.".repeat(20);
        String text = before + sentence + after;
        int hit = text.indexOf("peace");
        Snippet snippet = new SnippetCutter(text, List.of(0), Layer.TEXT)
                .cut(List.of(new Range(hit, hit + 5)), 1)
                .getFirst();
        assertTrue(snippet.text().matches("(Nobody came|In 1962 Dr. Ahmed|The peace treaty).*"), snippet.text());
        assertTrue(snippet.text().endsWith("."), snippet.text());
        assertTrue(snippet.text().contains(sentence), snippet.text());
    }

    @Test
    void anEndlessWordIsCutBetweenCharacters() {
        String text = "e\u0301".repeat(3_000);
        Snippet snippet = new SnippetCutter(text, List.of(0), Layer.TEXT)
                .cut(List.of(), 1)
                .getFirst();
        assertTrue(snippet.text().length() <= LONGEST);
        assertEquals(0, snippet.end() % 2);
        String wide = "中国的政策".repeat(200);
        Snippet chinese = new SnippetCutter(wide, List.of(0), Layer.TEXT)
                .cut(List.of(new Range(500, 502)), 1)
                .getFirst();
        assertTrue(chinese.start() <= 500 && chinese.end() >= 502);
        assertTrue(chinese.text().length() <= LONGEST);
    }
}
