package sourcebook.description;

import com.ibm.icu.util.CharsTrie;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Names that point to a country, and the search for them in a text: countries, peoples, cities,
/// regions and seats of power, in the text's language and in English. The longest name at a place wins.
/// Thread-safe; the names of a language are gathered when the first text in it comes.
final class PlaceNames {
    interface Sink {
        /// A name from `start` to `end` (exclusive) of the text.
        void mention(PlaceName name, int start, int end);
    }

    private static final String ENGLISH = "en";
    private static final int HEAD_CHARS = 400;

    /// Letters that Arabic writes onto the word behind them: and, so, in, to, as.
    private static final String ARABIC_PARTICLES = "وفبلك";

    private static final String ARABIC_ARTICLE = "ال";

    private final Map<String, PlaceName> english = PlaceTables.english();
    private final NameFinder inEnglish = new NameFinder(english);
    private final Map<String, NameFinder> byLanguage = new ConcurrentHashMap<>();
    private final Map<String, String> shortForms = new HashMap<>();
    private final Map<String, SignPairs> pairs;

    private static final class Shared {
        static final PlaceNames NAMES = new PlaceNames();
    }

    /// The names, read on first use.
    static PlaceNames get() {
        return Shared.NAMES;
    }

    private PlaceNames() {
        for (List<String> row : FactTable.read("regions.tsv").rows()) {
            FactTable.values(row, 2).forEach(name -> shortForms.putIfAbsent(Letters.key(name), row.getFirst()));
        }
        pairs = Map.of("zh", SignPairs.read("zh"), "ja", SignPairs.read("ja"));
    }

    /// The country of a region's short form, as datelines use it: "Mass.".
    @Nullable
    String shortForm(String text) {
        return shortForms.get(Letters.key(text));
    }

    /// The country of the places a line names in English; null when it names none or several.
    @Nullable
    String only(String line) {
        Set<String> codes = new HashSet<>();
        find(line, 0, line.length(), ENGLISH, (name, start, end) -> codes.add(name.code()));
        return codes.size() == 1 ? codes.iterator().next() : null;
    }

    /// Finds all names in a part of a text, in their order, none over another.
    ///
    /// @param language ISO 639 code of the part
    void find(String text, int from, int to, String language, Sink sink) {
        new Search(text, to, language, sink).run(from);
    }

    private NameFinder finder(String language) {
        return byLanguage.computeIfAbsent(language, code -> new NameFinder(PlaceTables.of(code, english)));
    }

    private static boolean shouted(String text) {
        int upper = 0;
        int lower = 0;
        for (int i = 0; i < Math.min(text.length(), HEAD_CHARS); i++) {
            upper += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
            lower += Character.isLowerCase(text.charAt(i)) ? 1 : 0;
        }
        return upper > 4 * lower;
    }

    private final class Search {
        private final String text;
        private final int to;
        private final Sink sink;
        private final boolean shouted;
        private final CharsTrie inEnglishWalker = inEnglish.walker();
        private final @Nullable NameFinder own;
        private final CharsTrie ownWalker;
        private final @Nullable SignPairs signs;

        Search(String text, int to, String language, Sink sink) {
            this.text = text;
            this.to = to;
            this.sink = sink;
            this.shouted = shouted(text);
            this.own = language.equals(ENGLISH) ? null : finder(language);
            this.ownWalker = own == null ? inEnglishWalker : own.walker();
            this.signs = pairs.get(language);
        }

        void run(int from) {
            Letters.Kind before = from == 0 ? Letters.Kind.NONE : Letters.kind(text.charAt(from - 1));
            int i = from;
            while (i < to) {
                char c = text.charAt(i);
                if (Letters.fold(c) == Letters.MARK) {
                    i++;
                    continue;
                }
                Letters.Kind kind = Letters.kind(c);
                boolean starts = kind != Letters.Kind.NONE && (kind == Letters.Kind.WIDE || kind != before);
                before = kind;
                int end = starts ? at(i, kind) : i + 1;
                if (end > i + 1) {
                    before = Letters.kind(text.charAt(end - 1));
                }
                i = end;
            }
        }

        /// Reports what is found at a place, and gives where to go on.
        private int at(int i, Letters.Kind kind) {
            NameFinder.Found found = null;
            if (own == null && Character.isLowerCase(text.charAt(i))) {
                return i + 1;
            }
            if (own != null) {
                found = own.longest(ownWalker, text, "", i, to, shouted);
            }
            NameFinder.Found other = inEnglish.longest(inEnglishWalker, text, "", i, to, shouted);
            if (found == null || other != null && other.end() > found.end()) {
                found = other;
            }
            if (found != null) {
                return report(found, i);
            }
            if (kind == Letters.Kind.WIDE && signs != null) {
                return signs.find(text, i, to, this::namedAt, sink);
            }
            return arabic(text.charAt(i)) ? behindParticles(i) : i + 1;
        }

        private boolean namedAt(int i) {
            return own != null && own.longest(ownWalker, text, "", i, to, shouted) != null;
        }

        private int report(NameFinder.Found found, int start) {
            if (!found.name().code().isEmpty()) {
                sink.mention(found.name(), start, found.end());
            }
            return found.end();
        }

        /// Arabic writes "and", "in", "to" and the article onto the word: "وبالصين", "للصين".
        private int behindParticles(int start) {
            int i = start;
            for (int n = 0; n < 2 && i + 2 < to && ARABIC_PARTICLES.indexOf(text.charAt(i)) >= 0; n++) {
                if (own != null && text.startsWith("لل", i)) {
                    NameFinder.Found found = own.longest(ownWalker, text, ARABIC_ARTICLE, i + 2, to, shouted);
                    if (found != null) {
                        return report(found, i + 1);
                    }
                }
                i++;
                NameFinder.Found found = own == null
                        ? inEnglish.longest(inEnglishWalker, text, "", i, to, shouted)
                        : own.longest(ownWalker, text, "", i, to, shouted);
                if (found != null && found.end() - i > 2) {
                    return report(found, i);
                }
            }
            return start + 1;
        }

        private static boolean arabic(char c) {
            return c >= 0x600 && c <= 0x6FF;
        }
    }
}
