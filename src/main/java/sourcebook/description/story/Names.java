package sourcebook.description.story;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
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

    private final Set<Long> capital = new HashSet<>();
    private final boolean shown;

    private Names(Words words) {
        Set<Long> small = new HashSet<>();
        int capitals = 0;
        for (int i = 0; i < words.count(); i++) {
            int first = words.word(i).codePointAt(0);
            if (Character.isLowerCase(first)) {
                small.add(words.hash(i));
            } else if (Character.isUpperCase(first)) {
                capitals++;
                if (i > 0 && !endsSentence(words.gapBefore(i))) {
                    capital.add(words.hash(i));
                }
            }
        }
        capital.removeAll(small);
        shown = capitals > 0 && !small.isEmpty() && capitals * 2 < words.count();
    }

    static Names of(Words words) {
        return new Names(words);
    }

    private static boolean endsSentence(String gap) {
        return gap.chars().anyMatch(letter -> ".!?:;\n\r\"“”„«»•".indexOf(letter) >= 0);
    }

    /// Whether capitals tell names from other words in this text.
    boolean shown() {
        return shown;
    }

    boolean isName(Words words, int word) {
        return shown
                && capital.contains(words.hash(word))
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
