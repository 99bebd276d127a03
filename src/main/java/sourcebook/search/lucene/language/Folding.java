package sourcebook.search.lucene.language;

import com.ibm.icu.text.FilteredNormalizer2;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;

/// What "case and diacritics aside" means, for texts, queries and phrases alike. Thread-safe.
///
/// The rules are Unicode's compatibility case folding (capitals, ligatures, full-width forms, German `ß`, the Greek
/// final sigma, invisible characters) and then its folding of diacritics (`é`, Cyrillic `ё`, Arabic vowel signs,
/// alef and yeh forms, tatweel, digits of all scripts), except where a sign makes another letter of it.
public final class Folding {
    private static final Normalizer2 CASE = Normalizer2.getNFKCCasefoldInstance();

    /// Not diacritics: the voice marks and the long vowel of kana, vowels and tones of scripts that write them above
    /// and below, signs that take a consonant its vowel, and the letters of Cyrillic alphabets that only look as if
    /// they wore one (`й` is no `и`, `ї` no `і`).
    private static final UnicodeSet LETTERS_OF_THEIR_OWN = new UnicodeSet("[[:Hiragana:][:Katakana:]\u30FC"
                    + "[:Thai:][:Lao:][:Khmer:][:Myanmar:]"
                    + "[:Indic_Syllabic_Category=Virama:][:Indic_Syllabic_Category=Pure_Killer:]"
                    + "\u0439\u0457\u045E\u0453\u045C]")
            .freeze();

    private static final Normalizer2 DIACRITICS = new FilteredNormalizer2(
            ICUFoldingFilter.NORMALIZER,
            new UnicodeSet(LETTERS_OF_THEIR_OWN).complement().freeze());

    /// A nasal before a stop of its own place, which Devanagari also writes as a dot (`हिन्दी`, `हिंदी`).
    private static final Pattern NASAL = Pattern.compile("ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])");

    private static final char DEVANAGARI = '\u0900';
    private static final char AFTER_DEVANAGARI = '\u0980';
    private static final char ARABIC = '\u0600';
    private static final char AFTER_ARABIC = '\u0700';

    private Folding() {}

    /// A word without case and diacritics; as it is if nothing would be left of it.
    public static String folded(String word) {
        String spelled = spelled(word);
        return ascii(spelled) ? spelled : withoutDiacritics(spelled);
    }

    /// A word without case, in one of its spellings: what stemmers expect.
    public static String spelled(String word) {
        if (ascii(word)) {
            return small(word);
        }
        String spelled = CASE.normalize(word);
        return spelled.isEmpty() ? word : spelled;
    }

    /// A word, already without case, without diacritics.
    static String withoutDiacritics(String spelled) {
        String folded = DIACRITICS.normalize(spelled);
        if (within(folded, ARABIC, AFTER_ARABIC) || within(spelled, ARABIC, AFTER_ARABIC)) {
            folded = DIACRITICS.normalize(arabic(spelled));
        } else if (within(folded, DEVANAGARI, AFTER_DEVANAGARI)) {
            folded = NASAL.matcher(folded).replaceAll("\u0902").replace('\u0901', '\u0902');
        }
        return folded.isEmpty() ? spelled : folded;
    }

    /// The alef of the article when it is linked, and what Persian and Urdu write for heh.
    private static String arabic(String word) {
        return word.replace('\u0671', '\u0627')
                .replace('\u06C0', '\u0647')
                .replace('\u06C1', '\u0647')
                .replace('\u06C2', '\u0647');
    }

    private static boolean within(String word, char from, char to) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= from && word.charAt(i) < to) {
                return true;
            }
        }
        return false;
    }

    private static boolean ascii(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String small(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                char[] small = word.toCharArray();
                for (int j = i; j < small.length; j++) {
                    small[j] = small[j] >= 'A' && small[j] <= 'Z' ? (char) (small[j] + 'a' - 'A') : small[j];
                }
                return new String(small);
            }
        }
        return word;
    }
}
