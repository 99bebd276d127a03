package sourcebook.description;

import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Names that point to a country, and the search for them in a text. Immutable, thread-safe.
final class PlaceNames {
    /// What kind of name it is, with the weight of one mention.
    enum Kind {
        NAME(1),
        PEOPLE(1),
        CITY(0.7),
        REGION(0.7),
        SEAT(0.7);

        final double weight;

        Kind(double weight) {
            this.weight = weight;
        }
    }

    interface Sink {
        void mention(String code, Kind kind, int start, int end);
    }

    private record Entry(String code, Kind kind) {}

    private static final int MAX_WORDS = 7;

    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<String, Integer> longest = new HashMap<>();

    private PlaceNames() {}

    static PlaceNames read() {
        PlaceNames names = new PlaceNames();
        for (List<String> row : FactTable.read("former-states.tsv").rows()) {
            names.put(row.get(1), row.getFirst(), Kind.NAME);
            FactTable.values(row, 2).forEach(name -> names.put(name, row.getFirst(), Kind.NAME));
        }
        for (List<String> row : FactTable.read("country-names.tsv").rows()) {
            FactTable.values(row, 1).forEach(name -> names.put(name, row.getFirst(), Kind.NAME));
        }
        for (String language : List.of("en", "fr", "es", "de", "ru", "ar", "zh", "zh_Hant", "pt", "it")) {
            ULocale in = new ULocale(language);
            for (String code : Locale.getISOCountries()) {
                names.put(new ULocale("", code).getDisplayCountry(in), code, Kind.NAME);
            }
        }
        return names;
    }

    private void put(String name, String code, Kind kind) {
        String key = Countries.fold(name);
        if (key.length() < 2) {
            return;
        }
        entries.putIfAbsent(key, new Entry(code, kind));
        String first = key.contains(" ") ? key.substring(0, key.indexOf(' ')) : key;
        longest.merge(first, key.split(" ", -1).length, Math::max);
    }

    void find(String text, Sink sink) {
        List<Word> words = Word.split(text);
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            Integer most = longest.get(word.folded());
            if (most == null || !Character.isUpperCase(word.first()) && Character.isLowerCase(word.first())) {
                continue;
            }
            for (int n = Math.min(Math.min(most, MAX_WORDS), words.size() - i); n > 0; n--) {
                StringBuilder key = new StringBuilder();
                for (int k = 0; k < n; k++) {
                    key.append(k == 0 ? "" : " ").append(words.get(i + k).folded());
                }
                Entry entry = entries.get(key.toString());
                if (entry != null) {
                    sink.mention(
                            entry.code(),
                            entry.kind(),
                            word.start(),
                            words.get(i + n - 1).end());
                    i += n - 1;
                    break;
                }
            }
        }
    }

    private record Word(String folded, int start, int end, char first) {
        static List<Word> split(String text) {
            List<Word> words = new java.util.ArrayList<>();
            int start = -1;
            for (int i = 0; i <= text.length(); i++) {
                boolean inside = i < text.length()
                        && (Character.isLetterOrDigit(text.charAt(i))
                                || Character.getType(text.charAt(i)) == Character.NON_SPACING_MARK);
                if (inside && start < 0) {
                    start = i;
                } else if (!inside && start >= 0) {
                    words.add(new Word(Countries.fold(text.substring(start, i)), start, i, text.charAt(start)));
                    start = -1;
                }
            }
            return words;
        }
    }
}
