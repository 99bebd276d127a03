package sourcebook.description.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// Lays a page's text out as blocks, in reading order: what inline markup holds runs on without extra
/// blanks, what a
/// block element begins or ends breaks. Used once, for one page.
final class Flow implements NodeVisitor {
    private static final Set<String> INLINE = Set.of(
            "a",
            "abbr",
            "acronym",
            "b",
            "bdi",
            "bdo",
            "big",
            "cite",
            "code",
            "data",
            "del",
            "dfn",
            "em",
            "font",
            "i",
            "ins",
            "kbd",
            "mark",
            "nobr",
            "q",
            "rp",
            "rt",
            "ruby",
            "s",
            "samp",
            "small",
            "span",
            "strike",
            "strong",
            "sub",
            "sup",
            "time",
            "tt",
            "u",
            "var",
            "wbr",
            "label",
            "img",
            "picture",
            "button",
            "o:p",
            "st1:place",
            "amp-img",
            "center-inline");

    private final Furniture furniture;
    private final Deadline deadline;
    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int linkChars;
    private int links;
    private int skipped;
    private int inFurniture;
    private int preformatted;
    private Element owner;

    private Flow(Element root, Furniture furniture, Deadline deadline) {
        this.owner = root;
        this.furniture = furniture;
        this.deadline = deadline;
    }

    /// The blocks below `root`, hidden ones left out.
    static List<Block> of(Element root, Furniture furniture, Deadline deadline) {
        Flow flow = new Flow(root, furniture, deadline);
        root.traverse(flow);
        flow.flush();
        return flow.blocks;
    }

    @Override
    public void head(Node node, int depth) {
        deadline.check();
        if (node instanceof TextNode words) {
            if (skipped == 0) {
                append(words.getWholeText());
            }
        } else if (node instanceof Element element) {
            if (Hints.unseen(element)) {
                skipped++;
                return;
            }
            if (skipped > 0) {
                return;
            }
            switch (element.normalName()) {
                case "br" -> lineBreak();
                case "td", "th" -> cell();
                case "a" -> links += link(element) ? 1 : 0;
                case "pre" -> {
                    flush();
                    preformatted++;
                }
                default -> {}
            }
            if (block(element)) {
                flush();
                owner = element;
            }
            if (furniture.holds(element)) {
                flush();
                inFurniture++;
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        if (Hints.unseen(element)) {
            skipped--;
            return;
        }
        if (skipped > 0) {
            return;
        }
        if (block(element)) {
            flush();
            owner = element.parent() == null ? element : element.parent();
        }
        if (furniture.holds(element)) {
            flush();
            inFurniture--;
        }
        switch (element.normalName()) {
            case "a" -> links -= link(element) ? 1 : 0;
            case "pre" -> preformatted--;
            default -> {}
        }
    }

    /// An address one can write to or call is text: it leads to no other page.
    private static boolean link(Element anchor) {
        String target = anchor.attr("href");
        return !target.startsWith("mailto:") && !target.startsWith("tel:");
    }

    static boolean block(Element element) {
        String tag = element.normalName();
        return !INLINE.contains(tag) && !tag.equals("br") && !tag.equals("td") && !tag.equals("th")
                || (tag.equals("td") || tag.equals("th")) && layout(element);
    }

    /// Is this cell a part of the page's layout rather than of a table of data? Then its paragraphs are
    /// blocks of their
    /// own.
    private static boolean layout(Element cell) {
        for (Element child : cell.children()) {
            if (!INLINE.contains(child.normalName()) && !child.normalName().equals("br")) {
                return true;
            }
        }
        return cell.previousElementSibling() == null && cell.nextElementSibling() == null;
    }

    private void cell() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            trimEnd();
            text.append('\t');
        }
    }

    private void lineBreak() {
        trimEnd();
        if (!text.isEmpty()) {
            text.append('\n');
        }
    }

    private void append(String words) {
        int before = text.length();
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '\u00AD'
                    || c == '\u200B'
                    || c == '\uFEFF'
                    || (Character.isISOControl(c) && !Character.isWhitespace(c))) {
                continue; // hyphens and blanks that are only seen when a line breaks there
            }
            if (preformatted > 0) {
                text.append(c == '\r' ? '\n' : c);
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                if (!text.isEmpty() && " \n\t".indexOf(text.charAt(text.length() - 1)) < 0) {
                    text.append(' ');
                }
            } else {
                text.append(c);
            }
        }
        if (links > 0) {
            linkChars += Math.max(0, text.length() - before);
        }
    }

    private void trimEnd() {
        while (!text.isEmpty() && (text.charAt(text.length() - 1) == ' ' || text.charAt(text.length() - 1) == '\t')) {
            text.setLength(text.length() - 1);
        }
    }

    private void flush() {
        String whole = text.toString().strip();
        if (!whole.isEmpty()) {
            blocks.add(new Block(owner, whole, linkChars, kind(), inFurniture > 0));
        }
        text.setLength(0);
        linkChars = 0;
    }

    private Block.Kind kind() {
        if (preformatted > 0) {
            return Block.Kind.PREFORMATTED;
        }
        for (Element at = owner; at != null; at = at.parent()) {
            switch (at.normalName()) {
                case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                    return Block.Kind.HEADING;
                }
                case "li", "dd", "dt" -> {
                    return Block.Kind.ITEM;
                }
                case "tr" -> {
                    return Block.Kind.ROW;
                }
                case "blockquote", "q" -> {
                    return Block.Kind.QUOTE;
                }
                case "figcaption", "caption" -> {
                    return Block.Kind.CAPTION;
                }
                case "p", "div", "section", "article", "main", "body", "table", "td", "th", "ul", "ol", "dl" -> {
                    return at.normalName().equals("p")
                                    && at.parent() != null
                                    && at.parent().normalName().equals("blockquote")
                            ? Block.Kind.QUOTE
                            : Block.Kind.PARAGRAPH;
                }
                default -> {}
            }
        }
        return Block.Kind.PARAGRAPH;
    }
}
