package sourcebook.search.lucene;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import sourcebook.search.lucene.ScannedText.Token;

/// What stands side by side, each part at the position behind the one before. A word of a text that is broken at a line
/// end stands there as its two halves and as one word.
final class ScannedPhrase {
    /// A part of the phrase.
    sealed interface Part {}

    /// One word.
    ///
    /// @param step positions from the word before: two across a mark between characters that are words of their own
    record Slot(Predicate<String> word, int step) implements Part {}

    /// Any one word.
    record Any() implements Part {}

    /// One of several rows.
    record Either(List<List<Part>> rows) implements Part {}

    /// Words of a text, by their numbers, `to` exclusive.
    record Place(int from, int to) {}

    private final List<Part> parts;

    ScannedPhrase(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /// These very words, case and diacritics aside.
    static ScannedPhrase of(List<Token> words) {
        return new ScannedPhrase(slots(words));
    }

    static List<Part> slots(List<Token> words) {
        List<Part> slots = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String term = words.get(i).term();
            int step = i == 0 ? 1 : words.get(i).position() - words.get(i - 1).position();
            slots.add(new Slot(term::equals, step));
        }
        return slots;
    }

    /// All places, overlapping ones too.
    Set<Range> in(ScannedText text) {
        return text.ranges(places(text));
    }

    Set<Place> places(ScannedText text) {
        Set<Place> places = new HashSet<>();
        for (int i = 0; i < text.size() && !parts.isEmpty(); i++) {
            for (int end : ends(parts, text, i, true)) {
                places.add(new Place(i, end));
            }
        }
        return places;
    }

    /// Behind which words a row may end that begins with the word at `from`.
    private static Set<Integer> ends(List<Part> row, ScannedText text, int from, boolean first) {
        Set<Integer> ends = new TreeSet<>(Set.of(from));
        boolean begins = first;
        for (Part part : row) {
            Set<Integer> next = new TreeSet<>();
            for (int at : ends) {
                next.addAll(ends(part, text, at, begins));
            }
            ends = next;
            begins = false;
        }
        return ends;
    }

    private static Set<Integer> ends(Part part, ScannedText text, int at, boolean first) {
        return switch (part) {
            case Either(List<List<Part>> rows) -> {
                Set<Integer> ends = new TreeSet<>();
                rows.forEach(row -> ends.addAll(ends(row, text, at, first)));
                yield ends;
            }
            case Any() -> oneWord(_ -> true, 1, text, at, first);
            case Slot(Predicate<String> word, int step) -> oneWord(word, step, text, at, first);
        };
    }

    private static Set<Integer> oneWord(Predicate<String> word, int step, ScannedText text, int at, boolean first) {
        Set<Integer> ends = new TreeSet<>();
        if (at < text.size()
                && (first || text.get(at).position() == text.get(at - 1).position() + step)) {
            Token token = text.get(at);
            if (word.test(token.term())) {
                ends.add(at + 1);
            }
            if (token.joinedTerm() != null && word.test(token.joinedTerm())) {
                ends.add(at + 2);
            }
        }
        return ends;
    }
}
