package sourcebook.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is to be said about a query, each sentence once, where it first holds. Not for several threads.
final class Remarks {
    private final Map<String, QueryNote> bySentence = new LinkedHashMap<>();

    /// Something that was forgiven.
    void add(String sentence, int from, int to) {
        bySentence.putIfAbsent(sentence, new QueryNote(sentence, from, Math.max(from, to), false));
    }

    /// Something that cannot be asked so.
    void error(String sentence, int from, int to) {
        bySentence.putIfAbsent(sentence, new QueryNote(sentence, from, Math.max(from, to), true));
    }

    boolean isEmpty() {
        return bySentence.isEmpty();
    }

    List<QueryNote> all() {
        return List.copyOf(bySentence.values());
    }
}
