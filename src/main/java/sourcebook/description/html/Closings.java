package sourcebook.description.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Lines that end an article or lead away from it: heads above teasers, calls to subscribe. Immutable,
/// thread-safe.
final class Closings {
    private static final int LONGEST_HEAD = 60;
    private static final int LONGEST_LINE = 320;

    private static final Set<String> HEADS = new HashSet<>();

    /// By their first two characters, since each line is compared with many beginnings.
    private static final Map<String, List<String>> LINES = new HashMap<>();

    static {
        for (String[] row : Table.rows("closings.tsv")) {
            for (String phrase : row[1].split("\\|", -1)) {
                if (row[0].equals("head")) {
                    HEADS.add(phrase);
                } else {
                    LINES.computeIfAbsent(phrase.substring(0, 2), key -> new ArrayList<>())
                            .add(phrase);
                }
            }
        }
    }

    private Closings() {}

    /// A head above teasers, links or a form: the phrase alone, or followed by a colon or a few words
    /// ("More from
    /// Reuters").
    static boolean head(String text) {
        if (text.length() > LONGEST_HEAD) {
            return false;
        }
        String plain = text.toLowerCase(Locale.ROOT).replace('’', '\'').strip();
        String bare = plain.replaceAll("[\\s:.…»>!?]+$", "");
        if (HEADS.contains(bare) || HEADS.contains(plain)) {
            return true;
        }
        int blanks = 0;
        for (int i = 0; i < bare.length(); i++) {
            if (bare.charAt(i) == ' ' || bare.charAt(i) == ':') {
                blanks++;
                if (blanks >= 2 && HEADS.contains(bare.substring(0, i)) && bare.split(" ", -1).length <= 7) {
                    return true;
                }
                if (bare.charAt(i) == ':' && HEADS.contains(bare.substring(0, i).strip())) {
                    return true;
                }
            }
        }
        return false;
    }

    /// A line that asks the reader to follow, subscribe or share.
    static boolean line(String text) {
        if (text.length() > LONGEST_LINE || text.length() < 4) {
            return false;
        }
        String plain = text.toLowerCase(Locale.ROOT).replace('’', '\'');
        for (String phrase : LINES.getOrDefault(plain.substring(0, 2), List.of())) {
            if (plain.startsWith(phrase)) {
                return true;
            }
        }
        return false;
    }
}
