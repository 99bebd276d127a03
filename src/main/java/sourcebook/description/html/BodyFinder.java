package sourcebook.description.html;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Finds the element of a page that holds the article.
///
/// Blocks that read like prose and lie outside furniture count for all elements around them, other text
/// a little. From the page's root one goes down as long as one child holds nearly all; an element that
/// names itself the article's body is taken when it holds most of that. Where the page's own data state
/// the article's text, the element must hold it.
final class BodyFinder {
    /// A child with this share of its parent's weight stands for it: a few stray sentences (a teaser, a
    /// disclaimer) must not stop the descent.
    private static final double DOMINANT = 0.72;

    /// Brothers that look alike are parts of one text when together they have this share of the largest
    /// one.
    private static final double PART = 0.05;

    private static final double MUCH_BETWEEN = 0.1;
    private static final double LITTLE_ELSE = 1.3;

    /// An element called the article's body is believed when it has this share of the weight found by
    /// descent.
    private static final double NAMED = 0.22;

    /// Text that is no prose (verse, ingredients, tables) weighs less: menus and captions are such text
    /// too.
    private static final double OTHER_TEXT = 0.15;

    private static final int PROBES = 12;
    private static final int PROBE_WORDS = 5;

    private final List<Block> blocks;
    private final Map<Element, Double> weights = new IdentityHashMap<>();
    private final Element root;
    private final Deadline deadline;

    BodyFinder(Element root, List<Block> blocks, Deadline deadline) {
        this.root = root;
        this.blocks = blocks;
        this.deadline = deadline;
        for (Block block : blocks) {
            deadline.check();
            double weight = weight(block);
            if (weight > 0) {
                for (Element at = block.owner(); at != null; at = at.parent()) {
                    weights.merge(at, weight, Double::sum);
                }
            }
        }
    }

    private static double weight(Block block) {
        if (block.furniture()) {
            return 0;
        }
        int plain = Math.max(0, block.text().length() - block.linkChars());
        if (block.prose()) {
            return plain;
        }
        return block.kind() == Block.Kind.HEADING || block.linkDensity() > 0.3 ? 0 : plain * OTHER_TEXT;
    }

    /// @param stated the article's text as the page's data state it, or null
    Element container(@Nullable String stated) {
        Element found = byName(descend(root));
        if (stated != null) {
            Element holder = holder(probes(stated), found);
            if (holder != null) {
                return holder;
            }
        }
        return found;
    }

    private Element descend(Element from) {
        Element at = from;
        while (true) {
            double whole = weights.getOrDefault(at, 0.0);
            Element best = null;
            double most = 0;
            for (Element child : at.children()) {
                double share = weights.getOrDefault(child, 0.0);
                if (share > most) {
                    most = share;
                    best = child;
                }
            }
            if (best == null
                    || most < whole * DOMINANT
                    || !Flow.block(best)
                    || paragraph(best)
                    || alike(best) >= most * PART) {
                return at;
            }
            at = best;
        }
    }

    /// What the brothers of an element weigh that look the same: they are further parts of the same
    /// text.
    private double alike(Element element) {
        Element parent = element.parent();
        if (parent == null || element.className().isEmpty()) {
            return 0;
        }
        double sum = 0;
        for (Element other : parent.children()) {
            if (other != element
                    && other.normalName().equals(element.normalName())
                    && other.className().equals(element.className())) {
                sum += weights.getOrDefault(other, 0.0);
            }
        }
        return sum;
    }

    /// The element that names itself the article's body, if there is one with enough text; several of
    /// them side by side are parts of what was found.
    private Element byName(Element found) {
        double whole = weights.getOrDefault(found, 0.0);
        Element best = null;
        double most = 0;
        double second = 0;
        for (Map.Entry<Element, Double> entry : weights.entrySet()) {
            deadline.check();
            if (Hints.body(entry.getKey()) && !within(entry.getKey().parent(), best)) {
                double weight = entry.getValue();
                boolean around = best != null && within(best, entry.getKey());
                if (weight > most || (around && weight >= most)) {
                    second = around ? second : most;
                    most = weight;
                    best = entry.getKey();
                } else if (!within(entry.getKey(), best)) {
                    second = Math.max(second, weight);
                }
            }
        }
        if (best == null || most < whole * NAMED || second > most * 0.5) {
            return found;
        }
        Element inner = descend(best);
        return inner == best || Hints.body(inner) ? inner : best;
    }

    /// The element that holds the text between the headline and the element found as well, when there
    /// is much of it and little else comes with it: pages lay a long text out in boxes of several
    /// kinds.
    ///
    /// @param headlineAt the headline's place among the blocks, -1 when there is none
    Element withBeginning(Element found, int headlineAt) {
        double between = 0;
        Element common = found;
        for (int i = headlineAt + 1; headlineAt >= 0 && i < blocks.size(); i++) {
            deadline.check();
            Block block = blocks.get(i);
            if (within(block.owner(), found)) {
                break;
            }
            if (!block.furniture() && block.prose() && !aside(block.owner(), found)) {
                between += weight(block);
                while (!within(block.owner(), common) && common.parent() != null) {
                    common = common.parent();
                }
            }
        }
        double inFound = weights.getOrDefault(found, 0.0);
        double added = weights.getOrDefault(common, 0.0) - inFound;
        return between >= inFound * MUCH_BETWEEN && added <= between * LITTLE_ELSE ? common : found;
    }

    private static boolean aside(Element element, Element found) {
        for (Element at = element; at != null && !within(found, at); at = at.parent()) {
            if (Hints.aside(at) || Names.person(at)) {
                return true;
            }
        }
        return false;
    }

    static boolean within(@Nullable Element element, @Nullable Element ancestor) {
        for (Element at = element; at != null && ancestor != null; at = at.parent()) {
            if (at == ancestor) {
                return true;
            }
        }
        return false;
    }

    /// Where most of the stated text's samples are, unless the element found has them already; null when
    /// the page does
    /// not show them.
    private @Nullable Element holder(List<String> probes, Element found) {
        List<Element> owners = new ArrayList<>();
        int inFound = 0;
        for (Block block : blocks) {
            deadline.check();
            String text = squeeze(block.text());
            for (String probe : probes) {
                if (text.contains(probe)) {
                    owners.add(block.owner());
                    inFound += within(block.owner(), found) ? 1 : 0;
                }
            }
        }
        if (owners.size() < 3 || owners.size() < probes.size() * 0.4 || inFound >= owners.size() * 0.6) {
            return null;
        }
        Element common = owners.getFirst();
        for (Element owner : owners) {
            while (common != null && !within(owner, common)) {
                common = common.parent();
            }
        }
        return common;
    }

    /// Do the samples of the stated text occur in a text?
    static boolean holds(String text, String stated) {
        List<String> probes = probes(stated);
        String squeezed = squeeze(text);
        int found = 0;
        for (String probe : probes) {
            found += squeezed.contains(probe) ? 1 : 0;
        }
        return found >= probes.size() * 0.3;
    }

    /// A few runs of words, spread over the text.
    private static List<String> probes(String stated) {
        String[] words = stated.strip().split("\\s+", -1);
        List<String> probes = new ArrayList<>();
        int step = Math.max(PROBE_WORDS, words.length / PROBES);
        for (int i = 0; i + PROBE_WORDS <= words.length && probes.size() < PROBES; i += step) {
            probes.add(squeeze(String.join(" ", List.of(words).subList(i, i + PROBE_WORDS))));
        }
        return probes;
    }

    private static String squeeze(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                letters.append(text.charAt(i));
            }
        }
        return letters.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean paragraph(Element element) {
        return switch (element.normalName()) {
            case "p", "li", "ul", "ol", "blockquote", "pre", "tr", "dd", "dl", "figure" -> true;
            default -> false;
        };
    }
}
