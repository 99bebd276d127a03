package sourcebook.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import sourcebook.catalogue.DocumentText;
import sourcebook.reading.CleanPage.Kind;
import sourcebook.reading.CleanPage.Part;

/// Finds the parts of a text in the page it was taken from: walks the page's elements, aligns what they say with the
/// text, and takes what no element accounts for as paragraphs. Used once, for one page.
final class PageParts implements NodeVisitor {
    private static final Set<String> UNSEEN = Set.of(
            "script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "select", "form");

    /// Elements of which each begins a part of its own.
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "aside",
            "header",
            "footer",
            "nav",
            "address",
            "blockquote",
            "pre",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "dl",
            "li",
            "dt",
            "dd",
            "table",
            "caption",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "td",
            "th",
            "figure",
            "figcaption",
            "details",
            "summary",
            "hr",
            "center",
            "body",
            "fieldset");

    /// A part of which less is found in the text than this was not in it.
    private static final double FOUND = 0.5;

    private static final int LEAST_ALT = 3;

    /// A piece of the page that may be a part: its words as the page has them.
    private record Piece(Kind kind, String words, int level, int group, int row, boolean ordered, String source) {}

    private final PageImagesKept images;
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private final IdentityHashMap<Element, Boolean> tables = new IdentityHashMap<>(); // whether they hold data
    private final IdentityHashMap<Element, Integer> groups =
            new IdentityHashMap<>(); // numbers of tables and lists, from 1
    private Element around;
    private int unseen;

    private PageParts(Document page, PageImagesKept images) {
        this.images = images;
        this.around = page.body();
    }

    static List<Part> of(DocumentText text, Document page, PageImagesKept images) {
        PageParts parts = new PageParts(page, images);
        page.body().traverse(parts);
        parts.end();
        return parts.placed(text);
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof Element element) {
            String name = element.normalName();
            if (UNSEEN.contains(name)) {
                unseen++;
            } else if (name.equals("br")) {
                words.append('\n');
            } else if (unseen == 0 && name.equals("img")) {
                image(element);
            } else if (BLOCKS.contains(name)) {
                end();
                around = element;
            }
        } else if (unseen == 0 && node instanceof TextNode text) {
            words.append(text.getWholeText());
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            String name = element.normalName();
            if (UNSEEN.contains(name)) {
                unseen--;
            } else if (BLOCKS.contains(name)) {
                end();
                Element parent = element.parent();
                around = parent == null ? element : parent;
            }
        }
    }

    private void image(Element element) {
        String alt = element.attr("alt").strip();
        String source = images.source(element);
        if (!source.isEmpty() || alt.length() >= LEAST_ALT) {
            end();
            pieces.add(new Piece(Kind.IMAGE, alt, 0, 0, 0, false, source));
        }
    }

    /// Takes what was said since the last block began or ended.
    private void end() {
        String said = words.toString();
        words.setLength(0);
        if (!said.isBlank()) {
            pieces.add(piece(said));
        }
    }

    private Piece piece(String said) {
        Element cell = inside(around, Set.of("td", "th"));
        Element table = cell == null ? null : inside(cell, Set.of("table"));
        if (cell != null && table != null && tables.computeIfAbsent(table, PageParts::data)) {
            Element row = inside(cell, Set.of("tr"));
            int at = row == null
                    ? 0
                    : row.siblingIndex()
                            + 100_000 * (row.parent() == null ? 0 : row.parent().siblingIndex());
            Kind kind = cell.normalName().equals("th") ? Kind.HEAD : Kind.CELL;
            return new Piece(kind, said, 0, group(table), at, false, "");
        }
        Element heading = inside(around, Set.of("h1", "h2", "h3", "h4", "h5", "h6"));
        if (heading != null) {
            return new Piece(Kind.HEADING, said, heading.normalName().charAt(1) - '0', 0, 0, false, "");
        }
        Element item = inside(around, Set.of("li"));
        Element list = item == null ? null : inside(item, Set.of("ul", "ol"));
        if (item != null && list != null) {
            int level = (int) item.parents().stream()
                    .filter(one -> Set.of("ul", "ol").contains(one.normalName()))
                    .count();
            boolean ordered = list.normalName().equals("ol");
            return new Piece(Kind.ITEM, said, level, group(list), 0, ordered, "");
        }
        if (inside(around, Set.of("blockquote")) != null) {
            return new Piece(Kind.QUOTE, said, 0, 0, 0, false, "");
        }
        Kind kind = inside(around, Set.of("pre")) == null ? Kind.PARAGRAPH : Kind.CODE;
        return new Piece(kind, said, 0, 0, 0, false, "");
    }

    private int group(Element whole) {
        return groups.computeIfAbsent(whole, _ -> groups.size() + 1);
    }

    private static @org.jspecify.annotations.Nullable Element inside(
            @org.jspecify.annotations.Nullable Element element, Set<String> names) {
        for (Element one = element; one != null; one = one.parent()) {
            if (names.contains(one.normalName())) {
                return one;
            }
        }
        return null;
    }

    /// Whether a table holds data: rows with several cells and nothing laid out inside them.
    private static boolean data(Element table) {
        String role = table.attr("role").toLowerCase(Locale.ROOT);
        return !role.equals("presentation")
                && table.select("table table, td p + p, td h1, td h2, td h3, td ul")
                        .isEmpty()
                && table.select("tr:has(td + td, th + td, th + th)").size() > 1;
    }

    private List<Part> placed(DocumentText text) {
        StringBuilder printed = new StringBuilder();
        List<int[]> ranges = new ArrayList<>();
        for (Piece piece : pieces) {
            int from = printed.length();
            if (piece.kind() != Kind.IMAGE) {
                // one line each: the text has a part's words in one line, too
                printed.append(piece.words().strip().replaceAll("\\s+", " "));
            }
            ranges.add(new int[] {from, printed.length()});
            printed.append('\n');
        }
        Alignment alignment = Alignment.of(printed.toString(), text.text());
        List<Part> found = new ArrayList<>();
        int last = 0;
        boolean begun = false;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.kind() == Kind.IMAGE) {
                if (begun) {
                    found.add(part(piece, last, last));
                }
                continue;
            }
            int[] place = place(alignment, printed, ranges.get(i));
            if (place.length == 2 && place[0] >= last) {
                found.add(part(piece, place[0], place[1]));
                last = place[1];
                begun = true;
            }
        }
        while (!found.isEmpty() && found.getLast().kind() == Kind.IMAGE) {
            found.removeLast(); // behind the body: the page's own
        }
        return found.isEmpty() ? List.of() : whole(found, text.text());
    }

    private static Part part(Piece piece, int start, int end) {
        boolean image = piece.kind() == Kind.IMAGE;
        return new Part(
                piece.kind(),
                start,
                end,
                piece.level(),
                piece.group(),
                piece.row(),
                piece.ordered(),
                image ? piece.words() : "",
                piece.source());
    }

    /// From the first character found to the last; empty when too little was.
    private static int[] place(Alignment alignment, CharSequence printed, int[] range) {
        int first = -1;
        int last = -1;
        int count = 0;
        int all = 0;
        for (int at = range[0]; at < range[1]; at++) {
            if (!Character.isWhitespace(printed.charAt(at))) {
                all++;
                int place = alignment.place(at);
                if (place >= 0) {
                    first = first < 0 ? place : first;
                    last = place;
                    count++;
                }
            }
        }
        return count > 0 && count >= FOUND * all && last - first < 2 * (range[1] - range[0])
                ? new int[] {first, last + 1}
                : new int[0];
    }

    /// With what lies between the parts, as paragraphs.
    private static List<Part> whole(List<Part> found, String text) {
        List<Part> all = new ArrayList<>(found);
        int from = 0;
        for (Part part : found) {
            gap(all, text, from, part.start());
            from = Math.max(from, part.end());
        }
        gap(all, text, from, text.length());
        all.sort(Comparator.comparingInt(Part::start).thenComparingInt(Part::end));
        return all;
    }

    private static void gap(List<Part> all, String text, int from, int to) {
        int at = from;
        while (at < to) {
            int end = text.indexOf('\n', at);
            end = end < 0 || end > to ? to : end;
            if (!text.substring(at, end).isBlank()) {
                all.add(new Part(Kind.PARAGRAPH, at, end, 0, 0, 0, false, "", ""));
            }
            at = end + 1;
        }
    }
}
