package sourcebook.description.html;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Parts the blocks of a page into headline, body and furniture, once the element that holds the
/// article is known.
final class Cut {
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final double MOSTLY_LINKS = 0.66;

    /// A lead stands within this many blocks before the text.
    private static final int LEAD_BLOCKS = 14;

    private final List<Block> blocks;
    private final Element container;
    private final String title;
    private final Deadline deadline;

    Cut(List<Block> blocks, Element container, @Nullable String title, Deadline deadline) {
        this.deadline = deadline;
        this.blocks = blocks;
        this.container = container;
        this.title = title == null ? "" : fold(title);
    }

    PageText text() {
        int headlineAt = headline();
        String headline = headlineAt < 0 ? "" : blocks.get(headlineAt).text();
        List<Block> body = once(prune(inside()));
        stamps(body).forEach(body::remove);
        body.removeIf(
                block -> block.kind() == Block.Kind.HEADING && block.text().equals(headline));
        body.addAll(0, lead(body, headlineAt));
        Set<Block> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        taken.addAll(body);
        StringBuilder rest = new StringBuilder();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (i != headlineAt && !taken.contains(block)) {
                rest.append(rest.isEmpty() ? "" : "\n").append(block.text());
            }
        }
        return new PageText(headline, join(body), rest.toString());
    }

    private List<Block> inside() {
        List<Block> inside = new ArrayList<>();
        for (Block block : blocks) {
            deadline.check();
            if (!block.furniture() && BodyFinder.within(block.owner(), container)) {
                inside.add(block);
            }
        }
        return inside;
    }

    /// Leaves out what is made of links, heads above teasers with what they head, calls to subscribe,
    /// and headings that nothing follows.
    private static List<Block> prune(List<Block> blocks) {
        List<Block> kept = new ArrayList<>();
        boolean teasers = false;
        for (Block block : blocks) {
            boolean links = block.linkDensity() >= MOSTLY_LINKS;
            if (Closings.head(block.text())) {
                teasers = true;
            } else if (links && (teasers || block.kind() != Block.Kind.QUOTE)) {
                continue;
            } else if (!Closings.line(block.text())) {
                boolean teaser = teasers && !block.prose() && block.kind() != Block.Kind.HEADING && block.words() < 12;
                if (!teaser) {
                    teasers = teasers && block.kind() == Block.Kind.HEADING;
                    kept.add(block);
                }
            }
        }
        while (!kept.isEmpty()
                && kept.getLast().kind() == Block.Kind.HEADING
                && !kept.getLast().prose()) {
            kept.removeLast();
        }
        return kept;
    }

    private static final int LONG_ENOUGH = 6;

    /// Without what stands there again: captions of a gallery, a line for small screens and one for
    /// large ones. A paragraph may be a refrain.
    private static List<Block> once(List<Block> blocks) {
        Set<String> seen = new HashSet<>();
        List<Block> kept = new ArrayList<>();
        for (Block block : blocks) {
            boolean own = block.kind() == Block.Kind.ROW
                    || block.kind() == Block.Kind.PREFORMATTED
                    || block.owner().normalName().equals("p")
                    || block.words() < LONG_ENOUGH;
            if (own || seen.add(block.text())) {
                kept.add(block);
            }
        }
        return kept;
    }

    private static final Pattern STAMP = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)|\\d{1,2}:\\d\\d(?!\\d)");
    private static final int LONGEST_STAMP = 16;

    /// Short lines with a day or a time before the first paragraph: they tell of the page.
    private static List<Block> stamps(List<Block> body) {
        List<Block> stamps = new ArrayList<>();
        for (Block block : body) {
            if (block.prose()) {
                return stamps;
            }
            boolean line = block.kind() == Block.Kind.PARAGRAPH || block.kind() == Block.Kind.ITEM;
            if (line
                    && block.words() <= LONGEST_STAMP
                    && STAMP.matcher(block.text()).find()
                    && !block.endsSentence()) {
                stamps.add(block);
            }
        }
        return List.of();
    }

    /// Paragraphs between the headline and the text that lie outside the article's element.
    private List<Block> lead(List<Block> body, int headlineAt) {
        List<Block> lead = new ArrayList<>();
        int headAt = headlineAt < 0 ? firstHeading() : headlineAt;
        if (body.isEmpty() || headAt < 0) {
            return lead;
        }
        int start = 0;
        while (start < blocks.size() && blocks.get(start) != body.getFirst()) {
            start++;
        }
        if (start <= headAt) {
            return lead;
        }
        for (int i = Math.max(headAt + 1, start - LEAD_BLOCKS); i < start; i++) {
            Block block = blocks.get(i);
            boolean named = Names.lead(block.owner())
                    || (block.owner().parent() != null
                            && Names.lead(block.owner().parent()));
            boolean reads = block.prose() || (named && block.words() >= 5) || subheadline(block);
            if (reads
                    && !block.repeated()
                    && !person(block.owner())
                    && block.kind() != Block.Kind.CAPTION
                    && !aside(block.owner())
                    && !Closings.line(block.text())
                    && body.stream().noneMatch(other -> other.text().contains(block.text()))) {
                lead.add(block);
            }
        }
        return lead;
    }

    private static final int SUBHEADLINE_WORDS = 8;

    /// A long heading of a lower level between headline and text.
    private static boolean subheadline(Block block) {
        return block.kind() == Block.Kind.HEADING
                && level(block.owner()) > 1
                && block.words() >= SUBHEADLINE_WORDS
                && block.linkDensity() < 0.3
                && !block.furniture();
    }

    /// Does it tell of the author?
    private boolean person(Element element) {
        for (Element at = element; at != null && !BodyFinder.within(container, at); at = at.parent()) {
            if (Names.person(at)) {
                return true;
            }
        }
        return false;
    }

    private int firstHeading() {
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).kind() == Block.Kind.HEADING
                    && level(blocks.get(i).owner()) == 1) {
                return i;
            }
        }
        return -1;
    }

    /// Regions that hold the article as well are not aside of it.
    private boolean aside(Element element) {
        for (Element at = element; at != null && !BodyFinder.within(container, at); at = at.parent()) {
            if (Hints.aside(at) && !Names.lead(at)) {
                return true;
            }
        }
        return false;
    }

    /// A heading that is a part of the title stands for it from this share of its length on: shorter
    /// ones are sections and sites.
    private static final double ENOUGH_OF_TITLE = 0.4;

    /// The block that shows the headline: the heading that equals the title, else the longest that is a
    /// part of it, else the first `h1` that holds it. -1 when there is none.
    int headline() {
        int part = -1;
        int partLength = (int) (title.length() * ENOUGH_OF_TITLE);
        int holder = -1;
        for (int i = 0; i < blocks.size(); i++) {
            deadline.check();
            Block block = blocks.get(i);
            if (block.kind() != Block.Kind.HEADING) {
                continue;
            }
            String folded = fold(block.text());
            if (!title.isEmpty() && folded.equals(title)) {
                return i;
            }
            if (!folded.isEmpty() && title.contains(folded) && folded.length() > partLength) {
                part = i;
                partLength = folded.length();
            }
            if (holder < 0 && level(block.owner()) == 1 && (title.isEmpty() || folded.contains(title))) {
                holder = i;
            }
        }
        return part >= 0 ? part : holder;
    }

    private static int level(Element element) {
        for (Element at = element; at != null; at = at.parent()) {
            String tag = at.normalName();
            if (tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1))) {
                return tag.charAt(1) - '0';
            }
        }
        return 0;
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
        return NOT_A_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
