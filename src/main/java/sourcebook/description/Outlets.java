package sourcebook.description;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Well-known outlets, publishers and institutions: one name for the names they go by, and the country they publish in.
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
