package sourcebook.search;

import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Names of countries by code (ISO 3166-1 alpha-2; ISO 3166-3 for former states) and back, as CLDR has them: shown in
/// English, understood in many languages. For any number of threads.
public final class CountryNames {
    /// ISO 3166-3: states that are no more.
    private static final Map<String, String> FORMER = Map.ofEntries(
            Map.entry("SUHH", "Soviet Union"),
            Map.entry("CSHH", "Czechoslovakia"),
            Map.entry("YUCS", "Yugoslavia"),
            Map.entry("DDDE", "East Germany"),
            Map.entry("CSXX", "Serbia and Montenegro"),
            Map.entry("YDYE", "South Yemen"),
            Map.entry("VDVN", "North Vietnam"),
            Map.entry("ANHH", "Netherlands Antilles"),
            Map.entry("ZRCD", "Zaire"),
            Map.entry("BUMM", "Burma"),
            Map.entry("HVBF", "Upper Volta"),
            Map.entry("DYBJ", "Dahomey"),
            Map.entry("RHZW", "Southern Rhodesia"),
            Map.entry("SKIN", "Sikkim"),
            Map.entry("TPTL", "East Timor"),
            Map.entry("NHVU", "New Hebrides"),
            Map.entry("PZPA", "Panama Canal Zone"));

    /// Names people type that CLDR does not give.
    private static final Map<String, String> ALSO = Map.ofEntries(
            Map.entry("uk", "GB"),
            Map.entry("britain", "GB"),
            Map.entry("great britain", "GB"),
            Map.entry("england", "GB"),
            Map.entry("usa", "US"),
            Map.entry("america", "US"),
            Map.entry("united states of america", "US"),
            Map.entry("ussr", "SUHH"),
            Map.entry("gdr", "DDDE"),
            Map.entry("german democratic republic", "DDDE"),
            Map.entry("czech republic", "CZ"),
            Map.entry("ivory coast", "CI"),
            Map.entry("swaziland", "SZ"),
            Map.entry("macedonia", "MK"),
            Map.entry("cape verde", "CV"),
            Map.entry("turkey", "TR"),
            Map.entry("drc", "CD"),
            Map.entry("democratic republic of the congo", "CD"),
            Map.entry("republic of the congo", "CG"),
            Map.entry("congo", "CG"),
            Map.entry("myanmar", "MM"),
            Map.entry("hong kong", "HK"),
            Map.entry("macau", "MO"),
            Map.entry("palestine", "PS"),
            Map.entry("vatican", "VA"),
            Map.entry("holland", "NL"),
            Map.entry("uae", "AE"),
            Map.entry("bosnia", "BA"),
            Map.entry("republic of korea", "KR"),
            Map.entry("dprk", "KP"));

    private static final Map<String, String> CODES = codes();

    /// Read when a name is asked for that is none in English.
    private static final class InOtherLanguages {
        private static final String[] LANGUAGES =
                ("fr es de ru ar zh zh_Hant pt it nl pl sv da nb fi cs sk hu ro bg sr hr tr az kk uk be el he fa ur hi bn"
                                + " ta th vi id ms ja ko sw am ka hy lt lv et sl sq mk mn uz ky tg so ha")
                        .split(" ");

        private static final Map<String, String> CODES = codes();

        private static Map<String, String> codes() {
            Map<String, String> codes = new HashMap<>();
            for (String language : LANGUAGES) {
                ULocale in = new ULocale(language);
                for (String code : ULocale.getISOCountries()) {
                    codes.putIfAbsent(key(new ULocale("und", code).getDisplayCountry(in)), code);
                }
            }
            return codes;
        }
    }

    private CountryNames() {}

    /// What a person reads for a code; the code itself if it is unknown.
    public static String label(String code) {
        @Nullable String former = FORMER.get(code);
        if (former != null) {
            return former;
        }
        String name = new ULocale("und", code).getDisplayCountry(ULocale.ENGLISH);
        return name.isEmpty() ? code : name;
    }

    /// The code for a code or a name, whatever its case. A name in English goes before the same in another language.
    public static Optional<String> code(String codeOrName) {
        String asked = codeOrName.strip();
        String upper = asked.toUpperCase(Locale.ROOT);
        if (FORMER.containsKey(upper) || CODES.containsValue(upper)) {
            return Optional.of(upper);
        }
        String name = key(asked);
        return Optional.ofNullable(CODES.get(name)).or(() -> Optional.ofNullable(InOtherLanguages.CODES.get(name)));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : ULocale.getISOCountries()) {
            codes.put(key(new ULocale("und", code).getDisplayCountry(ULocale.ENGLISH)), code);
        }
        FORMER.forEach((code, name) -> codes.putIfAbsent(key(name), code));
        codes.putAll(ALSO);
        return codes;
    }

    /// Case, diacritics, `&` and a leading "the" make no difference.
    private static String key(String name) {
        return com.ibm.icu.text.Normalizer2.getNFKDInstance()
                .normalize(name)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("&", "and")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .replaceFirst("^the ", "");
    }
}
