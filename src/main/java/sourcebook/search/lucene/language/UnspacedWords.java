package sourcebook.search.lucene.language;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/// Where words end in scripts that put no blank between them. Thread-safe.
public final class UnspacedWords {
    private UnspacedWords() {}

    /// Whether a character is written in Japanese alone.
    public static boolean hiragana(int codePoint) {
        return codePoint >= 0x3041 && codePoint <= 0x309F;
    }

    /// Whether a character is one of those that Chinese and Japanese texts are run together from.
    public static boolean eastAsian(int codePoint) {
        return switch (UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> codePoint == 0x30FC || codePoint == 0xFF70;
        };
    }

    /// The words of a Japanese run.
    public static List<Segment> japanese(String run) {
        return JapaneseWords.of(run);
    }

    /// The words of a run, ascending. A run with kana is Japanese, one of Chinese characters alone is Chinese or,
    /// where there are Japanese texts, what it can be read as in fewer words. Other scripts are divided by ICU's
    /// dictionaries.
    ///
    /// @param run characters of one script group, without blanks
    /// @param japanese whether there are Japanese texts
    public static List<Segment> of(String run, boolean japanese) {
        if (!eastAsian(run.codePointAt(0))) {
            return byDictionary(run);
        }
        if (run.codePoints().anyMatch(c -> UnicodeScript.of(c) != UnicodeScript.HAN)) {
            return JapaneseWords.of(run);
        }
        List<Segment> chinese = ChineseWords.of(run);
        if (!japanese) {
            return chinese;
        }
        List<Segment> other = JapaneseWords.of(run);
        return other.size() < chinese.size() ? other : chinese;
    }

    private static List<Segment> byDictionary(String run) {
        BreakIterator breaks = BreakIterator.getWordInstance(ULocale.ROOT);
        breaks.setText(run);
        List<Segment> words = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            words.add(new Segment(start, end, null, true));
            start = end;
        }
        return words;
    }
}
