package sourcebook.description;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/// Countries written with one character each where several stand together, as in "中美关系" and "日韓首脳会談".
/// They count only before a word that goes with states, since the same characters are parts of other
/// words. Immutable.
final class SignPairs {
    private record Sign(String code, boolean first) {}

    private static final int MOST = 4;

    private final Map<Character, Sign> signs = new HashMap<>();
    private final Set<Character> notBehind = new HashSet<>();
    private final List<String> before;

    private SignPairs(List<String> before) {
        this.before = before;
    }

    /// From the rows `=`, `+` and `!` of a language's table.
    static SignPairs read(String language) {
        List<List<String>> rows = FactTable.read("places/" + language + ".tsv").rows();
        SignPairs pairs = new SignPairs(values(rows, "+"));
        for (String value : values(rows, "=")) {
            String code = value.substring(2);
            boolean first = !code.startsWith("+");
            pairs.signs.put(value.charAt(0), new Sign(first ? code : code.substring(1), first));
        }
        values(rows, "!").forEach(value -> pairs.notBehind.add(value.charAt(0)));
        return pairs;
    }

    private static List<String> values(List<List<String>> rows, String name) {
        return rows.stream()
                .filter(row -> row.getFirst().equals(name))
                .flatMap(row -> FactTable.values(row, 1).stream())
                .toList();
    }

    /// Reports the signs that stand together here, and gives where to go on.
    ///
    /// @param named whether a whole name begins at a place, which goes before a sign
    int find(String text, int start, int to, IntPredicate named, PlaceNames.Sink sink) {
        Sign first = signs.get(text.charAt(start));
        if (first == null || !first.first() || start > 0 && notBehind.contains(text.charAt(start - 1))) {
            return start + 1;
        }
        int end = start + 1;
        while (end < to && end - start < MOST && signs.containsKey(text.charAt(end)) && !named.test(end)) {
            end++;
        }
        int last = end;
        while (last - start > 1 && !followed(text, last)) {
            last--;
        }
        if (last - start < 2) {
            return start + 1;
        }
        for (int i = start; i < last; i++) {
            Sign sign = signs.getOrDefault(text.charAt(i), first);
            if (!sign.code().isEmpty()) {
                sink.mention(
                        new PlaceName(String.valueOf(text.charAt(i)), sign.code(), PlaceName.Kind.NAME, false, false),
                        i,
                        i + 1);
            }
        }
        return last;
    }

    private boolean followed(String text, int at) {
        for (String word : before) {
            if (text.startsWith(word, at)) {
                return true;
            }
        }
        return false;
    }
}
