package sourcebook.description.html;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Parts the blocks of a page into headline, body and furniture, once the element that holds the article is known.
final class Cut {
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<Block> blocks;
    private final Element container;
    private final String title;

    Cut(List<Block> blocks, Element container, @Nullable String title) {
        this.blocks = blocks;
        this.container = container;
        this.title = title == null ? "" : fold(title);
    }

    PageText text() {
        Set<Block> inside = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Block> body = new ArrayList<>();
        for (Block block : blocks) {
            if (!block.furniture() && within(block.owner())) {
                body.add(block);
            }
        }
        body = prune(body);
        String headline = headline(body);
        if (!headline.isEmpty() && !body.isEmpty() && body.getFirst().text().equals(headline)) {
            body = body.subList(1, body.size());
        }
        inside.addAll(body);
        StringBuilder rest = new StringBuilder();
        for (Block block : blocks) {
            if (!inside.contains(block) && !block.text().equals(headline)) {
                rest.append(rest.isEmpty() ? "" : "\n").append(block.text());
            }
        }
        return new PageText(headline, join(body), rest.toString());
    }

    private boolean within(Element element) {
        for (Element at = element; at != null; at = at.parent()) {
            if (at == container) {
                return true;
            }
        }
        return false;
    }

    /// Leaves out lists and lines that are made of links, and headings that nothing follows.
    private static List<Block> prune(List<Block> blocks) {
        List<Block> kept = new ArrayList<>();
        for (Block block : blocks) {
            if (block.linkDensity() < 0.66 || block.kind() == Block.Kind.HEADING) {
                kept.add(block);
            }
        }
        while (!kept.isEmpty() && kept.getLast().kind() == Block.Kind.HEADING) {
            kept.removeLast();
        }
        return kept;
    }

    private String headline(List<Block> body) {
        Block first = null;
        for (Block block : blocks) {
            if (block.kind() == Block.Kind.HEADING && !block.text().isBlank()) {
                String folded = fold(block.text());
                if (!title.isEmpty() && folded.equals(title)) {
                    return block.text();
                }
                if (first == null
                        && block.owner().normalName().equals("h1")
                        && (title.isEmpty() || title.contains(folded) || folded.contains(title))) {
                    first = block;
                }
            }
        }
        return first == null ? "" : first.text();
    }

    private static String join(List<Block> blocks) {
        StringBuilder text = new StringBuilder();
        Block before = null;
        for (Block block : blocks) {
            if (before != null) {
                text.append(close(before, block) ? "\n" : "\n\n");
            }
            text.append(block.text());
            before = block;
        }
        return text.toString();
    }

    private static boolean close(Block before, Block block) {
        return before.kind() == block.kind() && (block.kind() == Block.Kind.ITEM || block.kind() == Block.Kind.ROW);
    }

    static String fold(String text) {
        return NOT_A_WORD
                .matcher(text.toLowerCase(java.util.Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }
}
