package sourcebook.description;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Gathers the names of one language: CLDR's countries (full and short) and the cities it names time
/// zones by, and a table of facts for what CLDR does not have. Pure.
final class PlaceTables {
    /// Languages with a table of their own, `places/xx.tsv`.
    static final Set<String> KNOWN = Set.of("ar", "de", "es", "fr", "it", "ja", "ko", "pt", "ru", "tr", "zh");

    /// Shorter names of CLDR and of tables are words too often in alphabetic scripts.
    private static final int SHORTEST_OF_CLDR = 4;

    private static final int SHORTEST_OF_FACTS = 3;

    private final Map<String, PlaceName> names = new HashMap<>();
    private int shortest;

    private PlaceTables() {}

    /// All names that texts in English write, which texts in other languages may write too.
    static Map<String, PlaceName> english() {
        PlaceTables tables = new PlaceTables();
        for (List<String> row : FactTable.read("not-places.tsv").rows()) {
            tables.put(FactTable.values(row, 1), "", PlaceName.Kind.NAME);
        }
        for (List<String> row : FactTable.read("former-states.tsv").rows()) {
            tables.put(List.of(row.get(1)), row.getFirst(), PlaceName.Kind.NAME);
            tables.put(FactTable.values(row, 2), row.getFirst(), PlaceName.Kind.NAME);
        }
        for (List<String> row : FactTable.read("country-names.tsv").rows()) {
            tables.put(FactTable.values(row, 1), row.getFirst(), PlaceName.Kind.NAME);
        }
        for (String code : Locale.getISOCountries()) {
            tables.put(List.of(Countries.name(code, Locale.ENGLISH)), code, PlaceName.Kind.NAME);
        }
        for (List<String> row : FactTable.read("demonyms.tsv").rows()) {
            tables.put(FactTable.values(row, 1), row.getFirst(), PlaceName.Kind.PEOPLE);
        }
        for (List<String> row : FactTable.read("cities.tsv").rows()) {
            tables.put(FactTable.values(row, 1), row.getFirst(), PlaceName.Kind.CITY);
        }
        for (List<String> row : FactTable.read("regions.tsv").rows()) {
            tables.put(FactTable.values(row, 1), row.getFirst(), PlaceName.Kind.SEAT);
        }
        return tables.names;
    }

    /// The further names of another language.
    ///
    /// @param english by which the cities of CLDR are checked: it names islands and research stations
    ///     too
    static Map<String, PlaceName> of(String language, Map<String, PlaceName> english) {
        PlaceTables tables = new PlaceTables();
        if (KNOWN.contains(language)) {
            tables.shortest = SHORTEST_OF_FACTS;
            tables.facts(language);
        }
        tables.shortest = SHORTEST_OF_CLDR;
        tables.cldr(language, language, english);
        switch (language) {
            case "zh" -> tables.cldr("zh_Hant", language, english);
            case "pt" -> tables.cldr("pt_PT", language, english);
            default -> {}
        }
        return tables.names;
    }

    private void facts(String language) {
        List<List<String>> rows = FactTable.read("places/" + language + ".tsv").rows();
        Map<String, List<String>> endings = new HashMap<>();
        for (List<String> row : rows) {
            if (row.getFirst().startsWith("~")) {
                endings.put(row.getFirst(), List.of(row.get(1).split("\\|", -1)));
            }
        }
        for (List<String> row : rows) {
            String code = row.getFirst();
            if (code.equals("-")) {
                put(FactTable.values(row, 1), "", PlaceName.Kind.NAME);
                put(FactTable.values(row, 3), "", PlaceName.Kind.NAME);
            }
        }
        for (List<String> row : rows) {
            String code = row.getFirst();
            if (Character.isUpperCase(code.charAt(0))) {
                for (String name : FactTable.values(row, 1)) {
                    put(Inflections.ofName(name, language), code, PlaceName.Kind.NAME);
                }
                for (String word : FactTable.values(row, 2)) {
                    for (String form : Inflections.ofPeople(word, language, endings)) {
                        put(PlaceName.of(form, code, PlaceName.Kind.PEOPLE, true));
                    }
                }
                for (String name : FactTable.values(row, 3)) {
                    put(Inflections.ofName(name, language), code, PlaceName.Kind.CITY);
                }
            }
        }
    }

    private void cldr(String locale, String language, Map<String, PlaceName> english) {
        ULocale in = new ULocale(locale);
        LocaleDisplayNames full = LocaleDisplayNames.getInstance(in);
        LocaleDisplayNames brief = LocaleDisplayNames.getInstance(in, DisplayContext.LENGTH_SHORT);
        for (String code : Countries.codes()) {
            if (code.length() == 2) {
                put(Inflections.ofName(full.regionDisplayName(code), language), code, PlaceName.Kind.NAME);
                put(Inflections.ofName(brief.regionDisplayName(code), language), code, PlaceName.Kind.NAME);
            }
        }
        TimeZoneNames zones = TimeZoneNames.getInstance(in);
        TimeZoneNames englishZones = TimeZoneNames.getInstance(ULocale.ENGLISH);
        for (String zone : TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null)) {
            String city = englishZones.getExemplarLocationName(zone);
            String here = zones.getExemplarLocationName(zone);
            PlaceName known = city == null ? null : english.get(Letters.key(city));
            if (known != null
                    && here != null
                    && known.kind() == PlaceName.Kind.CITY
                    && known.code().equals(TimeZone.getRegion(zone))) {
                put(Inflections.ofName(here, language), known.code(), PlaceName.Kind.CITY);
            }
        }
    }

    private void put(Iterable<String> forms, String code, PlaceName.Kind kind) {
        for (String form : forms) {
            put(PlaceName.of(form, code, kind, false));
        }
    }

    private void put(PlaceName name) {
        String key = name.key();
        if (key.length() < 2 || key.length() < shortest && tooBrief(name)) {
            return;
        }
        PlaceName before = names.putIfAbsent(key, name);
        if (before != null && before.code().equals(name.code()) && name.small() && !before.small()) {
            names.put(key, new PlaceName(key, before.code(), before.kind(), false, true));
        }
    }

    /// Whether a short name may be a word as well; acronyms are told by their capitals, and other
    /// scripts write names with fewer letters.
    private static boolean tooBrief(PlaceName name) {
        return !name.capitals()
                && !name.code().isEmpty()
                && Letters.kind(name.key().charAt(0)) == Letters.Kind.WORD;
    }
}
