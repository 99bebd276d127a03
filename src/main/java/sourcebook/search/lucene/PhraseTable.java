package sourcebook.search.lucene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Frequent phrases of an archive by how they begin. Immutable.
final class PhraseTable {
    static final PhraseTable EMPTY = new PhraseTable(List.of());

    /// What is kept, some 10 megabytes.
    private static final int MOST = 50_000;

    private final Phrase[] phrases;

    /// Two to four words that stand together in several documents.
    ///
    /// @param key the folded words with a blank between
    /// @param text as it was written first
    record Phrase(String key, String text, int documents) {}

    private PhraseTable(List<Phrase> phrases) {
        this.phrases = phrases.toArray(Phrase[]::new);
        Arrays.sort(this.phrases, Comparator.comparing(Phrase::key));
    }

    /// The most frequent of them.
    static PhraseTable of(Collection<Phrase> phrases) {
        return new PhraseTable(phrases.stream()
                .sorted(Comparator.comparingInt(Phrase::documents).reversed().thenComparing(Phrase::key))
                .limit(MOST)
                .toList());
    }

    int size() {
        return phrases.length;
    }

    /// The most frequent of the phrases that begin so, each longer than what was typed.
    List<String> beginning(String typed, int limit) {
        List<String> words = Terms.of(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        String beginning = words.stream().collect(Collectors.joining(" "));
        int last = typed.codePointBefore(typed.length());
        String wanted = Character.isWhitespace(last) ? beginning + " " : beginning;
        int at = Arrays.binarySearch(phrases, new Phrase(wanted, "", 0), Comparator.comparing(Phrase::key));
        List<Phrase> found = new ArrayList<>();
        for (int i = at < 0 ? -at - 1 : at; i < phrases.length && phrases[i].key.startsWith(wanted); i++) {
            if (phrases[i].key.length() > beginning.length()) {
                found.add(phrases[i]);
            }
        }
        found.sort(Comparator.comparingInt(Phrase::documents).reversed().thenComparing(Phrase::key));
        return found.stream().limit(limit).map(Phrase::text).toList();
    }
}
