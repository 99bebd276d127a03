package sourcebook.search.lucene;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.search.lucene.Terms.Asked;
import sourcebook.search.lucene.language.Folding;
import sourcebook.search.lucene.language.Segment;
import sourcebook.search.lucene.language.UnspacedWords;

/// What a person types between two blanks, in words: in scripts that put no blank between words it may be several,
/// and each is asked for by itself.
final class BareWord {
    private BareWord() {}

    /// Words that stand side by side, and the dictionary form of what they make if they are a word that is inflected.
    record Part(List<Asked> words, @Nullable String base) {
        /// Characters of a script without blanks.
        boolean unspaced() {
            return words.getLast().alone();
        }
    }

    /// Whether there is anything to be divided.
    static boolean unspaced(List<Asked> words) {
        return words.stream().anyMatch(Asked::alone);
    }

    /// The parts of a bare word, in order; those that carry grammar alone are left out unless there are no others.
    ///
    /// @param japanese whether there are Japanese texts
    static List<Part> parts(List<Asked> words, boolean japanese) {
        List<Part> parts = new ArrayList<>();
        List<Part> grammar = new ArrayList<>();
        List<Asked> number = List.of();
        int from = 0;
        while (from < words.size()) {
            int to = groupEnd(words, from);
            List<Asked> group = words.subList(from, to);
            boolean alone = group.getFirst().alone();
            if (!alone
                    && to < words.size()
                    && figures(group)
                    && group.getLast().end() == words.get(to).start()) {
                number = group; // a figure belongs to what it counts
            } else if (!alone) {
                parts.add(new Part(group, null));
            } else {
                divide(group, number, japanese, parts, grammar);
                number = List.of();
            }
            from = to;
        }
        return parts.isEmpty() ? grammar : parts;
    }

    private static int groupEnd(List<Asked> words, int from) {
        int to = from + 1;
        while (to < words.size()
                && words.get(to).alone() == words.get(from).alone()
                && (!words.get(to).alone()
                        || (words.get(to).position() == words.get(to - 1).position() + 1
                                && eastAsian(words.get(to)) == eastAsian(words.get(from))))) {
            to++;
        }
        return to;
    }

    private static void divide(
            List<Asked> group, List<Asked> number, boolean japanese, List<Part> parts, List<Part> grammar) {
        StringBuilder run = new StringBuilder();
        int[] starts = new int[group.size() + 1];
        boolean eastAsian = eastAsian(group.getFirst());
        for (int i = 0; i < group.size(); i++) {
            starts[i] = run.length();
            String typed = group.get(i).typed();
            run.append(eastAsian ? Folding.spelled(typed) : typed);
        }
        starts[group.size()] = run.length();
        int first = 0;
        for (Segment word : UnspacedWords.of(run.toString(), japanese)) {
            int last = first;
            while (last < group.size() && starts[last] < word.end()) {
                last++;
            }
            if (last > first) {
                List<Asked> characters = new ArrayList<>(first == 0 ? number : List.of());
                characters.addAll(group.subList(first, last));
                boolean meaning = word.meaning() || characters.size() > last - first;
                (meaning ? parts : grammar).add(new Part(characters, word.base()));
                first = last;
            }
        }
    }

    private static boolean figures(List<Asked> words) {
        return words.size() == 1 && words.getFirst().term().chars().allMatch(Character::isDigit);
    }

    private static boolean eastAsian(Asked word) {
        return UnspacedWords.eastAsian(word.typed().codePointAt(0));
    }
}
