package sourcebook.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sourcebook.api.ApiServer.refusal;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Searching, over HTTP.
final class SearchApiTest extends OverHttp {
    SearchApiTest(ApiArchive archive) {
        super(archive);
    }

    @Test
    void searchGivesTheShapeOfTheCommandLine() throws IOException {
        JsonNode json = server.json("/api/search?q=" + encode("“exchange programme”") + "&countHits=true");
        assertEquals(1, json.get("total").intValue());
        assertEquals(2, json.get("hitCount").intValue());
        assertEquals("\"exchange programme\"", json.get("understoodAs").stringValue());
        JsonNode hit = json.get("hits").get(0);
        assertEquals("The scholars", hit.get("title").stringValue());
        assertEquals("scholars.txt", hit.get("path").stringValue());
        assertEquals("2014-07-18", hit.get("date").stringValue());
        assertEquals(2, hit.get("hitCount").intValue());
        assertTrue(hit.get("snippets").get(0).get("text").stringValue().contains("exchange programme"));
        assertEquals(
                "Kenya", json.get("facets").get("country").get(0).get("label").stringValue());
    }

    @Test
    void aQuestionOfThousandsOfWordsHasAnAnswer() throws IOException {
        String words = "программа обмена ".repeat(1_000);
        assertEquals(0, total("/api/search?match=all&facets=false&q=" + encode(words)));
    }

    @Test
    void aCountryIsUnderstoodInItsReadersLanguage() throws IOException {
        for (String name : List.of("Kenya", "Кения", "肯尼亚", "كينيا", "케냐")) {
            assertEquals(total("/api/search?country=KE"), total("/api/search?q=" + encode("country:" + name)), name);
        }
    }

    @Test
    void searchNarrowsAndPages() throws IOException {
        assertEquals(5, total("/api/search"));
        assertEquals(2, total("/api/search?source=" + encode("Gazette, The Daily")), "a comma is part of the name");
        assertEquals(2, total("/api/search?country=KE&country=TZ"));
        assertEquals(1, total("/api/search?country=KE&country=TZ&year=2016"));
        assertEquals(1, total("/api/search?yearFrom=2015&yearTo=2020"));
        assertEquals(1, total("/api/search?yearFrom=2015"));
        assertEquals(3, total("/api/search?year=unknown"));
        assertEquals(0, total("/api/search?q=nurses+treaty"));
        assertEquals(2, total("/api/search?q=nurses+treaty&match=any"));
        JsonNode newest = server.json("/api/search?sort=newest&limit=1&facets=false");
        assertEquals("To edit", newest.get("hits").get(0).get("title").stringValue());
        assertEquals(0, newest.get("facets").size());
        Set<String> seen = new TreeSet<>();
        for (int offset = 0; offset < 5; offset++) {
            seen.add(server.json("/api/search?limit=1&offset=" + offset)
                    .get("hits")
                    .get(0)
                    .get("id")
                    .stringValue());
        }
        assertEquals(5, seen.size());
        assertEquals(0, server.json("/api/search?limit=0").get("hits").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=1001",
                "limit=-1",
                "limit=x",
                "offset=-1",
                "offset=99999999999",
                "sort=best",
                "match=some",
                "countHits=yes",
                "yearFrom=2020&yearTo=2010",
                "yearFrom=soon",
                "year=20x4",
                "contry=KE",
                "limit=1&limit=2"
            })
    void aWrongParameterIsNamed(String query) throws IOException {
        String sentence = refusal(http.get("/api/search?" + query), 400);
        assertTrue(sentence.contains(query.substring(0, query.indexOf('='))), sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"unbalanced", "AND", "((((", "a:b:c/d\\e", "*", "NOT", "\u0000", "'; drop table document; --"})
    void noQueryIsAnError(String query) throws IOException {
        assertTrue(server.json("/api/search?q=" + encode(query)).get("total").isNumber());
    }
}
