package sourcebook.extraction.worker;

import java.io.Reader;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/// The text of an HTML page that a person sees, blocks as lines, cells apart by tabs.
final class VisibleText implements NodeVisitor {
    private static final Set<String> UNSEEN =
            Set.of("head", "script", "style", "template", "noscript", "svg", "math", "object", "iframe", "select");

    private final StringBuilder text = new StringBuilder();
    private int unseen;
    private int row; // where the text of the table row under way begins
    private int cells; // ended since the last text in the row
    private int kept;

    private VisibleText() {}

    static String of(String html) {
        return of(Jsoup.parse(html));
    }

    /// Parsed as it is read: a source that fails ends the parsing.
    ///
    /// @throws java.io.UncheckedIOException when the source fails
    static String of(Reader html) {
        return of(Parser.htmlParser().parseInput(html, ""));
    }

    private static String of(Document page) {
        var visible = new VisibleText();
        NodeTraversor.traverse(visible, page);
        return visible.text.toString().strip();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words && unseen == 0) {
            append(words.getWholeText());
        } else if (node instanceof Element element) {
            String name = element.normalName();
            if (UNSEEN.contains(name)) {
                unseen++;
            } else if (name.equals("br")) {
                text.append('\n');
            } else if (breaks(element)) {
                line();
            }
            if (name.equals("tr")) {
                row = text.length();
            }
            if (name.equals("pre")) {
                kept++;
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            String name = element.normalName();
            if (UNSEEN.contains(name)) {
                unseen--;
            } else if (name.equals("td") || name.equals("th")) {
                cells++;
            } else if (breaks(element)) {
                if (name.equals("tr")) {
                    cells = 0;
                }
                line();
            }
            if (name.equals("pre")) {
                kept--;
            }
        }
    }

    /// Cells stand beside each other; what begins a line inside of them does so.
    private static boolean breaks(Element element) {
        String name = element.normalName();
        return element.isBlock() && !name.equals("td") && !name.equals("th");
    }

    private void append(String words) {
        if (cells > 0 && !words.isBlank()) {
            trim(row);
            text.repeat('\t', cells);
            cells = 0;
        }
        if (kept > 0) {
            text.append(words);
            return;
        }
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
                if (!text.isEmpty() && !atSpace()) {
                    text.append(' ');
                }
            } else {
                text.append(c);
            }
        }
    }

    private boolean atSpace() {
        char last = text.charAt(text.length() - 1);
        return last == ' ' || last == '\n' || last == '\t';
    }

    private void line() {
        trim(0);
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }

    private void trim(int from) {
        int end = text.length();
        while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        text.setLength(end);
    }
}
