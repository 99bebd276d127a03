package sourcebook.description;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Names of two places, told apart by the company they keep in one text. Made for one text.
final class Ambiguities {
    private record Choice(String other, List<String> company) {}

    private static final Map<String, Choice> CHOICES = read();

    private final String text;
    private final Map<String, String> decided = new HashMap<>();

    Ambiguities(String text) {
        this.text = text;
    }

    /// The country that this mention means; empty when it means no country.
    String country(PlaceNames.Name name) {
        Choice choice = CHOICES.get(name.key());
        if (choice == null) {
            return name.code();
        }
        return decided.computeIfAbsent(
                name.key(), key -> choice.company().stream().anyMatch(text::contains) ? choice.other() : name.code());
    }

    private static Map<String, Choice> read() {
        Map<String, Choice> choices = new HashMap<>();
        for (List<String> row : FactTable.read("ambiguous.tsv").rows()) {
            String other = row.get(2).equals("-") ? "" : row.get(2);
            choices.put(Countries.fold(row.getFirst()), new Choice(other, FactTable.values(row, 3)));
        }
        return Map.copyOf(choices);
    }
}
