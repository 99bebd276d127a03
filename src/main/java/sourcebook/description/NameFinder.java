package sourcebook.description;

import com.ibm.icu.util.BytesTrie;
import com.ibm.icu.util.CharsTrie;
import com.ibm.icu.util.CharsTrieBuilder;
import com.ibm.icu.util.StringTrieBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Looks for the longest of many names at a place in a text, walking it once through ICU's trie of
/// characters: the cost does not depend on the number of names. Immutable, thread-safe.
final class NameFinder {
    /// The end of a name that was found, exclusive, in UTF-16 units of the text.
    record Found(PlaceName name, int end) {}

    /// Between the words of one name there are at most so many characters: a blank, a comma and a
    /// blank.
    private static final int WIDEST_GAP = 3;

    private final List<PlaceName> names;
    private final String trie;

    NameFinder(Map<String, PlaceName> byKey) {
        List<PlaceName> list = new ArrayList<>(byKey.size());
        CharsTrieBuilder builder = new CharsTrieBuilder();
        byKey.forEach((key, name) -> {
            builder.add(key, list.size());
            list.add(name);
        });
        names = List.copyOf(list);
        trie = list.isEmpty()
                ? ""
                : builder.buildCharSequence(StringTrieBuilder.Option.FAST).toString();
    }

    /// Where to walk; one for each text and thread.
    CharsTrie walker() {
        return new CharsTrie(trie, 0);
    }

    /// The longest name at a place.
    ///
    /// @param before letters to be thought before the place, as the article that Arabic hides in
    ///     "للصين"
    /// @param to where the text to be looked at ends
    @Nullable
    Found longest(CharsTrie walker, String text, String before, int start, int to, boolean shouted) {
        if (names.isEmpty()) {
            return null;
        }
        walker.reset();
        for (int i = 0; i < before.length(); i++) {
            if (!walker.next(before.charAt(i)).matches()) {
                return null;
            }
        }
        Found best = null;
        int gap = 0;
        Letters.Kind last = Letters.Kind.NONE;
        for (int i = start; i < to; i++) {
            char c = text.charAt(i);
            char folded = Letters.fold(c);
            if (folded == Letters.MARK) {
                continue;
            }
            if (folded == Letters.APART) {
                char bracket = last == Letters.Kind.WIDE ? Letters.bracket(c) : 0;
                if (bracket == 0) {
                    if (++gap > WIDEST_GAP || c == '\n' && text.charAt(i - 1) == '\n') {
                        break;
                    }
                    continue;
                }
                folded = bracket;
            } else {
                last = Letters.kind(c);
            }
            if (gap > 0) {
                gap = 0;
                if (!walker.next(' ').matches()) {
                    break;
                }
            }
            BytesTrie.Result result = walker.next(folded);
            if (result.matches() && Letters.second(c) != 0) {
                result = walker.next(Letters.second(c));
            }
            if (!result.matches()) {
                break;
            }
            if (result.hasValue() && ends(text, i, to, last)) {
                PlaceName name = names.get(walker.getValue());
                if (name.written(text, start, i + 1, shouted)) {
                    best = new Found(name, marksAfter(text, i + 1, to));
                }
            }
            if (!result.hasNext()) {
                break;
            }
        }
        return best;
    }

    /// Whether a word may end behind this character.
    private static boolean ends(String text, int at, int to, Letters.Kind kind) {
        if (kind == Letters.Kind.WIDE || kind == Letters.Kind.HANGUL) {
            return true;
        }
        int next = marksAfter(text, at + 1, to);
        return next >= to || Letters.kind(text.charAt(next)) != kind;
    }

    private static int marksAfter(String text, int from, int to) {
        int at = from;
        while (at < to && Letters.fold(text.charAt(at)) == Letters.MARK) {
            at++;
        }
        return at;
    }
}
