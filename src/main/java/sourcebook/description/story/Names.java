package sourcebook.description.story;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Which words of a text are names: those it writes with a capital inside its sentences and never without. A text of
/// small letters or of capitals alone, or in a script that has none, shows no names. Immutable.
final class Names {
    private static final int SHORTEST = 3;

    /// Languages whose months and days of the week are told from names, as CLDR spells them.
    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "hu", "ro", "tr", "hr",
            "sl", "lt", "lv", "et", "ru", "uk", "bg", "sr", "el", "ca", "id", "sw");

    private static final Set<String> DATE_WORDS = dateWords();

    /// Hashes of the words, ascending.
    private final long[] capital;

    private final long[] small;
    private final boolean shown;

    private Names(Words words) {
        long[] written = new long[words.count()];
        long[] writtenSmall = new long[words.count()];
        int inside = 0;
        int smalls = 0;
        int capitals = 0;
        for (int i = 0; i < words.count(); i++) {
            int first = words.firstLetter(i);
            if (Character.isLowerCase(first)) {
                writtenSmall[smalls++] = words.hash(i);
            } else if (Character.isUpperCase(first)) {
                capitals++;
                if (i > 0 && !words.endsSentenceBefore(i)) {
                    written[inside++] = words.hash(i);
                }
            }
        }
        capital = ascending(written, inside);
        small = ascending(writtenSmall, smalls);
        shown = capitals > 0 && smalls > 0 && capitals * 2 < words.count();
    }

    private static long[] ascending(long[] hashes, int count) {
        long[] sorted = Arrays.copyOf(hashes, count);
        Arrays.sort(sorted);
        return sorted;
    }

    static Names of(Words words) {
        return new Names(words);
    }

    /// Whether capitals tell names from other words in this text.
    boolean shown() {
        return shown;
    }

    boolean isName(Words words, int word) {
        return shown
                && Arrays.binarySearch(capital, words.hash(word)) >= 0
                && Arrays.binarySearch(small, words.hash(word)) < 0
                && words.word(word).length() >= SHORTEST
                && !isDateWord(words.word(word));
    }

    static boolean isDateWord(String word) {
        return DATE_WORDS.contains(word.toLowerCase(Locale.ROOT));
    }

    private static Set<String> dateWords() {
        Set<String> found = new HashSet<>();
        for (String language : LANGUAGES) {
            Locale locale = Locale.of(language);
            for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT)) {
                for (Month month : Month.values()) {
                    found.add(
                            month.getDisplayName(style, locale).replace(".", "").toLowerCase(Locale.ROOT));
                }
                for (DayOfWeek day : DayOfWeek.values()) {
                    found.add(day.getDisplayName(style, locale).replace(".", "").toLowerCase(Locale.ROOT));
                }
            }
        }
        return Set.copyOf(found);
    }
}
