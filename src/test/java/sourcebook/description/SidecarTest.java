package sourcebook.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import sourcebook.catalogue.Confidence;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.Evidenced;

final class SidecarTest {
    @Test
    void readsKnownColumnsInAnyOrderAndKeepsOthersAsCustom() {
        Sidecar sidecar = Sidecar.parse("""
                date,path,Title,creators,country,published_in,language,url,Shelf mark
                2019-05,a/b.pdf,"A title, with comma",Ann Lee; Bo Chen,TZ;Kenya,United Kingdom,German,https://example.org/x,B 12
                """);
        assertEquals(List.of(), sidecar.problems());
        DocumentRecord record = sidecar.row("a/b.pdf").orElseThrow().over(DocumentRecord.EMPTY);
        assertEquals("A title, with comma", record.titleText());
        assertEquals(
                List.of("Ann Lee", "Bo Chen"),
                record.creators().stream().map(Evidenced::value).toList());
        assertEquals(
                List.of("TZ", "KE"),
                record.about().stream().map(Evidenced::value).toList());
        assertEquals(
                List.of("GB"),
                record.publishedIn().stream().map(Evidenced::value).toList());
        assertEquals("2019-05", record.date().value().toString());
        assertEquals("de", record.language().value());
        assertEquals("B 12", record.custom().get("Shelf mark").value());
        assertEquals("metadata.csv", record.title().evidence().rule());
    }

    @Test
    void emptyCellsDoNotOverrule() {
        DocumentRecord inferred = DocumentRecord.EMPTY
                .withTitle(Evidenced.of("Found", "h1", Confidence.MEDIUM))
                .withSource(Evidenced.of("Gazette", "og:site_name", Confidence.HIGH));
        DocumentRecord record = Sidecar.parse("path,title,source\nx.txt,,Herald\n")
                .row("x.txt")
                .orElseThrow()
                .over(inferred);
        assertEquals("Found", record.titleText());
        assertEquals("Herald", record.sourceText());
    }

    @Test
    void toleratesByteOrderMarkSemicolonsTabsAndNewlinesInQuotes() {
        assertEquals(
                "Ü",
                Sidecar.parse("\uFEFFpath;title\nx.txt;Ü\n")
                        .row("x.txt")
                        .orElseThrow()
                        .title());
        assertEquals(
                "a;b",
                Sidecar.parse("path\ttitle\r\nx.txt\ta;b\r\n")
                        .row("x.txt")
                        .orElseThrow()
                        .title());
        assertEquals(
                "two\nlines \"quoted\"",
                Sidecar.parse("path,title\nx.txt,\"two\nlines \"\"quoted\"\"\"\n")
                        .row("./x.txt")
                        .orElseThrow()
                        .title());
    }

    @Test
    void problemsAreSentencesWithTheLine() {
        Sidecar sidecar = Sidecar.parse("path,date,country\na.txt,soon,\nb.txt,2001,Atlantis\n,2001,\n");
        assertEquals(3, sidecar.problems().size(), sidecar.problems().toString());
        assertTrue(sidecar.problems().get(0).startsWith("Line 2 ")
                && sidecar.problems().get(0).contains("soon"));
        assertTrue(sidecar.problems().get(1).startsWith("Line 3 ")
                && sidecar.problems().get(1).contains("Atlantis"));
        assertTrue(sidecar.problems().get(2).startsWith("Line 4 "));
        assertEquals(2001, sidecar.row("b.txt").orElseThrow().date().year());
    }

    @Test
    void whatIsNoSidecarIsSaidAndNeverThrown() {
        assertEquals(1, Sidecar.parse("title,date\nx,2001\n").problems().size());
        assertEquals(
                1,
                Sidecar.parse("path,title\nx,\"open \"quote, y\nz,1\n")
                        .problems()
                        .size());
        assertEquals(Sidecar.NONE, Sidecar.parse("  \n"));
    }
}
