package sourcebook.description;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Well-known outlets, publishers and institutions: one name for the names they go by, and the country they
/// publish in.
/// Immutable.
final class Outlets {
    private record Outlet(String name, String country) {}

    private static final Map<String, Outlet> BY_NAME = read();

    private Outlets() {}

    static Optional<String> country(String source) {
        return Optional.ofNullable(BY_NAME.get(Countries.fold(source))).map(Outlet::country);
    }

    /// The one name of what may be an alias or a host; empty when it is not known.
    static Optional<String> name(String alias) {
        return Optional.ofNullable(BY_NAME.get(Countries.fold(alias))).map(Outlet::name);
    }

    /// Names shorter than this are words too often to be looked for in running text.
    private static final int SHORTEST_IN_TEXT = 5;

    /// The outlet that a text names most often.
    ///
    /// @param least how often at least
    static Optional<String> mostNamed(String text, int least) {
        List<Word> words = Word.split(text);
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            if (!Character.isUpperCase(text.charAt(words.get(i).start()))) {
                continue;
            }
            StringBuilder key = new StringBuilder();
            for (int n = 0; n < 4 && i + n < words.size(); n++) {
                key.append(n == 0 ? "" : " ").append(words.get(i + n).folded());
                Outlet outlet = key.length() >= SHORTEST_IN_TEXT ? BY_NAME.get(key.toString()) : null;
                if (outlet != null) {
                    counts.merge(outlet.name(), 1, Integer::sum);
                    break;
                }
            }
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= least)
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    private static Map<String, Outlet> read() {
        Map<String, Outlet> outlets = new HashMap<>();
        for (List<String> row : FactTable.read("outlets.tsv").rows()) {
            Outlet outlet = new Outlet(row.get(1), row.getFirst());
            outlets.put(Countries.fold(outlet.name), outlet);
            FactTable.values(row, 2).forEach(alias -> outlets.putIfAbsent(Countries.fold(alias), outlet));
        }
        return Map.copyOf(outlets);
    }
}
