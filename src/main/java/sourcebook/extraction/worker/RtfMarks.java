package sourcebook.extraction.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Copies an RTF file and puts a sign, a code point that is no character, where a heading, a paragraph inside a table,
/// a cell or a row
/// ends, which the format says by control words (Rich Text Format 1.9.1, paragraph and table formatting) and Tika does
/// not: after Tika has decoded the text, [RtfStructure] makes elements of them. Used once, for one file.
final class RtfMarks {
    /// The signs are noncharacters (Unicode 23.7): those of private use stand in texts of old scripts.
    static final char CELL_END = '\uFDD1';

    static final char ROW_END = '\uFDD2';
    static final char IN_TABLE = '\uFDD3';

    /// That of level 1; the next ones follow.
    static final char HEADING = '\uFDD4';

    static final int MOST_LEVELS = 6;

    /// Of open groups; what is nested deeper is copied as it is.
    private static final int DEEPEST = 10_000;

    private static final int LONGEST_WORD = 32;
    private static final Pattern STYLE_NAME = Pattern.compile("heading (\\d)");

    /// Groups that hold no paragraphs of the text.
    private static final Set<String> ASIDE = Set.of(
            "fonttbl",
            "colortbl",
            "info",
            "pict",
            "object",
            "footnote",
            "header",
            "headerl",
            "headerr",
            "headerf",
            "footer",
            "footerl",
            "footerr",
            "footerf",
            "annotation",
            "stylesheet");

    private final InputStream in;
    private final OutputStream out;
    private final Progress progress;
    private final Map<Integer, Integer> levels = new HashMap<>(); // of headings, by the number of their style
    private final Deque<Group> outer = new ArrayDeque<>();
    private final StringBuilder styleName = new StringBuilder();
    private Group group = new Group();

    /// What holds until a group ends.
    private static final class Group {
        boolean aside;
        boolean styles;
        boolean inTable;
        int outline = -1;
        int style = -1;

        Group inner() {
            Group inner = new Group();
            inner.aside = aside;
            inner.styles = styles;
            inner.inTable = inTable;
            inner.outline = outline;
            inner.style = style;
            return inner;
        }

        void plain() {
            inTable = false;
            outline = -1;
            style = -1;
        }
    }

    private RtfMarks(InputStream in, OutputStream out, Progress progress) {
        this.in = in;
        this.out = out;
        this.progress = progress;
    }

    static void copy(InputStream rtf, OutputStream marked, Progress progress) throws IOException {
        var out = new BufferedOutputStream(marked);
        new RtfMarks(new BufferedInputStream(rtf), out, progress).copy();
        out.flush();
    }

    private void copy() throws IOException {
        int depth = 0;
        for (int one = in.read(); one >= 0; one = in.read()) {
            if (one == '\\') {
                control();
                continue;
            }
            if (one == '{' && ++depth <= DEEPEST) {
                progress.moved();
                outer.push(group);
                group = group.inner();
                styleName.setLength(0);
            } else if (one == '}' && depth > 0 && depth-- <= DEEPEST) {
                endOfStyle();
                group = outer.pop();
            } else if (group.styles && one >= ' ' && styleName.length() < LONGEST_WORD) {
                styleName.append((char) one);
            }
            out.write(one);
        }
    }

    private void control() throws IOException {
        in.mark(LONGEST_WORD + 16);
        int one = in.read();
        if (!isLetter(one)) {
            out.write('\\');
            if (one >= 0) {
                out.write(one);
                group.aside |= one == '*';
            }
            return;
        }
        var written = new ByteArrayOutputStream();
        var name = new StringBuilder();
        for (; isLetter(one) && name.length() < LONGEST_WORD; one = next(written, one)) {
            name.append((char) one);
        }
        boolean negative = one == '-';
        if (negative) {
            one = next(written, one);
        }
        int number = -1;
        for (int digits = 0; one >= '0' && one <= '9' && digits < 9; digits++, one = next(written, one)) {
            number = 10 * Math.max(0, number) + one - '0';
        }
        in.reset(); // to behind the word, which alone was taken
        in.skipNBytes(written.size());
        String word = name.toString();
        marks(word);
        out.write('\\');
        written.writeTo(out);
        if (word.equals("bin") && number > 0 && !negative) {
            binary(number);
        }
        set(word, negative ? -number : number);
    }

    private int next(ByteArrayOutputStream written, int one) throws IOException {
        written.write(one);
        return in.read();
    }

    private static boolean isLetter(int one) {
        return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z');
    }

    /// Bytes that are no RTF, behind one blank.
    private void binary(long count) throws IOException {
        byte[] some = new byte[8_192];
        long left = count + 1;
        while (left > 0) {
            int read = in.read(some, 0, (int) Math.min(left, some.length));
            if (read < 0) {
                return;
            }
            out.write(some, 0, read);
            left -= read;
            progress.moved();
        }
    }

    private void marks(String word) throws IOException {
        if (group.aside) {
            return;
        }
        switch (word) {
            case "par", "sect" -> {
                heading();
                if (group.inTable) {
                    mark(IN_TABLE, "");
                }
            }
            case "cell" -> {
                heading();
                mark(CELL_END, "");
            }
            case "row" -> mark(ROW_END, "\\par");
            default -> {}
        }
    }

    private void heading() throws IOException {
        int level = group.outline >= 0 ? group.outline + 1 : levels.getOrDefault(group.style, 0);
        if (level > 0 && level <= MOST_LEVELS) {
            mark((char) (HEADING + level - 1), "");
        }
    }

    private void mark(char sign, String more) throws IOException {
        String escaped = "{\\uc1\\u" + (short) sign + "?" + more + "}";
        out.write(escaped.getBytes(StandardCharsets.US_ASCII));
    }

    private void set(String word, int number) {
        switch (word) {
            case "stylesheet" -> group.styles = true;
            case "pard" -> group.plain();
            case "intbl" -> group.inTable = true;
            case "outlinelevel" -> group.outline = number;
            case "s" -> group.style = number;
            default -> {}
        }
        group.aside |= ASIDE.contains(word);
    }

    private void endOfStyle() {
        if (group.styles && group.style >= 0) {
            Matcher named = STYLE_NAME.matcher(styleName.toString().strip().toLowerCase(Locale.ROOT));
            if (group.outline >= 0) {
                levels.put(group.style, group.outline + 1);
            } else if (named.lookingAt()) {
                levels.put(group.style, named.group(1).charAt(0) - '0');
            }
        }
        styleName.setLength(0);
    }
}
