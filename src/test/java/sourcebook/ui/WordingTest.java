package sourcebook.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void datesReadAsFarAsTheyAreKnown() {
        assertEquals("18 July 2014", Wording.date("2014-07-18"));
        assertEquals("July 2014", Wording.date("2014-07"));
        assertEquals("2014", Wording.date("2014"));
        assertEquals("undated", Wording.date((String) null));
        assertEquals("next week", Wording.date("next week"));
    }

    @Test
    void countsAgreeWithTheirNoun() {
        assertEquals("1 hit", Wording.count(1, "hit", "hits"));
        assertEquals("0 hits", Wording.count(0, "hit", "hits"));
        assertEquals("1,204 hits", Wording.count(1204, "hit", "hits"));
    }

    @Test
    void sizesAreShort() {
        assertEquals("1 byte", Wording.size(1));
        assertEquals("999 bytes", Wording.size(999));
        assertEquals("3.7 kB", Wording.size(3_700));
        assertEquals("29 kB", Wording.size(29_000));
        assertEquals("2.4 MB", Wording.size(2_446_395));
    }

    @Test
    void timesAreWhatOneWantsToKnowWhileWaiting() {
        assertEquals("1 second", Wording.duration(Duration.ofMillis(20)));
        assertEquals("45 seconds", Wording.duration(Duration.ofSeconds(45)));
        assertEquals("12 minutes", Wording.duration(Duration.ofMinutes(12)));
        assertEquals("3 hours", Wording.duration(Duration.ofMinutes(175)));
    }

    @Test
    void aDocumentSaysWhatItIs() {
        assertEquals("article, 22 pages", Wording.kind("article", 22));
        assertEquals("letter", Wording.kind("letter", 1));
        assertEquals("document", Wording.kind(null, 1));
        assertEquals("PDF", Wording.format("application/pdf"));
        assertEquals("plain text", Wording.format("text/plain; charset=UTF-8"));
        assertEquals("application/x-odd", Wording.format("application/x-odd"));
    }
}
