package sourcebook.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import sourcebook.catalogue.DocumentText;
import sourcebook.reading.CleanPage.Kind;
import sourcebook.reading.CleanPage.Part;

class PagePartsTest {
    private static List<Part> parts(String body, String text) {
        Document page = Jsoup.parse("<html><body>" + body + "</body></html>");
        PageImagesKept images = PageImagesKept.of(page, page, _ -> "");
        return PageParts.withoutOuterImages(
                PageParts.of(DocumentText.of(text), PageWalk.of(page, images::source, true), 0));
    }

    @Test
    void tablesAndListsBesideEachOtherAreTold() {
        String table = "<table><tr><td>%s one</td><td>two</td></tr><tr><td>three</td><td>four</td></tr></table>";
        List<Part> parts = parts(
                table.formatted("first") + table.formatted("second") + "<ul><li>fifth</li><li>sixth</li></ul>",
                "first one\ntwo\nthree\nfour\nsecond one\ntwo\nthree\nfour\nfifth\nsixth");
        assertEquals(10, parts.size());
        List<Integer> groups = parts.stream().map(Part::group).toList();
        List<Integer> told = groups.stream().distinct().toList();
        assertEquals(
                List.of(0, 0, 0, 0, 1, 1, 1, 1, 2, 2),
                groups.stream().map(told::indexOf).toList());
        assertNotEquals(parts.get(1).row(), parts.get(2).row());
        assertEquals(Kind.ITEM, parts.getLast().kind());
    }

    @Test
    void onlyPixelsThatThePageHoldsAreShown() {
        List<Part> parts = parts(
                "<p>first words</p><img alt='a drawing' src='data:image/svg+xml;base64,PHN2Zz4='>"
                        + "<img alt='a script' src='javascript:alert(1)'><img alt='far away' src='https://example.org/x.png'>"
                        + "<img alt='held' src='data:image/png;base64,iVBORw0KGgo='><p>last words</p>",
                "first words\nlast words");
        List<Part> images =
                parts.stream().filter(part -> part.kind() == Kind.IMAGE).toList();
        assertEquals(
                List.of("a drawing", "a script", "far away", "held"),
                images.stream().map(Part::alt).toList());
        assertEquals(
                List.of("", "", "", "data:image/png;base64,iVBORw0KGgo="),
                images.stream().map(Part::source).toList());
    }

    @Test
    void columnsThatWideCellsTakeAreCounted() {
        Document page = Jsoup.parse(
                "<table><tr><th>fee</th><th colspan=2>months</th><td colspan=oar>years</td><td>end</td></tr>"
                        + "<tr><td>ten</td><td></td><td><p>first of May</p><p>last of <b>June</b></p></td><td>no</td></tr>"
                        + "</table>");
        List<PagePiece> pieces = PageWalk.of(page, _ -> "", false);
        assertEquals(
                List.of(0, 1, 3, 4, 0, 2, 3),
                pieces.stream().map(PagePiece::column).toList());
        assertEquals("first of May\nlast of June", pieces.get(5).words());
    }

    @Test
    void aCellOfManyParagraphsIsOnePart() {
        int many = 10_000;
        String paragraphs = IntStream.range(0, many)
                .mapToObj("<p>line <b>n%d</b></p>"::formatted)
                .collect(Collectors.joining());
        String text = IntStream.range(0, many).mapToObj("line n%d"::formatted).collect(Collectors.joining("\n"));
        Document page = Jsoup.parse("<table><tr><td>first</td><td>" + paragraphs + "</td></tr></table>");
        List<PagePiece> pieces = PageWalk.of(page, _ -> "", false);
        assertEquals(
                List.of("first", text), pieces.stream().map(PagePiece::words).toList());
        PagePiece.Run last = pieces.getLast().runs().getLast();
        assertEquals("n" + (many - 1), text.substring(last.start(), last.end()));
    }

    @Test
    void aWideTableIsReadInOneWalk() {
        int wide = 20_000;
        String cells =
                IntStream.range(0, wide).mapToObj("<td>n%d</td>"::formatted).collect(Collectors.joining());
        Document page = Jsoup.parse("<table><tr>" + cells + "</tr><tr>" + cells + "</tr></table>");
        List<PagePiece> pieces = PageWalk.of(page, _ -> "", true);
        assertEquals(
                IntStream.range(0, 2 * wide).map(i -> i % wide).boxed().toList(),
                pieces.stream().map(PagePiece::column).toList());
    }

    @Test
    void whatNobodyWaitsForIsNotReadOn() {
        Document page = Jsoup.parse("<p>first words</p>");
        Thread.currentThread().interrupt();
        try {
            assertThrows(CancellationException.class, () -> PageWalk.of(page, _ -> "", true));
            assertThrows(CancellationException.class, () -> MarkdownParts.of(DocumentText.of("first words")));
        } finally {
            assertTrue(Thread.interrupted(), "the thread is left interrupted");
        }
    }

    @Test
    void veryManyPiecesAreShownByTheLinesOfTheText() {
        List<PagePiece> pieces = PageWalk.of(Jsoup.parse("<p>a</p>".repeat(200_001)), _ -> "", false);
        assertEquals(200_001, pieces.size());
        assertEquals(List.of(), PageParts.of(DocumentText.of("a\n".repeat(200_001)), pieces, 0));
    }

    @Test
    void aLongTableIsReadInOneWalk() {
        StringBuilder rows = new StringBuilder();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 4_000; i++) {
            rows.append("<tr><td>n").append(i).append("</td><td>m").append(i).append("</td></tr>");
            text.append('n').append(i).append("\nm").append(i).append('\n');
        }
        List<Part> parts = parts("<table>" + rows + "</table>", text.toString().strip());
        assertEquals(8_000, parts.size());
        assertTrue(parts.stream().allMatch(part -> part.kind() == Kind.CELL && part.group() == 1));
    }
}
