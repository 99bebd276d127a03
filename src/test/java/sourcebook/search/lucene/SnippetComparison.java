package sourcebook.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.Hit;
import sourcebook.search.IndexedDocument;
import sourcebook.search.Layer;
import sourcebook.search.Snippet;

/// Holds the marks in excerpts against the hits of their document.
final class SnippetComparison {
    private SnippetComparison() {}

    /// @param most excerpts that were asked for
    /// @throws AssertionError where an excerpt cuts a hit, leaves one out or marks anything else
    static void compare(IndexedDocument document, List<Hit> hits, List<Snippet> snippets, int most) {
        assertTrue(snippets.size() <= most, "most snippets");
        for (Layer layer : Layer.values()) {
            List<Hit> some = hits.stream().filter(hit -> hit.layer() == layer).toList();
            List<Snippet> cut =
                    snippets.stream().filter(one -> one.layer() == layer).toList();
            DocumentText text = document.text();
            compare(layer == Layer.TEXT ? text.text() : text.furniture(), some, cut);
            if (!some.isEmpty() && (layer == Layer.TEXT || most > 1)) {
                assertFalse(cut.isEmpty(), "no snippet of " + layer);
            }
        }
        if (hits.isEmpty()) {
            assertEquals(document.text().text().isBlank(), snippets.isEmpty(), "a snippet without hits");
        }
    }

    private static void compare(String text, List<Hit> hits, List<Snippet> snippets) {
        int free = 0;
        for (Snippet snippet : snippets) {
            assertTrue(snippet.start() >= free, "snippets overlap");
            free = snippet.end();
            List<Hit> inside = hits.stream()
                    .filter(hit -> hit.start() >= snippet.start() && hit.end() <= snippet.end())
                    .toList();
            long touching = hits.stream()
                    .filter(hit -> hit.start() < snippet.end() && hit.end() > snippet.start())
                    .count();
            assertEquals(inside.size(), touching, "a hit is cut");
            assertEquals(hits.isEmpty(), inside.isEmpty(), "a snippet without hits");
            if (!inside.isEmpty()) {
                assertEquals(inside.getFirst().page(), snippet.page(), "page of a snippet");
            }
            List<String> marked = new ArrayList<>();
            snippet.marks().forEach(mark -> marked.add(snippet.text().substring(mark.start(), mark.end())));
            assertEquals(
                    inside.stream()
                            .map(hit -> DocumentText.withoutBrokenWords(text.substring(hit.start(), hit.end()))
                                    .replaceAll("\\s+", " "))
                            .toList(),
                    marked,
                    "marks");
        }
    }
}
