package sourcebook.description;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Month names of many languages, from CLDR. Immutable, thread-safe.
final class MonthNames {
    /// The earlier language wins where two disagree ("listopad" is November in Czech and Polish, October in
    /// Croatian).
    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "it", "pt", "nl", "ru", "pl", "cs", "uk", "sv", "da", "nb", "fi", "tr", "ro", "hu",
            "el", "bg", "sk", "sr", "sr_Latn", "hr", "sl", "ca", "eu", "gl", "lt", "lv", "et", "id", "ms", "vi", "sw",
            "af", "ar", "ar_LB", "ar_DZ", "fa", "he", "hi", "ur", "bn", "be", "de_AT", "sq", "mk", "is", "az", "ka",
            "hy", "kk", "uz_Latn", "th", "am");

    private static final int SHORTEST = 3;
    private static final Map<String, Integer> MONTHS = read();

    private MonthNames() {}

    /// The month, 1 to 12, that a word names; null when it names none.
    static @Nullable Integer month(String word) {
        return MONTHS.get(fold(word));
    }

    private static Map<String, Integer> read() {
        Map<String, Integer> months = new HashMap<>();
        months.put("sept", 9);
        months.put("maerz", 3);
        months.put("mrz", 3);
        for (String language : LANGUAGES) {
            DateFormatSymbols symbols = new DateFormatSymbols(new ULocale(language + "@calendar=gregorian"));
            for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
                for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
                    String[] names = symbols.getMonths(context, width);
                    for (int i = 0; i < 12 && i < names.length; i++) {
                        String name = fold(names[i]);
                        if (name.length() >= SHORTEST
                                && name.chars()
                                        .allMatch(c -> Character.isLetter(c)
                                                || Character.getType(c) == Character.NON_SPACING_MARK
                                                || Character.getType(c) == Character.COMBINING_SPACING_MARK)) {
                            months.putIfAbsent(name, i + 1);
                        }
                    }
                }
            }
        }
        return Map.copyOf(months);
    }

    private static String fold(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
