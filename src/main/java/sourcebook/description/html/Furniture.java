package sourcebook.description.html;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// The regions of one page that are furniture. A region that holds most of the page's text is not
/// furniture, whatever
/// its name says: pages wrap themselves in forms and in boxes called "no-sidebar".
final class Furniture {
    /// Share of a page's text above which a region must be more than furniture.
    private static final double TOO_MUCH = 0.45;

    /// A long discussion below a short article is furniture all the same: an element named the article's
    /// body stands
    /// beside it, with this many characters or more.
    private static final int SHORTEST_BODY = 500;

    /// Whole pages lie in a form; what is larger than this share is no form to fill in.
    private static final double LARGEST_FORM = 0.2;

    private final Set<Element> regions = Collections.newSetFromMap(new IdentityHashMap<>());

    /// No region at all: what a page falls back to when nothing else is left of it.
    static final Furniture NONE = new Furniture();

    static Furniture of(Element root, Deadline deadline) {
        Furniture furniture = new Furniture();
        Map<Element, int[]> length = new IdentityHashMap<>();
        Measure measure = new Measure(length, deadline);
        root.traverse(measure);
        int whole = length.getOrDefault(root, new int[1])[0];
        List<Element> bodies = new ArrayList<>();
        length.forEach((element, chars) -> {
            if (chars[0] >= SHORTEST_BODY && Hints.body(element)) {
                bodies.add(element);
            }
        });
        length.forEach((element, chars) -> {
            deadline.check();
            boolean much = chars[0] > whole * TOO_MUCH && bodies.stream().noneMatch(body -> apart(body, element));
            boolean form = element.normalName().equals("form") && chars[0] <= whole * LARGEST_FORM;
            if (form || (!much && Hints.furniture(element) && !quotes(element))) {
                furniture.regions.add(element);
            }
        });
        return furniture;
    }

    private static boolean apart(Element one, Element other) {
        return !BodyFinder.within(one, other) && !BodyFinder.within(other, one);
    }

    /// A box around an embedded message, which is a quotation: `<div class="twitter-embed"><blockquote>`.
    private static boolean quotes(Element box) {
        Element inner = box.childrenSize() == 1 ? box.child(0) : box;
        for (Element child : inner.children()) {
            if (child.normalName().equals("blockquote")) {
                return true;
            }
        }
        return inner.normalName().equals("blockquote");
    }

    boolean holds(Element element) {
        return regions.contains(element);
    }

    /// Visible characters in paragraphs outside links, for each element.
    private static final class Measure implements NodeVisitor {
        private final Map<Element, int[]> length;
        private final Deadline deadline;
        private int skipped;
        private int links;

        Measure(Map<Element, int[]> length, Deadline deadline) {
            this.length = length;
            this.deadline = deadline;
        }

        @Override
        public void head(Node node, int depth) {
            deadline.check();
            if (node instanceof Element element) {
                skipped += Hints.unseen(element) ? 1 : 0;
                links += element.normalName().equals("a") ? 1 : 0;
                length.put(element, new int[1]);
            } else if (node instanceof TextNode words
                    && skipped == 0
                    && links == 0
                    && node.parent() instanceof Element parent) {
                int[] sum = length.get(parent);
                if (sum != null) {
                    sum[0] += words.getWholeText().strip().length();
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                skipped -= Hints.unseen(element) ? 1 : 0;
                links -= element.normalName().equals("a") ? 1 : 0;
                int[] own = length.get(element);
                int[] above = element.parent() == null ? null : length.get(element.parent());
                if (own != null && above != null) {
                    above[0] += own[0];
                }
            }
        }
    }
}
