package sourcebook.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sourcebook.reading.CleanPage.Look;
import sourcebook.reading.CleanPage.Written;

/// How words inside a paragraph of Markdown are written: in bold, emphasised, as a link, and the signs
/// that say so. Stateless.
final class MarkdownLooks {
    /// In characters. Longer parts have none: each sign asks what follows it.
    private static final int LONGEST = 8_000;

    private static final String ESCAPE = "\\\\(?=[!-/:-@\\[-`{-~])";
    private static final String HARD_END = "(?:(?<! ) {2,}+|\\\\)\\n";
    private static final String CODE = "(`++)[^`]++\\2";
    private static final String LINK =
            "(!?\\[)([^\\]\\[\\n]{1,500}+)(\\]\\([^()\\s]{0,2000}+(?:[ \\t]++\"[^\"\\n]*+\")?+\\))";
    private static final String SELF_LINK = "<(?=(?:https?://|mailto:)[^<>\\s]++>)|(?<=[^\\s<]{8})>";
    private static final Pattern SIGNS =
            Pattern.compile("(" + ESCAPE + "|" + HARD_END + ")|" + CODE + "|" + LINK + "|(" + SELF_LINK + ")");

    /// The sign touches a word inside, and for underscores none outside.
    private static final Pattern STRONG = Pattern.compile(
            "(?<!\\\\)(\\*\\*|(?<![\\p{L}\\p{N}_])__)(?=\\S)(.{1,1000}?)(?<=[^\\s\\\\])(\\1)", Pattern.DOTALL);

    private static final Pattern EMPHASIS = Pattern.compile(
            "(?<![\\\\*])(\\*(?!\\*)|(?<![\\p{L}\\p{N}_])_(?!_))(?=\\S)([^*_]{1,1000}?)(?<=[^\\s\\\\])(\\1)(?![\\p{L}\\p{N}_])",
            Pattern.DOTALL);

    private MarkdownLooks() {}

    /// Of the characters from `start` to `end`, offsets of the whole text; none of very many characters.
    static List<Written> of(String text, int start, int end) {
        if (end - start > LONGEST) {
            return List.of();
        }
        String words = text.substring(start, end);
        List<Written> all = new ArrayList<>();
        boolean[] taken = new boolean[words.length()];
        Matcher signs = SIGNS.matcher(words);
        while (signs.find()) {
            if (signs.group(1) != null) {
                boolean lineEnd = signs.group(1).endsWith("\n");
                int last = signs.end() - (lineEnd ? 1 : 0);
                sign(all, taken, start, signs.start(), last);
                if (lineEnd) {
                    all.add(new Written(Look.LINE_END, start + last, start + last + 1));
                }
            } else if (signs.group(2) != null) {
                int ticks = signs.group(2).length();
                sign(all, taken, start, signs.start(), signs.start() + ticks);
                sign(all, taken, start, signs.end() - ticks, signs.end());
                Arrays.fill(taken, signs.start(), signs.end(), true);
            } else if (signs.group(3) != null) {
                sign(all, taken, start, signs.start(3), signs.end(3));
                sign(all, taken, start, signs.start(5), signs.end(5));
            } else {
                sign(all, taken, start, signs.start(), signs.end());
            }
        }
        looks(STRONG, Look.STRONG, words, start, taken, all);
        looks(EMPHASIS, Look.EMPHASIS, words, start, taken, all);
        return all;
    }

    private static void looks(Pattern pattern, Look look, String words, int start, boolean[] taken, List<Written> all) {
        Matcher found = pattern.matcher(words);
        int from = 0;
        while (found.find(from)) {
            from = found.start() + 1;
            if (!taken[found.start(1)] && !taken[found.start(3)]) {
                sign(all, taken, start, found.start(1), found.end(1));
                sign(all, taken, start, found.start(3), found.end(3));
                all.add(new Written(look, start + found.start(2), start + found.end(2)));
                from = found.end(1);
            }
        }
    }

    private static void sign(List<Written> all, boolean[] taken, int start, int from, int to) {
        all.add(new Written(Look.SIGN, start + from, start + to));
        Arrays.fill(taken, from, to, true);
    }
}
