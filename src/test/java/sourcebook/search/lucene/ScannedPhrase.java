package sourcebook.search.lucene;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import sourcebook.search.lucene.ScannedText.Token;

/// Words side by side. A word of a text that is broken at a line end stands there as its two halves and as one word.
final class ScannedPhrase {
    /// One word of the phrase.
    ///
    /// @param step positions from the word before
    record Slot(Predicate<String> word, int step) {}

    private final List<Slot> slots;

    ScannedPhrase(List<Slot> slots) {
        this.slots = List.copyOf(slots);
    }

    /// These very words, case and diacritics aside.
    static ScannedPhrase of(List<Token> words) {
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String term = words.get(i).term();
            int step = i == 0 ? 1 : words.get(i).position() - words.get(i - 1).position();
            slots.add(new Slot(term::equals, step));
        }
        return new ScannedPhrase(slots);
    }

    /// All places, overlapping ones too.
    Set<Range> in(ScannedText text) {
        Set<Range> places = new HashSet<>();
        for (int i = 0; i < text.size() && !slots.isEmpty(); i++) {
            for (int end : ends(text, i)) {
                places.add(new Range(text.get(i).start(), text.get(end - 1).end()));
            }
        }
        return places;
    }

    /// Behind which words it may end that begins with the word at `from`.
    private Set<Integer> ends(ScannedText text, int from) {
        Set<Integer> ends = new TreeSet<>(Set.of(from));
        for (int slot = 0; slot < slots.size(); slot++) {
            Set<Integer> next = new TreeSet<>();
            for (int at : ends) {
                if (at < text.size() && (slot == 0 || slots.get(slot).step == step(text, at))) {
                    Token token = text.get(at);
                    if (slots.get(slot).word.test(token.term())) {
                        next.add(at + 1);
                    }
                    if (token.joinedTerm() != null && slots.get(slot).word.test(token.joinedTerm())) {
                        next.add(at + 2);
                    }
                }
            }
            ends = next;
        }
        return ends;
    }

    private static int step(ScannedText text, int at) {
        return text.get(at).position() - text.get(at - 1).position();
    }
}
