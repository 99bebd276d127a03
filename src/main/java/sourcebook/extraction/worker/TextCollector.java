package sourcebook.extraction.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// The XHTML that Tika makes of a document, as text: paragraphs are lines, cells are apart by tabs, slides are pages.
final class TextCollector extends DefaultHandler {
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "ul",
            "ol",
            "tr",
            "table",
            "thead",
            "tbody",
            "dt",
            "dd",
            "blockquote",
            "section",
            "article",
            "pre",
            "title",
            "hr",
            "body");
    private static final Set<String> UNSEEN = Set.of("head", "script", "style");

    private final Request request;
    private final Progress progress;
    private final Set<String> slides;
    private final List<String> pages = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private long characters;
    private int unseen;
    private int row; // where the text of the table row under way begins
    private int cells; // ended since the last text in the row
    private boolean pageOpen;

    /// @param slides classes of the `div`s that begin a page
    TextCollector(Request request, Progress progress, Set<String> slides) {
        this.request = request;
        this.progress = progress;
        this.slides = slides;
    }

    /// At least one.
    List<String> pages() {
        List<String> all = new ArrayList<>(pages);
        all.add(text.toString().strip());
        return all;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        if (UNSEEN.contains(localName)) {
            unseen++;
        } else if (localName.equals("br")) {
            text.append('\n');
        } else if (BLOCKS.contains(localName)) {
            line();
            if (localName.equals("tr")) {
                row = text.length();
            }
            if (localName.equals("div") && slides.contains(String.valueOf(attributes.getValue("class")))) {
                page();
            }
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        if (UNSEEN.contains(localName)) {
            unseen--;
        } else if (localName.equals("td") || localName.equals("th")) {
            cells++;
        } else if (BLOCKS.contains(localName)) {
            if (localName.equals("tr")) {
                cells = 0;
            }
            line();
        }
    }

    @Override
    public void characters(char[] ch, int start, int length) throws SAXException {
        if (unseen > 0) {
            return;
        }
        progress.moved();
        characters += length;
        if (characters > request.maxTextCharacters()) {
            throw new SAXException(Draft.tooMuchText(request.maxTextCharacters()));
        }
        if (cells > 0 && !isBlank(ch, start, length)) {
            trim(row);
            text.repeat('\t', cells);
            cells = 0;
        }
        for (int i = start; i < start + length; i++) {
            if (ch[i] != '\uFFFD') { // what Tika puts for a control character
                text.append(ch[i]);
            }
        }
    }

    @Override
    public void ignorableWhitespace(char[] ch, int start, int length) throws SAXException {
        if (length == 1 && !text.isEmpty() && ch[start] == ' ') {
            text.append(' ');
        }
    }

    private void page() {
        if (pageOpen) {
            pages.add(text.toString().strip());
            text.setLength(0);
            row = 0;
        }
        pageOpen = true;
    }

    private static boolean isBlank(char[] ch, int start, int length) {
        for (int i = start; i < start + length; i++) {
            if (!Character.isWhitespace(ch[i])) {
                return false;
            }
        }
        return true;
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
