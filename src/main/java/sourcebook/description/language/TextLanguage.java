package sourcebook.description.language;

import com.ibm.icu.lang.UScript;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the language that a text is written in: its script decides or narrows the choice, then its
/// commonest words and its sequences of letters are asked. Pure and thread-safe.
public final class TextLanguage {
    /// Fewer letters tell nothing in a script that many languages use.
    private static final int ENOUGH_LETTERS = 40;

    /// The share of its commonest words in any prose, and what is too little to be prose in the language.
    private static final double PROSE = 0.18;

    private static final double SCARCE = 0.08;

    private static final double CLEAR = 1.35;

    private static final double BEYOND_DOUBT = 2;

    private static final int ENOUGH_WORDS = 20;

    private static final double LIKELY = 0.85;

    /// Of so many letters the sequences are hardly ever wrong.
    private static final int MANY_LETTERS = 400;

    /// Languages so close to each other that a short text may pass for its neighbour.
    private static final List<Set<String>> NEIGHBOURS = List.of(
            Set.of("no", "nb", "nn", "da", "sv"),
            Set.of("hr", "sr", "bs", "sl", "mk"),
            Set.of("id", "ms"),
            Set.of("cs", "sk"),
            Set.of("es", "gl", "ca", "pt"),
            Set.of("bg", "mk", "sr"),
            Set.of("ru", "be", "uk", "bg"),
            Set.of("hi", "mr", "ne"),
            Set.of("nl", "af"),
            Set.of("tr", "az"),
            Set.of("zh", "yue", "wuu"));

    private TextLanguage() {}

    /// The language of a text; null when it is too short, or no prose.
    public static @Nullable Guess of(CharSequence text) {
        String sample = Sample.of(text);
        Scripts scripts = Scripts.of(sample);
        if (scripts.letters() == 0) {
            return null;
        }
        String own = scripts.language();
        if (own != null) {
            return new Guess(own, true, true);
        }
        return scripts.letters() < ENOUGH_LETTERS ? null : among(sample, scripts);
    }

    private static @Nullable Guess among(String sample, Scripts scripts) {
        FunctionWords.Best words = FunctionWords.best(sample);
        if (words.share() >= PROSE && words.lead() >= BEYOND_DOUBT && words.words() >= ENOUGH_WORDS) {
            return new Guess(words.code(), true, false); // the sequences would take ten times as long
        }
        LetterProfiles.Likely letters = LetterProfiles.of(sample, scripts.main());
        boolean spoken = words.share() >= PROSE && words.lead() >= CLEAR;
        if (letters == null) {
            return spoken ? new Guess(words.code(), true, false) : null;
        }
        if (letters.code().equals(words.code()) && words.share() >= SCARCE) {
            return new Guess(words.code(), true, false);
        }
        if (spoken) {
            return new Guess(words.code(), words.lead() >= CLEAR * CLEAR, false);
        }
        double share = FunctionWords.share(sample, letters.code());
        boolean many = scripts.letters() >= MANY_LETTERS;
        if (letters.probability() < LIKELY || (scripts.main() == UScript.LATIN && share < SCARCE / 2 && !many)) {
            return words.share() >= PROSE ? new Guess(words.code(), false, false) : null;
        }
        return new Guess(letters.code(), many && share >= SCARCE, false);
    }

    /// The language that a text is plainly in by its commonest words; null when they leave it open. Cheaper than to
    /// find
    /// its language in any case.
    public static @Nullable String plain(CharSequence text) {
        FunctionWords.Best best = FunctionWords.best(Sample.of(text));
        return best.share() >= PROSE && best.lead() > 1 ? best.code() : null;
    }

    /// Whether two languages are easily taken for one another.
    public static boolean neighbours(String one, String other) {
        return one.equals(other) || NEIGHBOURS.stream().anyMatch(group -> group.contains(one) && group.contains(other));
    }
}
