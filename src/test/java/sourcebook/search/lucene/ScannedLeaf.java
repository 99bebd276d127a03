package sourcebook.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sourcebook.search.Query;
import sourcebook.search.lucene.ScannedPhrase.Slot;
import sourcebook.search.lucene.language.Folding;

/// Where the simplest parts of a query stand in a text.
final class ScannedLeaf {
    private static final String ALONE = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}ー&&[\\p{L}\\p{N}]]";
    private static final String WILD_LETTER =
            "[*?[\\p{L}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}ー]]]";
    private static final String INNER = "[*?\\p{M}\uFF9E\uFF9F]";
    private static final Pattern PATTERN_WORD = Pattern.compile(ALONE + INNER + "*|" + WILD_LETTER
            + "(?:[\u00AD\u200C\u200D\u2060\uFEFF]*(?:" + WILD_LETTER + "|" + INNER + "))*");
    private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{N}]");

    private ScannedLeaf() {}

    /// All places, overlapping ones too.
    ///
    /// @param japanese whether any text of the archive, in the same field, has Japanese
    static Set<Range> places(Query.Leaf leaf, ScannedText text, boolean japanese) {
        return switch (leaf) {
            case Query.Word(String word) -> new ScannedForms(text, japanese).of(word);
            case Query.Phrase(String phrase) ->
                ScannedPhrase.of(ScannedText.of(phrase).tokens()).in(text);
            case Query.Wildcard(String pattern) -> new ScannedPhrase(wildcards(pattern)).in(text);
            case Query.Fuzzy _, Query.Regex _, Query.Sequence _ -> throw new AssertionError("not asked yet: " + leaf);
        };
    }

    /// The words of a pattern, which is cut where a text would be cut; stars and question marks are letters then.
    private static List<Slot> wildcards(String pattern) {
        List<Slot> words = new ArrayList<>();
        Matcher word = PATTERN_WORD.matcher(pattern);
        while (word.find()) {
            if (LETTER.matcher(word.group()).find()) {
                String folded = Folding.folded(word.group()).replace("*", ".*").replace("?", ".");
                words.add(new Slot(Pattern.compile(folded, Pattern.DOTALL).asMatchPredicate(), 1));
            }
        }
        return words;
    }

    /// What was typed.
    static String typed(Query.Leaf leaf) {
        return leaf.typed();
    }
}
