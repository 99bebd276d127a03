package sourcebook.search.lucene.language;

import com.ibm.icu.util.ULocale;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.ext.EnglishStemmer;

/// Which words are forms of one word: those with the same stem in the same language. Languages are ISO 639 codes, the
/// empty string is none. Thread-safe.
public final class WordForms {
    public static final String NO_LANGUAGE = "";
    static final String ENGLISH = "en";

    /// UTF-16 units of the shortest word with forms: of shorter ones too little would be left. Other alphabets say
    /// more with fewer letters than the plain Latin one.
    private static final int SHORTEST = 2;

    private static final int SHORTEST_LATIN = 3;

    /// What a word is taken for in a text of another script: the language most written in its own.
    private static final Map<UnicodeScript, String> LIKELY = Map.of(
            UnicodeScript.LATIN, ENGLISH,
            UnicodeScript.CYRILLIC, "ru",
            UnicodeScript.ARABIC, "ar",
            UnicodeScript.DEVANAGARI, "hi",
            UnicodeScript.GREEK, "el",
            UnicodeScript.ARMENIAN, "hy",
            UnicodeScript.BENGALI, "bn",
            UnicodeScript.TAMIL, "ta",
            UnicodeScript.TELUGU, "te");

    private static final Map<String, String> SCRIPTS = new ConcurrentHashMap<>();

    private static final ThreadLocal<EnglishStemmer> STEMMER = ThreadLocal.withInitial(EnglishStemmer::new);

    private WordForms() {}

    /// A language's code as it is used here: without region and script, in small letters.
    public static String code(@Nullable String language) {
        if (language == null) {
            return NO_LANGUAGE;
        }
        int end = 0;
        while (end < language.length() && Character.isLetter(language.charAt(end))) {
            end++;
        }
        String code = language.substring(0, end).toLowerCase(Locale.ROOT);
        StemmedLanguage served = StemmedLanguage.of(code);
        return served == null ? code : served.code;
    }

    /// Whether a folded word can have forms: not if it is short, nor with a digit or anything else but letters.
    public static boolean possible(String folded) {
        boolean latin = true;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c < 0x80 ? c < 'a' || c > 'z' : Character.isDigit(c)) {
                return false;
            }
            latin &= c < 0x80;
        }
        return folded.length() >= (latin ? SHORTEST_LATIN : SHORTEST);
    }

    /// The language whose rules a word follows in a text: the text's own if it is written in the word's script; in a
    /// text of another script, or of no known language, the likeliest of the script. None for a language without
    /// rules here.
    public static String languageOf(String folded, String textLanguage) {
        UnicodeScript script = script(folded);
        StemmedLanguage stemmed = StemmedLanguage.of(textLanguage);
        if (stemmed != null && stemmed.scripts.contains(script)) {
            return stemmed.code;
        }
        boolean own = !textLanguage.isEmpty() && writes(textLanguage, script);
        return own ? NO_LANGUAGE : LIKELY.getOrDefault(script, NO_LANGUAGE);
    }

    /// The stems of a word in a language, folded: that of the word as it is spelled, and if it differs that of the word
    /// without diacritics, as many type it. None if the language has no rules for the word, or it is too common.
    public static List<String> stems(String language, String word, String folded) {
        StemmedLanguage stemmed = StemmedLanguage.of(language);
        if (stemmed == null || stemmed.common(folded)) {
            return List.of();
        }
        if (stemmed == StemmedLanguage.ENGLISH) {
            return plain(folded) ? List.of(english(folded)) : List.of();
        }
        String spelled = Folding.spelled(stemmed == StemmedLanguage.TURKISH ? turkish(word) : word);
        String stem = Folding.withoutDiacritics(stemmed.stem(spelled));
        if (spelled.equals(folded)) {
            return List.of(stem);
        }
        String plain = Folding.withoutDiacritics(stemmed.stem(folded));
        return plain.equals(stem) ? List.of(stem) : List.of(stem, plain);
    }

    /// Whether a word stands only for itself in a language: no other word is a form of it.
    public static boolean common(String language, String folded) {
        StemmedLanguage stemmed = StemmedLanguage.of(language);
        return stemmed != null && stemmed.common(folded);
    }

    /// Whether words of a folded word's script may be words of a language.
    public static boolean admits(String language, String folded) {
        StemmedLanguage stemmed = StemmedLanguage.of(language);
        return stemmed != null && stemmed.scripts.contains(script(folded));
    }

    /// The codes of all languages with stems.
    static List<String> languages() {
        return Stream.of(StemmedLanguage.values())
                .map(language -> language.code)
                .toList();
    }

    private static String english(String folded) {
        EnglishStemmer stemmer = STEMMER.get();
        stemmer.setCurrent(folded);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    private static boolean plain(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < 'a' || word.charAt(i) > 'z') {
                return false;
            }
        }
        return true;
    }

    /// Turkish has two letters where others have one: the capital of `ı` is `I`, that of `i` is `İ`.
    private static String turkish(String word) {
        return word.replace('I', '\u0131').replace('\u0130', 'i');
    }

    private static UnicodeScript script(String word) {
        return word.charAt(0) < 0x80 ? UnicodeScript.LATIN : UnicodeScript.of(word.codePointAt(0));
    }

    private static boolean writes(String language, UnicodeScript script) {
        String own = SCRIPTS.computeIfAbsent(
                language, code -> ULocale.addLikelySubtags(new ULocale(code)).getScript());
        return own.isEmpty() || own.equalsIgnoreCase(shortName(script));
    }

    private static String shortName(UnicodeScript script) {
        return com.ibm.icu.lang.UScript.getShortName(com.ibm.icu.lang.UScript.getCodeFromName(script.name()));
    }
}
