package sourcebook.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sourcebook.search.QueryCompletion.Completion;

class QueryCompletionTest {
    @Test
    void fieldsAreOfferedByTheirBeginning() {
        assertEquals(List.of("title:"), texts("peace ti"));
        assertEquals(List.of("creator:", "country:"), texts("-c", "-cr", "co"));
        assertEquals(List.of("in:furniture "), texts("in"));
        assertEquals(
                List.of("party:"),
                QueryCompletion.at("par", 3, Set.of("party")).stream()
                        .map(Completion::text)
                        .toList());
        assertEquals(List.of(), texts("p"));
        assertEquals(List.of(), texts("\"peace ti"));
    }

    @Test
    void valuesAreOfferedByTheirNames() {
        assertTrue(texts("country:Tanz").contains("TZ"));
        assertTrue(texts("language:swah").contains("sw"));
        assertEquals(List.of("ocr"), texts("has:o"));
        assertEquals(List.of("furniture "), texts("a in:fur"));
    }

    @Test
    void standsWhereTheCaretIs() {
        Completion completion =
                QueryCompletion.at("peace coun war", 10, Set.of()).getFirst();
        assertEquals("peace country: war", completion.in("peace coun war"));
    }

    /// What each of several beginnings offers, once.
    private static List<String> texts(String... typed) {
        return java.util.Arrays.stream(typed)
                .flatMap(one -> QueryCompletion.at(one, one.length()).stream())
                .map(Completion::text)
                .distinct()
                .toList();
    }
}
