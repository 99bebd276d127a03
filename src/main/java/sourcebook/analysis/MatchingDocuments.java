package sourcebook.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.DocumentNumbers;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;

/// The documents that match a search, as a set of numbers.
final class MatchingDocuments {
    private static final int AT_ONCE = 500;
    private static final int MOST_BY_NAME = 20_000;

    private final SearchEngine engine;
    private final DocumentNumbers numbers;

    MatchingDocuments(SearchEngine engine, DocumentNumbers numbers) {
        this.engine = engine;
        this.numbers = numbers;
    }

    /// All of them, each copy of a story.
    BitSet of(SearchRequest request, Work work) {
        return numbers.of(engine.matching(request, null, work));
    }

    /// Those of `candidates` that match: asked for by name while they are few, so that it costs what they are.
    BitSet among(SearchRequest request, BitSet candidates, Work work) {
        if (candidates.cardinality() <= MOST_BY_NAME) {
            return numbers.of(engine.matching(request, numbers.ids(candidates, MOST_BY_NAME), work));
        }
        BitSet found = of(request, work);
        found.and(candidates);
        return found;
    }

    Gathering gathering() {
        return new Gathering();
    }

    /// Takes documents one by one.
    final class Gathering {
        private final BitSet set = new BitSet();
        private final List<DocumentId> waiting = new ArrayList<>();

        void add(DocumentId document) {
            waiting.add(document);
            if (waiting.size() == AT_ONCE) {
                flush();
            }
        }

        private void flush() {
            set.or(numbers.of(waiting));
            waiting.clear();
        }

        BitSet numbers() {
            flush();
            return set;
        }
    }
}
