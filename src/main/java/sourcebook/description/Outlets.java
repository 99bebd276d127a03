package sourcebook.description;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Well-known outlets, publishers and institutions: one name for the names they go by, and the country
/// they publish in. Immutable, thread-safe.
final class Outlets {
    /// @param base the name without what tells it from others of the same name
    private record Outlet(String name, String base, String country) {}

    private static final Map<String, Outlet> BY_NAME = new HashMap<>();
    private static final Map<String, Outlet> BY_HOST = new HashMap<>();

    static {
        for (List<String> row : FactTable.read("outlets.tsv").rows()) {
            String stated = row.get(1);
            boolean common = stated.endsWith("!");
            String name = common ? stated.substring(0, stated.length() - 1) : stated;
            int bracket = name.indexOf(" (");
            Outlet outlet = new Outlet(name, bracket < 0 ? name : name.substring(0, bracket), row.getFirst());
            FactTable.values(row, 3).forEach(host -> {
                BY_HOST.put(host, outlet);
                BY_NAME.put(Countries.fold(host), outlet);
            });
            if (!common) {
                BY_NAME.putIfAbsent(Countries.fold(name), outlet);
            }
            FactTable.values(row, 2).forEach(alias -> BY_NAME.putIfAbsent(Countries.fold(alias), outlet));
        }
    }

    /// Names shorter than this are words too often to be looked for in running text.
    private static final int SHORTEST_IN_TEXT = 5;

    private static final int MOST_WORDS = 4;

    private Outlets() {}

    /// The country of an outlet by any of its names.
    static Optional<String> country(String source) {
        return Optional.ofNullable(BY_NAME.get(Countries.fold(source))).map(Outlet::country);
    }

    /// The country of the outlet whose host it is.
    static Optional<String> countryOfHost(String host) {
        return Optional.ofNullable(ofHost(host)).map(Outlet::country);
    }

    /// The one name of what may be an alias or a host; empty when it is not known.
    static Optional<String> name(String alias) {
        return Optional.ofNullable(BY_NAME.get(Countries.fold(alias))).map(Outlet::name);
    }

    /// The outlet a host belongs to; empty when it is not known.
    static Optional<String> nameOfHost(String host) {
        return Optional.ofNullable(ofHost(host)).map(Outlet::name);
    }

    /// The one name of what a page of this host calls itself. The host tells outlets of one name apart
    /// ("The Citizen"); what no table knows on an outlet's own host ("Africa edition") is that outlet.
    static Optional<String> name(String alias, String host) {
        Outlet home = ofHost(host);
        if (home == null) {
            return name(alias);
        }
        String folded = Countries.fold(alias);
        Outlet named = BY_NAME.get(folded);
        if (named != null && named.name().equals(home.name())) {
            return Optional.of(home.name());
        }
        if (named == null && (BY_HOST.containsKey(host) || host.startsWith(folded.replace(" ", "") + "."))) {
            return Optional.of(home.name());
        }
        String base = Countries.fold(home.base());
        return (" " + folded + " ").contains(" " + base + " ") ? Optional.of(home.name()) : name(alias);
    }

    private static @Nullable Outlet ofHost(String host) {
        String rest = host;
        while (rest.indexOf('.') > 0) {
            Outlet outlet = BY_HOST.get(rest);
            if (outlet != null) {
                return outlet;
            }
            rest = rest.substring(rest.indexOf('.') + 1);
        }
        return null;
    }

    /// The outlet that a text names most often.
    ///
    /// @param least how often at least
    static Optional<String> mostNamed(String text, int least) {
        List<Word> words = Word.split(text);
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            char initial = text.charAt(words.get(i).start());
            if (!Character.isUpperCase(initial)) {
                continue;
            }
            StringBuilder key = new StringBuilder();
            for (int n = 0; n < MOST_WORDS && i + n < words.size(); n++) {
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
}
