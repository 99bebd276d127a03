package sourcebook.description;

import java.util.List;
import java.util.Map;

/// Makes materials for tests.
final class Documents {
    private Documents() {}

    static Material page(String html) {
        return new Material("saved/page.html", "text/html", Map.of(), List.of(), html, List.of());
    }

    static Material text(String text) {
        return new Material("letters/letter.txt", "text/plain", Map.of(), List.of(text), null, List.of());
    }

    static Material markdown(String text) {
        return new Material("notes/note.md", "text/markdown", Map.of(), List.of(text), null, List.of());
    }

    static Material pdf(Map<String, List<String>> metadata, List<String> pages, List<Material.Line> lines) {
        return new Material("reports/r.pdf", "application/pdf", metadata, pages, null, lines);
    }

    /// An article with furniture around it.
    ///
    /// @param head what stands in the page's head
    /// @param byline what stands between headline and text
    static String article(String head, String byline) {
        return """
                <!doctype html><html lang="en"><head><title>Bridges of the north | The Fjord Herald</title>%s</head><body>
                <nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport and leisure in the region</a></li></ul></nav>
                <div id="wrap"><main><h1>Bridges of the north</h1>%s
                <div class="entry-content">
                <p>The first bridge over the sound was built by <b>work</b>ers who came from four valleys, and it stood for ninety years.</p>
                <h2>Stone and timber</h2>
                <p>Stone was dear, timber was near, and so the second bridge was made of both, as the <i>ledgers</i> of the parish show.</p>
                <ul><li>larch for the piles</li><li>oak for the deck</li></ul>
                <blockquote><p>Nobody who crossed it in winter forgot the sound of it, wrote the pastor to his sister in the south.</p></blockquote>
                <table><tr><td>1790</td><td>timber</td></tr><tr><td>1881</td><td>iron</td></tr></table>
                <p>The third bridge is the one that we know today, and the council wants to paint it before the summer.</p>
                <p>Related articles</p><ul><li><a href="/a">Ferries of the south and their captains</a></li></ul>
                </div></main>
                <aside class="sidebar"><p>Subscribe to the weekly letter of the editors, and you will never miss a bridge again.</p></aside>
                <footer>Imprint and contact of the Herald. All rights reserved.</footer></div></body></html>
                """.formatted(head, byline);
    }
}
