package sourcebook.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShownRecordTest {
    @Test
    void whatIsPackedComesBack() {
        ShownRecord full = new ShownRecord(
                "a/b.pdf",
                "Título 中",
                "1999-05",
                "Gazette",
                List.of("TZ", "CN"),
                "en",
                "report",
                "empty",
                List.of(0, 7, 7));
        ShownRecord bare = new ShownRecord("b", "b", null, null, List.of(), null, null, null, List.of(0));
        assertEquals(full, ShownRecord.unpacked(full.packed()));
        assertEquals(bare, ShownRecord.unpacked(bare.packed()));
    }
}
