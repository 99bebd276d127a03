package sourcebook.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sourcebook.search.Query;
import sourcebook.search.lucene.ScannedPhrase.Part;
import sourcebook.search.lucene.ScannedPhrase.Slot;
import sourcebook.search.lucene.ScannedText.Token;
import sourcebook.search.lucene.language.Folding;

/// Which folded words a pattern stands for; several side by side if it is several words.
final class ScannedPattern {
    private static final String ALONE = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}ー&&[\\p{L}\\p{N}]]";
    private static final String WILD_LETTER =
            "[*?[\\p{L}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}ー]]]";
    private static final String INNER = "[*?\\p{M}\uFF9E\uFF9F]";
    private static final Pattern WORD = Pattern.compile(ALONE + INNER + "*|" + WILD_LETTER
            + "(?:[\u00AD\u200C\u200D\u2060\uFEFF]*(?:" + WILD_LETTER + "|" + INNER + "))*");
    private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{N}]");
    private static final Pattern SIGN = Pattern.compile("\\\\d|\\\\.|\\{[0-9,]*\\}|[^\\p{L}\\p{M}\\p{N}]");

    private ScannedPattern() {}

    static List<Part> parts(Query.Pattern pattern) {
        return switch (pattern) {
            case Query.Wildcard(String wildcard) -> wildcard(wildcard);
            case Query.Fuzzy(String text, int edits) -> fuzzy(text, edits);
            case Query.Regex(String expression) -> List.of(new Slot(regex(expression), 1));
        };
    }

    /// A pattern is cut where a text would be cut; stars and question marks are letters then.
    private static List<Part> wildcard(String pattern) {
        List<Part> words = new ArrayList<>();
        Matcher word = WORD.matcher(pattern);
        while (word.find()) {
            if (LETTER.matcher(word.group()).find()) {
                String folded = Folding.folded(word.group()).replace("*", ".*").replace("?", ".");
                words.add(new Slot(Pattern.compile(folded, Pattern.DOTALL).asMatchPredicate(), 1));
            }
        }
        return words;
    }

    /// A character that is a word of its own is no other.
    private static List<Part> fuzzy(String text, int edits) {
        List<Part> parts = new ArrayList<>();
        for (Token asked : ScannedText.of(text).tokens()) {
            int[] letters = asked.term().codePoints().toArray();
            Predicate<String> like = word -> distance(letters, word.codePoints().toArray()) <= edits;
            parts.add(new Slot(asked.alone() ? asked.term()::equals : like, 1));
        }
        return parts;
    }

    /// How many letters must be added, left out, replaced or exchanged with their neighbour, none of them twice
    /// (optimal string alignment).
    static int distance(int[] one, int[] other) {
        int[][] distance = new int[one.length + 1][other.length + 1];
        for (int i = 0; i <= one.length; i++) {
            for (int j = 0; j <= other.length; j++) {
                if (i == 0 || j == 0) {
                    distance[i][j] = i + j;
                } else {
                    int replaced = distance[i - 1][j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                    int added = Math.min(distance[i - 1][j], distance[i][j - 1]) + 1;
                    distance[i][j] = Math.min(replaced, added);
                    if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) {
                        distance[i][j] = Math.min(distance[i][j], distance[i - 2][j - 2] + 1);
                    }
                }
            }
        }
        return distance[one.length][other.length];
    }

    /// As Java reads it, its letters folded as words are.
    private static Predicate<String> regex(String expression) {
        StringBuilder folded = new StringBuilder();
        Matcher sign = SIGN.matcher(expression);
        int from = 0;
        while (sign.find()) {
            folded.append(letters(expression.substring(from, sign.start())));
            folded.append(sign.group());
            from = sign.end();
        }
        folded.append(letters(expression.substring(from)));
        return Pattern.compile(folded.toString(), Pattern.DOTALL).asMatchPredicate();
    }

    private static String letters(String letters) {
        return letters.isEmpty() ? "" : Folding.folded(letters);
    }
}
