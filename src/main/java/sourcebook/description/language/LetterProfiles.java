package sourcebook.description.language;

import com.ibm.icu.lang.UScript;
import com.optimaize.langdetect.DetectedLanguage;
import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Languages by their sequences of letters, among those that are written in a script. Thread-safe; the
/// profiles of a script are read on first use.
final class LetterProfiles {
    private static final List<String> LATIN = List.of(
            "en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "no", "fi", "is", "et", "lv", "lt", "sr", "hr", "sl",
            "cs", "sk", "pl", "hu", "ro", "sq", "tr", "ca", "gl", "eu", "ga", "cy", "br", "sw", "id", "ms", "tl", "vi",
            "af", "so", "ht", "mt");

    private static final Map<Integer, List<String>> BY_SCRIPT = Map.of(
            UScript.LATIN,
            LATIN.stream().filter(code -> !code.equals("sr")).toList(), // its profile is Cyrillic
            UScript.CYRILLIC,
            List.of("ru", "uk", "be", "bg", "mk", "sr"),
            UScript.ARABIC,
            List.of("ar", "fa", "ur"),
            UScript.HEBREW,
            List.of("he", "yi"),
            UScript.DEVANAGARI,
            List.of("hi", "mr", "ne"));

    private static final Map<Integer, LanguageDetector> DETECTORS = new ConcurrentHashMap<>();

    private LetterProfiles() {}

    /// A language and how likely it is among those of its script, 0 to 1.
    record Likely(String code, double probability) {}

    /// @param script a code of [UScript]
    static @Nullable Likely of(String text, int script) {
        List<String> codes = BY_SCRIPT.get(script);
        if (codes == null) {
            return null;
        }
        List<DetectedLanguage> found =
                DETECTORS.computeIfAbsent(script, key -> load(codes)).getProbabilities(text);
        return found.isEmpty()
                ? null
                : new Likely(
                        found.getFirst().getLocale().getLanguage(),
                        found.getFirst().getProbability());
    }

    private static LanguageDetector load(List<String> codes) {
        try {
            return LanguageDetectorBuilder.create(NgramExtractors.standard())
                    .seed(42L)
                    .withProfiles(new LanguageProfileReader().read(codes))
                    .build();
        } catch (IOException missing) {
            throw new UncheckedIOException("The language profiles cannot be read from the class path", missing);
        }
    }
}
