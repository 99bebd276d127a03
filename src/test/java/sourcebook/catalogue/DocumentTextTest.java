package sourcebook.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentTextTest {
    @Test
    void aQuotationHasNoGapInsideABrokenWord() {
        assertEquals("train-ing abroad", DocumentText.withoutBrokenWords("train-\ning abroad"));
        assertEquals("train-ing", DocumentText.withoutBrokenWords("train- \r\n  ing"));
        assertEquals("2014-\n2016", DocumentText.withoutBrokenWords("2014-\n2016"));
        assertEquals("Sino-\nAfrican", DocumentText.withoutBrokenWords("Sino-\nAfrican"));
        assertEquals("a - b", DocumentText.withoutBrokenWords("a - b"));
        assertEquals("one\ntwo", DocumentText.withoutBrokenWords("one\ntwo"));
        assertEquals("-\nx", DocumentText.withoutBrokenWords("-\nx"));
    }

    @Test
    void everyCharacterIsOnOnePage() {
        List<Integer> starts = List.of(0, 5, 5, 9);
        assertEquals(1, DocumentText.pageAt(starts, 0));
        assertEquals(1, DocumentText.pageAt(starts, 4));
        assertEquals(3, DocumentText.pageAt(starts, 5), "page 2 is empty");
        assertEquals(4, DocumentText.pageAt(starts, 100));
    }
}
