package sourcebook.description.html;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Finds the element of a page that holds the article, and parts the page's text into body and furniture.
///
/// The page is laid out as blocks; blocks that read like prose and lie outside furniture count for all elements around
/// them. From the page's root one goes down as long as one child holds nearly all prose; an element that names itself
/// the article's body is taken when it holds most of it.
final class BodyFinder {
    /// A child with this share of its parent's prose stands for it: a few stray sentences (a teaser, a disclaimer) must
    /// not stop the descent.
    private static final double DOMINANT = 0.75;

    private final List<Block> blocks;
    private final Map<Element, Integer> prose = new IdentityHashMap<>();
    private final Element root;

    BodyFinder(Element root) {
        this.root = root;
        this.blocks = Flow.of(root, Furniture.of(root));
        for (Block block : blocks) {
            if (!block.furniture() && block.prose()) {
                int weight = block.text().length() - block.linkChars();
                for (Element at = block.owner(); at != null; at = at.parent()) {
                    prose.merge(at, weight, Integer::sum);
                }
            }
        }
    }

    PageText find(@Nullable String title) {
        Element container = container();
        return new Cut(blocks, container, title).text();
    }

    private Element container() {
        Element at = root;
        Element named = null;
        while (true) {
            int whole = prose.getOrDefault(at, 0);
            Element best = null;
            int most = 0;
            for (Element child : at.children()) {
                int share = prose.getOrDefault(child, 0);
                if (share > most) {
                    most = share;
                    best = child;
                }
            }
            if (best == null || most < whole * DOMINANT || !Flow.block(best) || paragraph(best)) {
                break;
            }
            at = best;
            if (Hints.body(at)) {
                named = at;
            }
        }
        return named != null ? named : at;
    }

    private static boolean paragraph(Element element) {
        return switch (element.normalName()) {
            case "p", "li", "ul", "ol", "blockquote", "pre", "tr", "dd", "dl", "figure" -> true;
            default -> false;
        };
    }
}
