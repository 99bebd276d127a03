package sourcebook.description;

import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Countries by code and by name: ISO 3166-1 alpha-2 codes of today's countries and ISO 3166-3 four-letter
/// codes of
/// former states, which are kept as themselves. Names come from CLDR, official names and other spellings
/// from a table
/// of facts. Immutable, thread-safe; the tables are read once, on first use.
public final class Countries {
    /// CLDR knows this one, ISO 3166-1 lists it only as reserved by users; archives need it.
    private static final String KOSOVO = "XK";

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /// Languages whose country names are understood when a name is turned into a code.
    static final List<String> LANGUAGES = List.of(
            "en", "fr", "es", "de", "ru", "ar", "zh", "zh_Hant", "pt", "it", "nl", "pl", "sv", "da", "nb", "fi", "cs",
            "tr", "ja", "ko", "uk", "el", "hu", "ro", "fa", "id", "vi", "he", "hi", "sw");

    private static final Countries INSTANCE = new Countries();

    private final Set<String> codes = new TreeSet<>();
    private final Map<String, String> formerNames = new HashMap<>();
    private final Map<String, String> codesByName = new HashMap<>();

    private Countries() {
        Collections.addAll(codes, Locale.getISOCountries());
        codes.add(KOSOVO);
        for (List<String> row : FactTable.read("former-states.tsv").rows()) {
            codes.add(row.getFirst());
            formerNames.put(row.getFirst(), row.get(1));
            codesByName.putIfAbsent(fold(row.get(1)), row.getFirst());
            FactTable.values(row, 2).forEach(name -> codesByName.putIfAbsent(fold(name), row.getFirst()));
        }
        for (String language : LANGUAGES) {
            ULocale in = new ULocale(language);
            for (String code : Locale.getISOCountries()) {
                codesByName.putIfAbsent(fold(new ULocale("", code).getDisplayCountry(in)), code);
            }
            codesByName.putIfAbsent(fold(new ULocale("", KOSOVO).getDisplayCountry(in)), KOSOVO);
        }
        for (String code : Locale.getISOCountries()) {
            codesByName.putIfAbsent(fold(Locale.of("", code).getISO3Country()), code);
        }
        for (List<String> row : FactTable.read("country-names.tsv").rows()) {
            FactTable.values(row, 1).forEach(name -> codesByName.putIfAbsent(fold(name), row.getFirst()));
        }
    }

    /// All codes, today's two-letter ones and former states' four-letter ones, in alphabetical order.
    public static Set<String> codes() {
        return Collections.unmodifiableSet(INSTANCE.codes);
    }

    /// The name of a country for a reader of this language: `TZ` is "Tanzania" in English. Former states
    /// have an
    /// English name only. A code that is not known is its own name.
    public static String name(String code, Locale language) {
        String former = INSTANCE.formerNames.get(code);
        if (former != null) {
            return former;
        }
        if (!INSTANCE.codes.contains(code)) {
            return code;
        }
        return new ULocale("", code).getDisplayCountry(ULocale.forLocale(language));
    }

    /// The code of what may be a code (two letters, ISO's three letters or a former state's four, in any
    /// case) or a
    /// name in one of the languages known here.
    public static Optional<String> code(String nameOrCode) {
        String upper = nameOrCode.strip().toUpperCase(Locale.ROOT);
        if (INSTANCE.codes.contains(upper)) {
            return Optional.of(upper);
        }
        if (upper.equals("UK")) {
            return Optional.of("GB"); // reserved in ISO 3166-1 for this use
        }
        return Optional.ofNullable(INSTANCE.codesByName.get(fold(nameOrCode)));
    }

    /// Case, diacritics, punctuation and a leading article do not matter in names.
    static String fold(String name) {
        String words = ascii(name) ? foldAscii(name) : foldAny(name);
        return words.startsWith("the ") ? words.substring(4) : words;
    }

    private static boolean ascii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /// Most names: nothing to normalize.
    private static String foldAscii(String name) {
        StringBuilder words = new StringBuilder(name.length());
        boolean between = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean capital = c >= 'A' && c <= 'Z';
            if (capital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                if (between && !words.isEmpty()) {
                    words.append(' ');
                }
                between = false;
                words.append(capital ? (char) (c + ('a' - 'A')) : c);
            } else {
                between = true;
            }
        }
        return words.toString();
    }

    private static String foldAny(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        return NOT_A_WORD
                .matcher(plain.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }
}
