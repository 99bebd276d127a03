package sourcebook.description;

import com.ibm.icu.lang.UScript;
import com.optimaize.langdetect.DetectedLanguage;
import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.Confidence;
import sourcebook.catalogue.Evidenced;

/// Finds a document's main language: from its text by its script and its letters' sequences; from what it
/// states when
/// the text is too short to tell. Thread-safe; profiles are read once, on first use.
final class LanguageFinder {
    /// More text makes no difference to the detector and costs time.
    private static final int SAMPLE_CHARS = 3000;

    /// Below this many letters what the document states is trusted more than the detector.
    private static final int ENOUGH_LETTERS = 60;

    private static final double SURE = 0.80;

    private static final class Profiles {
        static final LanguageDetector DETECTOR = load();

        private static LanguageDetector load() {
            try {
                return LanguageDetectorBuilder.create(NgramExtractors.standard())
                        .seed(42L)
                        .withProfiles(new LanguageProfileReader().readAllBuiltIn())
                        .build();
            } catch (IOException missing) {
                throw new UncheckedIOException("The language profiles cannot be read from the class path", missing);
            }
        }
    }

    @Nullable
    Evidenced<String> find(Clues clues) {
        String sample = sample(clues);
        String stated = stated(clues);
        int letters = (int) sample.codePoints().filter(Character::isLetter).count();
        if (letters > 0) {
            String byScript = byScript(sample, letters);
            if (byScript != null && !byScript.isEmpty()) {
                return Evidenced.of(byScript, "script of the text", Confidence.HIGH);
            }
        }
        if (letters >= ENOUGH_LETTERS) {
            List<DetectedLanguage> found = Profiles.DETECTOR.getProbabilities(sample);
            if (!found.isEmpty() && found.getFirst().getProbability() >= SURE) {
                String code = found.getFirst().getLocale().getLanguage();
                return Evidenced.of(code, "text", letters >= 200 ? Confidence.HIGH : Confidence.MEDIUM);
            }
        }
        return stated == null ? null : Evidenced.of(stated, "stated language", Confidence.MEDIUM);
    }

    private static @Nullable String stated(Clues clues) {
        String raw = clues.front().first("language", "lang");
        if (raw == null && clues.page() != null) {
            String lang = clues.page().document().select("html").attr("lang");
            raw = lang.isBlank()
                    ? clues.meta("content-language", "dc.language", "og:locale", "language", "citation_language")
                    : lang;
        }
        if (raw == null) {
            raw = clues.field("dc:language", "language", "Content-Language");
        }
        return raw == null ? null : Languages.code(raw).orElse(null);
    }

    private static String sample(Clues clues) {
        String text = clues.text().body();
        if (text.length() <= SAMPLE_CHARS) {
            return text;
        }
        // past the beginning, which is often a table of contents or an imprint
        int from = text.length() > 4 * SAMPLE_CHARS ? SAMPLE_CHARS : 0;
        return text.substring(from, from + SAMPLE_CHARS);
    }

    /// Languages that have a script of their own, or nearly so; null when the script leaves the choice open.
    private static @Nullable String byScript(String sample, int letters) {
        Map<Integer, Integer> scripts = new HashMap<>();
        sample.codePoints()
                .filter(Character::isLetter)
                .forEach(c -> scripts.merge(UScript.getScript(c), 1, Integer::sum));
        int kana = scripts.getOrDefault(UScript.HIRAGANA, 0) + scripts.getOrDefault(UScript.KATAKANA, 0);
        int han = scripts.getOrDefault(UScript.HAN, 0);
        if (kana + han > letters / 2) {
            return kana > han / 10 ? "ja" : "zh";
        }
        for (var entry : scripts.entrySet()) {
            if (entry.getValue() > letters / 2) {
                return switch (entry.getKey()) {
                    case UScript.HANGUL -> "ko";
                    case UScript.THAI -> "th";
                    case UScript.GREEK -> "el";
                    case UScript.ARMENIAN -> "hy";
                    case UScript.GEORGIAN -> "ka";
                    case UScript.KHMER -> "km";
                    case UScript.LAO -> "lo";
                    case UScript.MYANMAR -> "my";
                    case UScript.ETHIOPIC -> "am";
                    case UScript.TIBETAN -> "bo";
                    case UScript.SINHALA -> "si";
                    case UScript.TAMIL -> "ta";
                    case UScript.TELUGU -> "te";
                    case UScript.MONGOLIAN -> "mn";
                    default -> null;
                };
            }
        }
        return null;
    }
}
