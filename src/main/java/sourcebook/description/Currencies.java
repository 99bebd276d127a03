package sourcebook.description;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Tells "Canadian dollars" from Canada. Immutable.
final class Currencies {
    private static final Set<String> WORDS = new HashSet<>();

    private static final int LONGEST = 12;

    static {
        for (List<String> row : FactTable.read("currencies.tsv").rows()) {
            FactTable.values(row, 1).forEach(word -> WORDS.add(Letters.key(word)));
        }
    }

    private Currencies() {}

    /// Whether the word behind a mention's end, on the same or the next line, is one for money.
    static boolean behind(String text, int end) {
        int start = end;
        while (start < text.length() && start - end < 3 && Letters.kind(text.charAt(start)) == Letters.Kind.NONE) {
            start++;
        }
        if (start == end) {
            return false;
        }
        int after = start;
        while (after < text.length() && after - start <= LONGEST && Character.isLetter(text.charAt(after))) {
            after++;
        }
        return WORDS.contains(Letters.key(text.substring(start, after)));
    }
}
