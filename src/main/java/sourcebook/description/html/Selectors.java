package sourcebook.description.html;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/// CSS selectors as they are evaluated: to parse one takes as long as to ask a small page. For selectors that the
/// program writes, which are few; never for any out of a document. Thread-safe, as evaluators are.
final class Selectors {
    private static final Map<String, Evaluator> PARSED = new ConcurrentHashMap<>();

    private Selectors() {}

    static Evaluator of(String selector) {
        return PARSED.computeIfAbsent(selector, Selector::evaluatorOf);
    }
}
