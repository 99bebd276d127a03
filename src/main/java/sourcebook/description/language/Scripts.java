package sourcebook.description.language;

import com.ibm.icu.lang.UScript;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The letters of a text by script. Immutable.
///
/// @param letters how many there are
/// @param main the script of most of them, a code of [UScript]
/// @param kana how many are Hiragana or Katakana
/// @param han how many are Chinese characters
record Scripts(int letters, int main, int kana, int han) {
    /// Japanese is at least so much kana; a Chinese text may quote some.
    private static final double KANA = 0.1;

    static Scripts of(CharSequence text) {
        Map<Integer, Integer> counts = new HashMap<>();
        int latin = 0;
        int letters = 0;
        for (int i = 0; i < text.length(); ) {
            int c = Character.codePointAt(text, i);
            i += Character.charCount(c);
            if (c < 0x80) {
                if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
                    latin++;
                }
            } else if (Character.isLetter(c)) {
                counts.merge(UScript.getScript(c), 1, Integer::sum);
                letters++;
            }
        }
        counts.merge(UScript.LATIN, latin, Integer::sum);
        int kana = counts.getOrDefault(UScript.HIRAGANA, 0) + counts.getOrDefault(UScript.KATAKANA, 0);
        int han = counts.getOrDefault(UScript.HAN, 0);
        int main = UScript.LATIN;
        int most = 0;
        for (var entry : counts.entrySet()) {
            int weight = entry.getValue() * weight(entry.getKey());
            if (weight > most) {
                most = weight;
                main = entry.getKey();
            }
        }
        return new Scripts(letters + latin, main, kana, han);
    }

    /// A character of these is worth several letters: names in Latin letters must not outweigh them.
    private static int weight(int script) {
        return switch (script) {
            case UScript.HAN, UScript.HIRAGANA, UScript.KATAKANA, UScript.HANGUL -> 3;
            default -> 1;
        };
    }

    /// The language that has this script to itself, or nearly so; null when the script leaves the
    /// choice open.
    @Nullable
    String language() {
        return switch (main) {
            case UScript.HAN, UScript.HIRAGANA, UScript.KATAKANA -> kana > (han + kana) * KANA ? "ja" : "zh";
            case UScript.HANGUL -> "ko";
            case UScript.THAI -> "th";
            case UScript.GREEK -> "el";
            case UScript.ARMENIAN -> "hy";
            case UScript.GEORGIAN -> "ka";
            case UScript.BENGALI -> "bn";
            case UScript.GUJARATI -> "gu";
            case UScript.GURMUKHI -> "pa";
            case UScript.ORIYA -> "or";
            case UScript.TAMIL -> "ta";
            case UScript.TELUGU -> "te";
            case UScript.KANNADA -> "kn";
            case UScript.MALAYALAM -> "ml";
            case UScript.SINHALA -> "si";
            case UScript.KHMER -> "km";
            case UScript.LAO -> "lo";
            case UScript.MYANMAR -> "my";
            case UScript.ETHIOPIC -> "am";
            case UScript.TIBETAN -> "bo";
            case UScript.MONGOLIAN -> "mn";
            default -> null;
        };
    }
}
