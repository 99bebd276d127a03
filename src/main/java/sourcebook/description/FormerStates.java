package sourcebook.description;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps former states as themselves: their cities, peoples and seats of power belong to them in texts
/// of their time, and in texts that name them more than the states that came after. Names of countries
/// stay what they are. Immutable.
final class FormerStates {
    /// @param places folded names; empty when all cities and peoples of the successors are meant
    private record State(String code, int from, int to, Set<String> successors, Set<String> places) {}

    private static final List<State> STATES = FactTable.read("successors.tsv").rows().stream()
            .map(row -> {
                Set<String> places = new HashSet<>();
                FactTable.values(row, 4).forEach(place -> places.add(Letters.key(place)));
                return new State(
                        row.getFirst(),
                        Integer.parseInt(row.get(1)),
                        Integer.parseInt(row.get(2)),
                        Set.copyOf(FactTable.values(row, 3)),
                        places);
            })
            .toList();

    /// A text of another time must name the former state so often before its cities count towards it.
    private static final int OFTEN = 2;

    private final Map<String, State> bySuccessor = new HashMap<>();

    /// For one text.
    ///
    /// @param year it was published; null when that is not known
    /// @param named how often it names each country
    FormerStates(@Nullable Integer year, Map<String, Integer> named) {
        for (State state : STATES) {
            boolean ofItsTime = year != null && year >= state.from && year <= state.to;
            int times = named.getOrDefault(state.code, 0);
            for (String successor : state.successors) {
                boolean meant = times >= OFTEN && times > named.getOrDefault(successor, 0);
                if (ofItsTime || meant) {
                    bySuccessor.putIfAbsent(successor, state);
                }
            }
        }
    }

    /// The code a mention counts towards.
    String code(PlaceName name, String code) {
        State state = name.kind() == PlaceName.Kind.NAME ? null : bySuccessor.get(code);
        return state != null && (state.places.isEmpty() || state.places.contains(name.key())) ? state.code : code;
    }
}
