package sourcebook.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.junit.jupiter.api.Test;

/// A lean page gives a parser the same tree as the whole one, less styles, programs and comments.
class LeanHtmlTest {
    private static final List<String> PIECES = List.of(
            "<p>",
            "</p>",
            "<div class=\"a > b\" title='<script>'>",
            "</div>",
            "words & signs < > ",
            "<!-- a comment with <script> in it -->",
            "<!-->",
            "<!--->",
            "<!-- ends oddly --!>",
            "-->",
            "<!doctype html>",
            "<script>var a = '<p>';</script>",
            "<script>",
            "</script>",
            "<SCRIPT type=\"application/ld+json\">{\"datePublished\": \"2014-03-01\"}</SCRIPT >",
            "<script>window.data = {\"datePublished\": \"2014-03-01\"};</script>",
            "<script><!-- <script> --></script>",
            "<style>p > b { color: red }</style>",
            "<style>",
            "</style>",
            "<textarea><script></textarea>",
            "<title><b></title>",
            "<iframe><p></iframe>",
            "<noscript><p>in words</p></noscript>",
            "<svg><path d=\"" + "M0 1 L20 30 ".repeat(9) + "\"/><style>a</style></svg>",
            "<img src=\"data:image/png;base64," + "A".repeat(200) + "\" alt='An image'>",
            "<a href=x title=\"",
            "\">",
            "<",
            "</",
            "<a b=c d",
            "<plaintext");

    private final long seed = Long.getLong("sourcebook.test.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void aParserMakesTheSameTreeOfIt() {
        for (int round = 0; round < 20_000; round++) {
            StringBuilder page = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                page.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            String html = page.toString();
            assertEquals(bare(html), bare(LeanHtml.of(html)), "seed " + seed + ": " + html);
        }
    }

    @Test
    void whatSaysNothingIsGoneAndDataStays() {
        String lean = LeanHtml.of(String.join("\n", PIECES.subList(11, 16)) + PIECES.get(17) + PIECES.get(25));
        assertTrue(lean.contains("window.data"), lean);
        assertTrue(lean.contains("application/ld+json"), lean);
        assertTrue(!lean.contains("color") && !lean.contains("AAAA"), lean);
    }

    /// The tree without what a lean page leaves out.
    private static String bare(String html) {
        Document document = Jsoup.parse(html);
        for (Element element : document.getAllElements()) {
            if (element.normalName().equals("style")
                    || (element.normalName().equals("script") && !element.data().contains("datePublished"))) {
                element.empty();
            }
            if (element.attr("d").length() > 40) {
                element.attr("d", "");
            }
            if (element.attr("src").startsWith("data:image")) {
                element.attr("src", "data:image");
            }
            element.childNodes().stream()
                    .filter(Comment.class::isInstance)
                    .toList()
                    .forEach(Node::remove);
        }
        return document.outerHtml();
    }
}
