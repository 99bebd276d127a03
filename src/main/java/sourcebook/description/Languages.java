package sourcebook.description;

import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Languages by code and by name: ISO 639-1, else 639-3. Immutable, thread-safe.
public final class Languages {
    private static final Map<String, String> BY_NAME = byName();

    private Languages() {}

    /// The name of a language for a reader of another: `sw` is "Swahili" in English.
    public static String name(String code, Locale language) {
        return new ULocale(code).getDisplayLanguage(ULocale.forLocale(language));
    }

    /// The code of a code (`en`, `eng`, `en-GB`) or of a name in English or in the language itself.
    public static Optional<String> code(String codeOrName) {
        String lower = codeOrName.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        int dash = lower.indexOf('-');
        String first = dash < 0 ? lower : lower.substring(0, dash);
        if (first.length() == 2 || first.length() == 3) {
            // ULocale turns three-letter codes into ISO 639-1 where there is one
            String code = ULocale.createCanonical(first).getLanguage();
            code = switch (code) {
                case "iw" -> "he";
                case "in" -> "id";
                case "ji" -> "yi";
                default -> code;
            };
            if (!new ULocale(code).getDisplayLanguage(ULocale.ENGLISH).equals(code)) {
                return Optional.of(code);
            }
        }
        return Optional.ofNullable(BY_NAME.get(Countries.fold(codeOrName)));
    }

    private static Map<String, String> byName() {
        Map<String, String> names = new HashMap<>();
        for (String code : Set.of(ULocale.getISOLanguages())) {
            if (code.length() == 2) {
                ULocale locale = new ULocale(code);
                names.put(Countries.fold(locale.getDisplayLanguage(ULocale.ENGLISH)), code);
                names.putIfAbsent(Countries.fold(locale.getDisplayLanguage(locale)), code);
            }
        }
        return Map.copyOf(names);
    }
}
