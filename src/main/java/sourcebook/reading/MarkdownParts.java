package sourcebook.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sourcebook.catalogue.DocumentText;
import sourcebook.reading.CleanPage.Kind;
import sourcebook.reading.CleanPage.Look;
import sourcebook.reading.CleanPage.Part;
import sourcebook.reading.CleanPage.Written;

/// The parts of a text in Markdown: headings, paragraphs, lists, quotations, code and tables as people
/// write them by hand (the common core of CommonMark 0.31 and GitHub's tables). The text itself is read,
/// so that all offsets are its own; what is only a sign of Markdown is told apart and not shown. Used
/// once, for one text.
final class MarkdownParts {
    // All of them give nothing back that they took: a line may be as long as the text.
    private static final Pattern HEADING = Pattern.compile("( {0,3}+#{1,6}+)[ \\t]++(.*+)");
    private static final Pattern UNDERLINE = Pattern.compile(" {0,3}+(=++|-++)[ \\t]*+");
    private static final Pattern RULE =
            Pattern.compile(" {0,3}+(?:(?:\\*[ \\t]*+){3,}+|(?:-[ \\t]*+){3,}+|(?:_[ \\t]*+){3,}+)");
    private static final Pattern FENCE = Pattern.compile(" {0,3}+(`{3,}+|~{3,}+)[^`]*+");
    private static final Pattern ITEM = Pattern.compile("([ \\t]*+)([-*+]|\\d{1,9}+[.)])([ \\t]++)(?=\\S).*+");
    private static final Pattern QUOTE = Pattern.compile("( {0,3}+> ?+).*+");
    private static final Pattern DELIMITER =
            Pattern.compile(" {0,3}+\\|?+[ \\t]*+:?+-++:?+[ \\t]*+(?:\\|[ \\t]*+:?+-++:?+[ \\t]*+)*+\\|?+[ \\t]*+");
    private static final int INDENT = 2; // blanks for one level of a list, at least

    private final String text;
    private final List<Line> lines = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private int groups;
    private int list; // the group of the list under way; 0 for none
    private boolean ordered;

    private record Line(int start, int end, String words) {
        boolean blank() {
            return words.isBlank();
        }
    }

    private MarkdownParts(String text) {
        this.text = text;
        for (int from = 0; from < text.length(); ) {
            int found = text.indexOf('\n', from);
            int end = found < 0 ? text.length() : found;
            lines.add(new Line(from, end, text.substring(from, end)));
            from = end + 1;
        }
    }

    /// Page ends are part ends: a text of one page is expected.
    ///
    /// @throws java.util.concurrent.CancellationException when the thread is interrupted
    static List<Part> of(DocumentText text) {
        MarkdownParts parts = new MarkdownParts(text.text());
        for (int at = 0; at < parts.lines.size(); ) {
            at = parts.block(at);
        }
        return parts.parts;
    }

    /// Takes what begins at a line.
    ///
    /// @return the line behind it
    private int block(int at) {
        Wanted.check();
        Line line = lines.get(at);
        if (line.blank()) {
            return at + 1;
        }
        Matcher item = ITEM.matcher(line.words());
        if (item.matches() && !RULE.matcher(line.words()).matches()) {
            return item(at, item);
        }
        list = 0;
        Matcher heading = HEADING.matcher(line.words());
        if (heading.matches() && !heading.group(2).isEmpty()) {
            int from = line.start() + heading.start(2);
            int end = from + headingEnd(heading.group(2));
            add(Kind.HEADING, from, end, heading.group(1).strip().length(), List.of());
            return at + 1;
        }
        if (FENCE.matcher(line.words()).matches()) {
            return code(at);
        }
        if (RULE.matcher(line.words()).matches()) {
            return at + 1;
        }
        if (QUOTE.matcher(line.words()).matches()) {
            return quote(at);
        }
        return at + 1 < lines.size()
                        && line.words().contains("|")
                        && lines.get(at + 1).words().contains("|")
                        && DELIMITER.matcher(lines.get(at + 1).words()).matches()
                ? table(at)
                : paragraph(at);
    }

    /// Before its closing signs, if there are some behind a blank.
    private static int headingEnd(String words) {
        int end = blanksFrom(words, words.length());
        int signs = end;
        while (signs > 0 && words.charAt(signs - 1) == '#') {
            signs--;
        }
        int before = blanksFrom(words, signs);
        return signs < end && before < signs ? before : end;
    }

    /// Where the blanks before `end` begin.
    private static int blanksFrom(String words, int end) {
        int from = end;
        while (from > 0 && (words.charAt(from - 1) == ' ' || words.charAt(from - 1) == '\t')) {
            from--;
        }
        return from;
    }

    private int paragraph(int at) {
        int end = at + 1;
        while (end < lines.size() && !UNDERLINE.matcher(lines.get(end).words()).matches() && goesOn(end)) {
            end++;
        }
        int last = lines.get(end - 1).end();
        if (end < lines.size()) {
            Matcher under = UNDERLINE.matcher(lines.get(end).words());
            if (under.matches()) {
                add(Kind.HEADING, lines.get(at).start(), last, under.group(1).charAt(0) == '=' ? 1 : 2, List.of());
                return end + 1;
            }
        }
        add(Kind.PARAGRAPH, lines.get(at).start(), last, 0, List.of());
        return end;
    }

    /// Whether a line belongs to the paragraph before it.
    private boolean goesOn(int at) {
        String words = lines.get(at).words();
        return !words.isBlank()
                && !HEADING.matcher(words).matches()
                && !FENCE.matcher(words).matches()
                && !QUOTE.matcher(words).matches()
                && !ITEM.matcher(words).matches()
                && !RULE.matcher(words).matches();
    }

    private int item(int at, Matcher item) {
        boolean numbered = Character.isDigit(item.group(2).charAt(0));
        int level = 1 + item.group(1).replace("\t", "    ").length() / INDENT;
        if (list == 0 || (level == 1 && numbered != ordered)) {
            list = ++groups;
            ordered = numbered;
        }
        int end = at + 1;
        while (end < lines.size() && goesOn(end)) {
            end++;
        }
        int from = lines.get(at).start() + item.end(3);
        int to = lines.get(end - 1).end();
        List<Written> looks = MarkdownLooks.of(text, from, to);
        parts.add(new Part(Kind.ITEM, from, to, level, list, 0, 0, numbered, "", "", looks));
        return end;
    }

    private int quote(int at) {
        List<Written> signs = new ArrayList<>();
        int end = at;
        for (; end < lines.size() && !lines.get(end).blank(); end++) {
            Line line = lines.get(end);
            Matcher quote = QUOTE.matcher(line.words());
            if (quote.matches()) {
                signs.add(new Written(Look.SIGN, line.start(), line.start() + quote.end(1)));
                if (line.words().substring(quote.end(1)).isBlank()) {
                    signs.add(new Written(Look.LINE_END, line.start() - 1, line.start()));
                }
            } else if (!goesOn(end)) {
                break;
            }
        }
        add(Kind.QUOTE, lines.get(at).start(), lines.get(end - 1).end(), 0, signs);
        return end;
    }

    private int code(int at) {
        String fence = lines.get(at).words().strip().substring(0, 3);
        int end = at + 1;
        while (end < lines.size() && !lines.get(end).words().strip().startsWith(fence)) {
            end++;
        }
        if (end > at + 1) {
            int from = lines.get(at + 1).start();
            parts.add(new Part(Kind.CODE, from, lines.get(end - 1).end(), 0, 0, 0, 0, false, "", "", List.of()));
        }
        return Math.min(lines.size(), end + 1);
    }

    private int table(int at) {
        int group = ++groups;
        row(lines.get(at), Kind.HEAD, group, 1);
        int end = at + 2;
        while (end < lines.size() && lines.get(end).words().contains("|")) {
            row(lines.get(end), Kind.CELL, group, end - at);
            end++;
        }
        return end;
    }

    private void row(Line line, Kind kind, int group, int row) {
        int column = 0;
        int from = line.words().stripLeading().startsWith("|") ? line.words().indexOf('|') + 1 : 0;
        while (from < line.words().length()) {
            int bar = from;
            while (bar < line.words().length()
                    && (line.words().charAt(bar) != '|'
                            || (bar > 0 && line.words().charAt(bar - 1) == '\\'))) {
                bar++;
            }
            String cell = line.words().substring(from, bar);
            if (!cell.isBlank()) {
                int start = line.start()
                        + from
                        + (cell.length() - cell.stripLeading().length());
                int end = start + cell.strip().length();
                parts.add(new Part(
                        kind, start, end, 0, group, row, column, false, "", "", MarkdownLooks.of(text, start, end)));
            }
            column++;
            from = bar + 1;
        }
    }

    private void add(Kind kind, int start, int end, int level, List<Written> signs) {
        List<Written> looks = new ArrayList<>(signs);
        looks.addAll(MarkdownLooks.of(text, start, end));
        parts.add(new Part(kind, start, end, level, 0, 0, 0, false, "", "", looks));
    }
}
