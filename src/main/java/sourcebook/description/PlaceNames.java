package sourcebook.description;

import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Names that point to a country, and the search for them in a text: countries, peoples, cities, regions
/// and seats of
/// power. The longest name at a place wins. Immutable, thread-safe.
final class PlaceNames {
    /// What kind of name it is, with the weight of one mention: a city says less about a country than its
    /// name.
    enum Kind {
        NAME(1),
        PEOPLE(0.9),
        CITY(0.7),
        SEAT(0.7);

        final double weight;

        Kind(double weight) {
            this.weight = weight;
        }
    }

    interface Sink {
        void mention(Name name, int start, int end);
    }

    /// @param code of the country; empty for phrases that hold a name and mean no place
    /// @param capitals whether the text must write it in capitals, as with UK and US
    record Name(String key, String code, Kind kind, boolean capitals) {}

    private static final int SHORTEST_STEM = 4;
    private static final int LONGEST_ENDING = 5;
    private static final int LONGEST_ACRONYM = 5;

    /// Languages whose country names are looked for in texts that are not English, each with its own file
    /// of CLDR.
    private static final List<String> LANGUAGES = List.of(
            "fr", "es", "de", "ru", "ar", "zh", "zh_Hant", "pt", "it", "nl", "ja", "ko", "pl", "uk", "sv", "tr", "fa");

    private final Map<String, Name> english = new HashMap<>();
    private final Map<String, Name> foreign = new HashMap<>();
    private final Map<String, Name> stems = new HashMap<>();
    private final Map<String, Integer> longest = new HashMap<>();
    private final Map<String, String> shortForms = new HashMap<>();

    private PlaceNames() {}

    static PlaceNames read() {
        PlaceNames names = new PlaceNames();
        for (List<String> row : FactTable.read("not-places.tsv").rows()) {
            FactTable.values(row, 1).forEach(name -> names.put(names.english, name, "", Kind.NAME));
        }
        for (List<String> row : FactTable.read("former-states.tsv").rows()) {
            names.put(names.english, row.get(1), row.getFirst(), Kind.NAME);
            FactTable.values(row, 2).forEach(name -> names.put(names.english, name, row.getFirst(), Kind.NAME));
        }
        for (List<String> row : FactTable.read("country-names.tsv").rows()) {
            FactTable.values(row, 1).forEach(name -> names.put(names.english, name, row.getFirst(), Kind.NAME));
        }
        for (String code : Locale.getISOCountries()) {
            names.put(names.english, Countries.name(code, Locale.ENGLISH), code, Kind.NAME);
        }
        for (List<String> row : FactTable.read("demonyms.tsv").rows()) {
            FactTable.values(row, 1).forEach(name -> names.put(names.english, name, row.getFirst(), Kind.PEOPLE));
            FactTable.values(row, 2).forEach(stem -> names.stem(stem, row.getFirst(), Kind.PEOPLE));
        }
        for (List<String> row : FactTable.read("cities.tsv").rows()) {
            FactTable.values(row, 1).forEach(name -> names.put(names.english, name, row.getFirst(), Kind.CITY));
        }
        for (List<String> row : FactTable.read("regions.tsv").rows()) {
            FactTable.values(row, 1).forEach(name -> names.put(names.english, name, row.getFirst(), Kind.SEAT));
            FactTable.values(row, 2)
                    .forEach(name -> names.shortForms.putIfAbsent(Countries.fold(name), row.getFirst()));
        }
        LANGUAGES.forEach(names::cldr);
        return names;
    }

    private void cldr(String language) {
        ULocale in = new ULocale(language);
        for (String code : Locale.getISOCountries()) {
            String name = new ULocale("", code).getDisplayCountry(in);
            String key = Countries.fold(name);
            if (key.length() >= SHORTEST_STEM || !isLatin(key)) {
                put(foreign, name, code, Kind.NAME);
            }
            boolean inflected = language.equals("ru") || language.equals("uk");
            if (inflected
                    && key.length() >= 5
                    && key.indexOf(' ') < 0
                    && "аеиоуыэюяйьії".indexOf(key.charAt(key.length() - 1)) >= 0) {
                stem(key.substring(0, key.length() - 1), code, Kind.NAME);
            }
        }
    }

    private static boolean isLatin(String key) {
        return !key.isEmpty() && key.charAt(0) < 0x250;
    }

    private void put(Map<String, Name> names, String name, String code, Kind kind) {
        String key = Countries.fold(name);
        if (key.length() < 2) {
            return;
        }
        String letters = name.replaceAll("\\P{L}", "");
        boolean capitals =
                letters.length() <= LONGEST_ACRONYM && letters.equals(letters.toUpperCase(Locale.ROOT)) && isLatin(key);
        names.putIfAbsent(key, new Name(key, code, kind, capitals));
        String first = key.contains(" ") ? key.substring(0, key.indexOf(' ')) : key;
        longest.merge(first, key.split(" ", -1).length, Math::max);
    }

    private void stem(String stem, String code, Kind kind) {
        String key = Countries.fold(stem);
        stems.putIfAbsent(key, new Name(key, code, kind, false));
    }

    /// The country of a region's short form, as datelines use it: "Mass.".
    @Nullable
    String shortForm(String text) {
        return shortForms.get(Countries.fold(text));
    }

    /// Finds all names in a text.
    ///
    /// @param english whether the text is in English: then other languages' names, which may be English
    ///     words, do
    ///     not count
    void find(String text, boolean english, Sink sink) {
        List<Word> words = Word.split(text);
        boolean shouted = shouted(text);
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            char initial = text.charAt(word.start());
            if (Character.isLowerCase(initial)) {
                if (!english) {
                    stemmed(word, sink);
                }
                continue;
            }
            if (wide(initial)) {
                wide(text, word, sink);
                continue;
            }
            int taken = longestName(text, words, i, english, shouted, sink);
            if (taken > 0) {
                i += taken - 1;
            } else if (!english && !prefixed(word, sink)) {
                stemmed(word, sink);
            }
        }
    }

    private int longestName(String text, List<Word> words, int i, boolean english, boolean shouted, Sink sink) {
        Word word = words.get(i);
        Integer most = longest.get(word.folded());
        if (most == null) {
            return 0;
        }
        for (int n = Math.min(most, words.size() - i); n > 0; n--) {
            Word last = words.get(i + n - 1);
            String key = word.folded();
            if (n > 1) {
                StringBuilder joined = new StringBuilder(key);
                for (int k = 1; k < n; k++) {
                    joined.append(' ').append(words.get(i + k).folded());
                }
                key = joined.toString();
            }
            Name name = this.english.get(key);
            if (name == null && !english) {
                name = foreign.get(key);
            }
            if (name != null && written(name, text.substring(word.start(), last.end()), shouted)) {
                sink.mention(name, word.start(), last.end());
                return n;
            }
        }
        return 0;
    }

    /// Is the name written as it must be? Acronyms in capitals, and in a text that is all capitals not
    /// those that are
    /// also words.
    private static boolean written(Name name, String as, boolean shouted) {
        if (!name.capitals()) {
            return true;
        }
        boolean plainWord = as.chars().allMatch(Character::isLetter);
        return as.equals(as.toUpperCase(Locale.ROOT)) && !(shouted && plainWord && as.length() < 3);
    }

    private static boolean shouted(String text) {
        int upper = 0;
        int lower = 0;
        for (int i = 0; i < Math.min(text.length(), 400); i++) {
            upper += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
            lower += Character.isLowerCase(text.charAt(i)) ? 1 : 0;
        }
        return upper > 4 * lower;
    }

    private boolean stemmed(Word word, Sink sink) {
        String folded = word.folded();
        int shortest = Math.max(SHORTEST_STEM, folded.length() - LONGEST_ENDING);
        for (int end = folded.length(); end >= shortest; end--) {
            Name name = stems.get(folded.substring(0, end));
            if (name != null) {
                sink.mention(name, word.start(), word.end());
                return true;
            }
        }
        return false;
    }

    /// Arabic writes "and", "in", "to" and the article onto the word.
    private boolean prefixed(Word word, Sink sink) {
        String folded = word.folded();
        if (folded.length() < 4 || folded.charAt(0) < 0x600 || folded.charAt(0) > 0x6FF) {
            return false;
        }
        String bare = folded.startsWith("لل")
                ? "ال" + folded.substring(2)
                : "وبلكف".indexOf(folded.charAt(0)) >= 0 ? folded.substring(1) : folded;
        Name name = foreign.getOrDefault(bare, english.get(bare));
        if (name == null) {
            name = stems.get(bare);
        }
        if (name != null) {
            sink.mention(name, word.start(), word.end());
        }
        return name != null;
    }

    private static boolean wide(char c) {
        return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0x0E00 && c <= 0x0E7F);
    }

    /// Scripts without blanks between words: every place in the run may begin a name.
    private void wide(String text, Word run, Sink sink) {
        for (int i = run.start(); i < run.end(); i++) {
            for (int n = Math.min(9, run.end() - i); n >= 2; n--) {
                String key = text.substring(i, i + n);
                Name name = foreign.getOrDefault(key, english.get(key));
                if (name != null) {
                    sink.mention(name, i, i + n);
                    i += n - 1;
                    break;
                }
            }
        }
    }
}
