package sourcebook.ui;

import com.vaadin.flow.internal.JacksonUtils;
import java.util.List;
import java.util.regex.Pattern;
import sourcebook.search.Layer;
import sourcebook.search.SearchResult.Result;
import sourcebook.search.SearchResult.StoryCopies;
import sourcebook.search.Snippet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the browser is told of one result: where and when from, title, snippets with their page, what it is about,
/// where its links lead. All of it worded; what is not there is left out.
///
/// @param place the search it was found by
/// @param understood how its query was read
record ResultCard(SearchPlace place, String understood) {
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?。！？؟][\\p{Pf}\\p{Pe}\"']?\\s*$");

    ObjectNode of(Result result, boolean chosen) {
        String id = result.id().shortForm();
        DocumentPlace document = DocumentPlace.of(id, place);
        boolean asked = !place.query().isBlank();
        ObjectNode card = JacksonUtils.createObjectNode();
        card.put("id", result.id().toString());
        card.put("short", id);
        put(card, "chosen", chosen);
        card.put("source", result.source());
        card.put("date", Wording.date(result.date()));
        put(card, "undated", result.date() == null);
        card.put("kind", Wording.kind(result.type(), result.pages()));
        card.put("lang", result.language());
        card.put("address", document.address());
        card.put("title", result.title());
        card.set("titleMarks", marks(result.titleMarks()));
        ArrayNode snippets = card.putArray("snippets");
        for (Snippet snippet : result.snippets()) {
            boolean placed = asked && snippet.layer() == Layer.TEXT; // of another layer its offset says nothing here
            snippets.add(of(snippet, result.pages(), placed ? document.withAt(snippet.start()) : document));
        }
        if (!result.countries().isEmpty()) {
            card.put("countries", Wording.countries(result.countries()));
        }
        card.put("withoutText", result.withoutText());
        StoryCopies story = result.story();
        if (story != null && story.copies() > 1) {
            SearchPlace copies = place.withStories(false).narrowed(understood, "story:" + story.id());
            card.putObject("story").put("address", copies.address()).put("label", Wording.story(story));
        }
        card.put(
                "like",
                SearchPlace.START
                        .withLike(LikeThis.document(id))
                        .withStories(place.stories())
                        .address());
        if (asked) {
            card.put("hits", Wording.count(result.hitCount(), "hit", "hits"));
        }
        return card;
    }

    private static ObjectNode of(Snippet snippet, int pages, DocumentPlace at) {
        ObjectNode node = JacksonUtils.createObjectNode();
        node.put("address", at.address());
        if (pages > 1 && snippet.layer() == Layer.TEXT) {
            node.put("page", snippet.page());
        }
        node.put("text", snippet.text());
        node.set("marks", marks(snippet.marks()));
        put(node, "before", snippet.start() > 0);
        put(node, "after", !SENTENCE_END.matcher(snippet.text()).find());
        return node;
    }

    private static void put(ObjectNode node, String name, boolean holds) {
        if (holds) {
            node.put(name, true);
        }
    }

    private static ArrayNode marks(List<Snippet.Mark> marks) {
        ArrayNode nodes = JacksonUtils.createArrayNode();
        marks.forEach(mark -> nodes.addArray().add(mark.start()).add(mark.end()));
        return nodes;
    }
}
