package sourcebook.search;

import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// English names of languages by ISO 639 code and back, as CLDR has them. For any number of threads.
public final class LanguageNames {
    private static final Map<String, String> CODES = codes();

    private LanguageNames() {}

    /// What a person reads for a code; the code itself if it is unknown.
    public static String label(String code) {
        String name = new ULocale(code).getDisplayLanguage(ULocale.ENGLISH);
        return name.isEmpty() ? code : name;
    }

    /// The code for a code or an English name, whatever its case.
    public static Optional<String> code(String codeOrName) {
        String asked = codeOrName.strip().toLowerCase(Locale.ROOT);
        return CODES.containsValue(asked) ? Optional.of(asked) : Optional.ofNullable(CODES.get(asked));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : ULocale.getISOLanguages()) {
            codes.put(new ULocale(code).getDisplayLanguage(ULocale.ENGLISH).toLowerCase(Locale.ROOT), code);
        }
        return codes;
    }
}
