package sourcebook.description.print;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/// Parts an article that was saved as plain text from what its web page said around it: teasers of
/// other articles under a head that says so, calls to share and to comment. Pure.
///
/// A sentence of the article is never taken: only lines that are such a phrase, and beside a head of
/// teasers only lines that look like headlines or are cut off.
final class Teasers {
    private static final int LONGEST_HEADLINE = 150;

    private static final int SHORTEST_HEADLINE_WORDS = 3;

    /// Share of the lines behind a head of teasers that must look like teasers for all of them to be some.
    private static final double MOSTLY = 0.8;

    /// Shorter tails are told line by line.
    private static final int SHORTEST_TAIL = 4;

    private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-*•–·▪►»>]|\\d{1,2}[.)])\\s+");
    private static final Pattern LINK = Pattern.compile("\\s*\\[[^\\]]{3,150}]\\([^)]*\\)\\s*");

    private final Lines lines;
    private final List<Integer> filled = new ArrayList<>();
    private final BitSet gone = new BitSet();

    private Teasers(String text) {
        this.lines = new Lines(text);
        for (int i = 0; i < lines.count(); i++) {
            if (!lines.blank(i)) {
                filled.add(i);
            }
        }
    }

    static Parted part(String text) {
        Teasers teasers = new Teasers(text);
        return teasers.lines.count() < 2 ? Parted.whole(text) : teasers.part();
    }

    private Parted part() {
        for (int i = 0; i < filled.size(); i++) {
            String line = text(i);
            if ((i > 0 && TeaserTable.alone(line)) || (TeaserTable.named(line) && headline(afterColon(line)))) {
                take(i);
            } else if (i > 0 && TeaserTable.head(line)) {
                if (tail(i + 1)) {
                    for (int j = i; j < filled.size(); j++) {
                        take(j);
                    }
                    break;
                }
                beside(i);
            }
        }
        return Parted.without(lines, gone);
    }

    private String text(int i) {
        return lines.line(filled.get(i)).strip();
    }

    private void take(int i) {
        gone.set(filled.get(i));
    }

    /// Whether all that follows is teasers.
    private boolean tail(int from) {
        int count = filled.size() - from;
        int alike = 0;
        for (int i = from; i < filled.size(); i++) {
            String line = text(i);
            alike += headline(line) || cut(line) || TeaserTable.head(line) || TeaserTable.alone(line) ? 1 : 0;
        }
        return count >= SHORTEST_TAIL && alike >= count * MOSTLY;
    }

    /// The head, and the headlines right below or above it: in a list, or following each other as links do.
    private void beside(int head) {
        int below = head + 1;
        while (below < filled.size() && listed(below)) {
            below++;
        }
        int above = head - 1;
        while (above >= 0 && listed(above)) {
            above--;
        }
        boolean introduced = above >= 0 && text(above).endsWith(":");
        boolean list = below - head > 1 || (head - above > 1 && !introduced);
        // a head alone is one only where something of the kind stands beside it, or where the article ends
        if (list || head + 1 >= filled.size()) {
            for (int i = head; i < below; i++) {
                take(i);
            }
            for (int i = head - 1; i > above && !introduced; i--) {
                take(i);
            }
        }
    }

    /// A line of a list that is a headline or a link.
    private boolean listed(int i) {
        String line = text(i);
        String item = BULLET.matcher(line).replaceFirst("");
        return (item.length() < line.length() && headline(item))
                || LINK.matcher(item).matches();
    }

    private static String afterColon(String line) {
        int colon = Math.max(line.indexOf(':'), line.indexOf('：'));
        return line.substring(colon + 1).strip();
    }

    /// A short line that is no sentence.
    private static boolean headline(String line) {
        if (line.isEmpty() || line.length() > LONGEST_HEADLINE) {
            return false;
        }
        int last = line.charAt(line.length() - 1);
        boolean ends = ".,;:!。，；".indexOf(last) >= 0;
        boolean written = line.codePoints().anyMatch(Character::isIdeographic);
        return !ends && (written || line.split("\\s+", -1).length >= SHORTEST_HEADLINE_WORDS || line.length() < 4);
    }

    /// A longer line that breaks off.
    private static boolean cut(String line) {
        int last = line.charAt(line.length() - 1);
        return (line.length() > LONGEST_HEADLINE && ".!?”\"»)。！？’'".indexOf(last) < 0)
                || line.endsWith("…")
                || line.endsWith("...")
                || line.endsWith("[…]");
    }
}
