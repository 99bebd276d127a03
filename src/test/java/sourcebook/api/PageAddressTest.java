package sourcebook.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import sourcebook.analysis.BatchRow;
import sourcebook.analysis.ConcordanceRow;
import sourcebook.catalogue.DocumentId;
import sourcebook.search.Layer;
import sourcebook.search.SearchRequest;

class PageAddressTest {
    private static ConcordanceRow row(Layer layer) {
        return new ConcordanceRow(
                null,
                new DocumentId("ab".repeat(32)),
                "A title",
                null,
                null,
                List.of(),
                "a.html",
                1,
                layer,
                "before ",
                "hit",
                " after",
                120,
                123);
    }

    @Test
    void aHitAroundTheTextHasNoPlaceInIt() {
        SearchRequest request = SearchRequest.of("in:furniture hit");
        assertTrue(PageAddress.of(row(Layer.TEXT), request).endsWith("&page=1&at=120"));
        String around = PageAddress.of(row(Layer.FURNITURE), request);
        assertTrue(around.endsWith("&page=1"), around);
        assertFalse(around.contains("at=120"), around);
    }

    @Test
    void whatIsAskedIsWrittenForAddresses() {
        assertEquals("?q=%22a+b%22", PageAddress.of(SearchRequest.of("\"a b\"")));
    }

    @Test
    void anyOfTheWordsAreAlternativesInAnAddress() {
        BatchRow row = new BatchRow(1, "1", "a b", 1, 1, 1, 2, "a OR b", List.of(), false);
        assertEquals("?q=a+OR+b", PageAddress.of(row, SearchRequest.of("").withAnyWord(true)));
        assertEquals("?q=a+b", PageAddress.of(row, SearchRequest.of("")));
    }
}
