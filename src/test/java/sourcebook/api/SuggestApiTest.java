package sourcebook.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sourcebook.api.ApiServer.refusal;

import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Suggestions while typing, over HTTP.
final class SuggestApiTest extends OverHttp {
    SuggestApiTest(ApiArchive archive) {
        super(archive);
    }

    @Test
    void theQueryLanguageIsCompletedWhereTheCaretStands() throws IOException {
        JsonNode field = only("complete", suggestions("typed=" + encode("coun treaty") + "&caret=4"));
        assertEquals("country:", field.get("text").stringValue());
        assertEquals(
                "country: treaty",
                "coun treaty".replace("coun", field.get("query").stringValue()));
        assertEquals(0, field.get("from").intValue());
        assertEquals(4, field.get("to").intValue());
        JsonNode value = only("complete", suggestions("typed=" + encode("exchange country:ken")));
        assertEquals("KE", value.get("query").stringValue());
        assertEquals("Kenya", value.get("detail").stringValue());
        assertEquals("exchange country:".length(), value.get("from").intValue());
        assertEquals("exchange country:ken".length(), value.get("to").intValue());
    }

    @Test
    void aTitleLeadsToItsDocument() throws IOException {
        JsonNode title = only("title", suggestions("typed=" + encode("the scho")));
        assertEquals("The scholars", title.get("text").stringValue());
        String document = title.get("document").stringValue();
        assertEquals(
                id("scholars.txt"),
                server.json("/api/documents/" + document).get("id").stringValue());
    }

    @Test
    void anythingElseIsAQueryThatFindsSoMany() throws IOException {
        for (String typed : List.of("gazette", "keny", "exchagne")) {
            List<JsonNode> found = suggestions("typed=" + typed).stream()
                    .filter(one -> one.has("documents") && !one.has("document"))
                    .toList();
            assertTrue(!found.isEmpty(), typed);
            for (JsonNode one : found) {
                assertEquals(0, one.get("from").intValue());
                assertEquals(typed.length(), one.get("to").intValue());
                assertEquals(
                        one.get("documents").intValue(),
                        total("/api/search?q=" + encode(one.get("query").stringValue())),
                        one.toString());
            }
        }
    }

    @Test
    void nothingIsSuggestedForNothingOrForWhatWasPasted() throws IOException {
        assertEquals(List.of(), suggestions(""));
        assertEquals(List.of(), suggestions("typed=" + encode("  ")));
        assertEquals(List.of(), suggestions("typed=" + encode("gazette ".repeat(70))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"caret=-1", "caret=x", "type=peace"})
    void aWrongParameterIsNamed(String query) throws IOException {
        String sentence = refusal(http.get("/api/suggest?typed=peace&" + query), 400);
        assertTrue(sentence.contains(query.substring(0, query.indexOf('='))), sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "country:", "((((", "a:b:c/d\\e", "*", "\u0000", "“", "训练", "x:x:x:x:x:x:x"})
    void nothingThatIsTypedIsAnError(String typed) throws IOException {
        for (int caret = 0; caret <= Math.min(4, typed.length()); caret++) {
            suggestions("typed=" + encode(typed) + "&caret=" + caret);
        }
        suggestions("typed=" + encode(typed) + "&caret=9999");
    }

    private List<JsonNode> suggestions(String parameters) throws IOException {
        JsonNode json = server.json("/api/suggest?" + parameters);
        return StreamSupport.stream(json.get("suggestions").spliterator(), false)
                .toList();
    }

    private static JsonNode only(String kind, List<JsonNode> suggestions) {
        List<JsonNode> ofKind = suggestions.stream()
                .filter(one -> one.get("kind").stringValue().equals(kind))
                .toList();
        assertEquals(1, ofKind.size(), suggestions.toString());
        return ofKind.getFirst();
    }
}
