package sourcebook.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;
import sourcebook.extraction.MarkupElements;
import sourcebook.reading.CleanPage.Kind;
import sourcebook.reading.CleanPage.Look;
import sourcebook.reading.PagePiece.Run;
import sourcebook.reading.PagePiece.Said;

/// Takes the source of a page apart: walks its elements in order. Used once, for one page.
final class PageWalk implements NodeVisitor {
    /// Inside of such an element a sign is part of the text and not shown: what a list's own marks stand
    /// for.
    static final String SIGN = "sb-sign";

    private static final Set<String> UNSEEN = Set.of(
            "script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "select", "form");

    private static final Map<String, Look> LOOKS = looks();
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> LISTS = Set.of("ul", "ol");
    private static final Set<String> CELLS = Set.of("td", "th");

    private static final int LEAST_ALT = 3;
    private static final Pattern SPAN = Pattern.compile("[1-9]\\d?");

    private final Function<Element, String> images;
    private final boolean laidOut;
    private final List<PagePiece> pieces = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private final List<Run> runs = new ArrayList<>();
    private final Map<Look, Integer> looks = new HashMap<>(); // how many elements ask for each
    private final IdentityHashMap<Element, Boolean> tables = new IdentityHashMap<>(); // whether they hold data
    private final IdentityHashMap<Element, Integer> numbers = new IdentityHashMap<>(); // of tables, lists, rows
    private final IdentityHashMap<Element, Integer> columns = new IdentityHashMap<>(); // open cells; rows: taken ones
    private Element around;
    private @Nullable Gathered gathered; // a cell that more may come to
    private int unseen;

    /// What was said in a cell so far.
    private record Gathered(Element cell, PagePiece piece, StringBuilder words, List<Run> runs) {
        void add(Said more) {
            words.append('\n');
            int by = words.length();
            words.append(more.words());
            more.runs().forEach(run -> runs.add(new Run(run.start() + by, run.end() + by, run.look())));
        }
    }

    private PageWalk(Document page, Function<Element, String> images, boolean laidOut) {
        this.images = images;
        this.laidOut = laidOut;
        this.around = page.body();
    }

    /// @param images what to show for an `img` element, empty if it is not held
    /// @param laidOut whether its tables may only place things on the screen, and its line ends mean
    ///     nothing: a web page
    /// @throws java.util.concurrent.CancellationException when the thread is interrupted
    static List<PagePiece> of(Document page, Function<Element, String> images, boolean laidOut) {
        PageWalk walk = new PageWalk(page, images, laidOut);
        page.body().traverse(walk);
        walk.end();
        walk.endCell();
        return walk.pieces;
    }

    @Override
    public void head(Node node, int depth) {
        Wanted.check();
        if (node instanceof Element element) {
            String name = element.normalName();
            Look look = LOOKS.get(name);
            if (UNSEEN.contains(name)) {
                unseen++;
            } else if (name.equals("br")) {
                words.append('\n');
            } else if (unseen == 0 && name.equals("img")) {
                image(element);
            } else if (look != null) {
                looks.merge(look, 1, Integer::sum);
            } else if (isBlock(name)) {
                end();
                around = element;
                if (CELLS.contains(name)) {
                    column(element);
                }
            }
        } else if (unseen == 0 && node instanceof TextNode text) {
            int from = words.length();
            words.append(text.getWholeText());
            looks.forEach((look, count) -> {
                if (count > 0) {
                    runs.add(new Run(from, words.length(), look));
                }
            });
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            String name = element.normalName();
            Look look = LOOKS.get(name);
            if (UNSEEN.contains(name)) {
                unseen--;
            } else if (look != null) {
                looks.merge(look, -1, Integer::sum);
            } else if (isBlock(name)) {
                end();
                Element parent = element.parent();
                around = parent == null ? element : parent;
                columns.remove(element); // what it was needed for is over
            }
        }
    }

    private static boolean isBlock(String name) {
        return MarkupElements.BLOCKS.contains(name) || name.equals("body");
    }

    private static Map<String, Look> looks() {
        Map<String, Look> looks = new HashMap<>(Map.of(SIGN, Look.SIGN));
        MarkupElements.STRONG.forEach(name -> looks.put(name, Look.STRONG));
        MarkupElements.EMPHASIS.forEach(name -> looks.put(name, Look.EMPHASIS));
        return Map.copyOf(looks);
    }

    /// Counts the columns of a row on.
    private void column(Element cell) {
        Element row = cell.parent();
        int column = row == null ? 0 : columns.getOrDefault(row, 0);
        String span = cell.hasAttr("colspan") ? cell.attr("colspan") : "";
        columns.put(cell, column);
        if (row != null) {
            columns.put(row, column + (SPAN.matcher(span).matches() ? Integer.parseInt(span) : 1));
        }
    }

    private void image(Element element) {
        String alt = element.attr("alt").strip();
        String source = images.apply(element);
        if (!source.isEmpty() || alt.length() >= LEAST_ALT) {
            end();
            add(PagePiece.image(alt, source));
        }
    }

    /// Takes what was said since the last block began or ended.
    private void end() {
        Element pre = inside(around, Set.of("pre"));
        Said said = Said.of(words, runs, !laidOut || pre != null);
        words.setLength(0);
        runs.clear();
        if (!said.words().isEmpty()) {
            take(said);
        }
    }

    private void take(Said said) {
        Element cell = inside(around, CELLS);
        Element table = cell == null ? null : inside(cell, Set.of("table"));
        Element row = cell == null ? null : inside(cell, Set.of("tr"));
        if (cell != null && row != null && table != null && tables.computeIfAbsent(table, this::data)) {
            if (gathered != null && gathered.cell().equals(cell)) {
                gathered.add(said);
            } else {
                endCell();
                gathered = new Gathered(
                        cell, cell(cell, row, table), new StringBuilder(said.words()), new ArrayList<>(said.runs()));
            }
        } else {
            add(piece(said));
        }
    }

    private void add(PagePiece piece) {
        endCell();
        pieces.add(piece);
    }

    private void endCell() {
        Gathered cell = gathered;
        if (cell != null) {
            pieces.add(cell.piece().saying(new Said(cell.words().toString(), cell.runs())));
            gathered = null;
        }
    }

    /// Without what is said in it.
    private PagePiece cell(Element cell, Element row, Element table) {
        Kind kind = cell.normalName().equals("th") ? Kind.HEAD : Kind.CELL;
        return new PagePiece(
                kind, "", 0, number(table), number(row), columns.getOrDefault(cell, 0), false, "", List.of());
    }

    private PagePiece piece(Said said) {
        Element heading = inside(around, HEADINGS);
        if (heading != null) {
            return PagePiece.of(Kind.HEADING, heading.normalName().charAt(1) - '0', said);
        }
        Element item = inside(around, Set.of("li"));
        Element list = item == null ? null : inside(item, LISTS);
        if (item != null && list != null) {
            int level = (int) item.parents().stream()
                    .filter(one -> LISTS.contains(one.normalName()))
                    .count();
            return PagePiece.item(
                    level, number(outermost(list)), list.normalName().equals("ol"), said);
        }
        if (inside(around, Set.of("blockquote")) != null) {
            return PagePiece.of(Kind.QUOTE, 0, said);
        }
        return PagePiece.of(inside(around, Set.of("pre")) == null ? Kind.PARAGRAPH : Kind.CODE, 0, said);
    }

    private static Element outermost(Element list) {
        Element found = list;
        for (Element one = list; one != null; one = one.parent()) {
            found = LISTS.contains(one.normalName()) && one.normalName().equals(list.normalName()) ? one : found;
        }
        return found;
    }

    private int number(Element whole) {
        return numbers.computeIfAbsent(whole, _ -> numbers.size() + 1);
    }

    private static @Nullable Element inside(@Nullable Element element, Set<String> names) {
        for (Element one = element; one != null; one = one.parent()) {
            if (names.contains(one.normalName())) {
                return one;
            }
        }
        return null;
    }

    /// Whether a table holds data: rows with several cells, and on a web page nothing laid out inside them.
    private boolean data(Element table) {
        if (!laidOut) {
            return table.selectFirst("table table") == null && table.selectFirst("td + td, th + td, th + th") != null;
        }
        String role = table.attr("role").toLowerCase(Locale.ROOT);
        return !role.equals("presentation")
                && table.select("table table, td p + p, td h1, td h2, td h3, td ul")
                        .isEmpty()
                && table.select("tr:has(td + td, th + td, th + th)").size() > 1;
    }
}
