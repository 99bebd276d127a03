package sourcebook.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where the characters of a printed page are in the text that was kept of it.
///
/// The kept text is the printed one without running heads, page numbers and front matter: whole lines are
/// missing, now and then the beginning of one, nothing is added or changed. So lines are matched first,
/// as few gaps as possible and these rather at the page's edges, and then what is left between them,
/// character by character; word by word where that is long, as in a message whose plain text has its
/// lines broken elsewhere than its HTML. Immutable.
final class Alignment {
    static final int NOWHERE = -1;

    /// Larger tables of two sequences are not worth their time.
    private static final long MOST_CELLS = 4_000_000;

    private final int[] places;

    private Alignment(int[] places) {
        this.places = places;
    }

    static Alignment of(String printed, String kept) {
        int[] places = new int[printed.length()];
        Arrays.fill(places, NOWHERE);
        meet(printed, lines(printed), kept, lines(kept), places);
        return new Alignment(places);
    }

    /// Matches lines, or words, and then what lies between those that match.
    private static void meet(String printed, List<Line> from, String kept, List<Line> to, int[] places) {
        int[] matches = Gaps.fewest(ids(from, to), new Gaps.Costs(10, 2, 1), MOST_CELLS);
        int nextFrom = 0;
        int nextTo = 0;
        for (int i = 0; i < from.size(); i++) {
            if (matches[i] >= 0) {
                between(printed, from.subList(nextFrom, i), kept, to.subList(nextTo, matches[i]), places);
                same(printed, from.get(i), kept, to.get(matches[i]), places);
                nextFrom = i + 1;
                nextTo = matches[i] + 1;
            }
        }
        between(printed, from.subList(nextFrom, from.size()), kept, to.subList(nextTo, to.size()), places);
    }

    /// Where the character at `offset` of the printed text is in the kept one; [#NOWHERE] when it is not
    /// in there. Both in UTF-16 units. Blanks are nowhere.
    int place(int offset) {
        return places[offset];
    }

    /// @param content without its blanks
    private record Line(int start, int end, String content) {}

    private static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            var content = new StringBuilder();
            for (int i = start; i < end; i++) {
                if (!blank(text.charAt(i))) {
                    content.append(text.charAt(i));
                }
            }
            if (!content.isEmpty()) {
                lines.add(new Line(start, end, content.toString()));
            }
            start = end + 1;
        }
        return lines;
    }

    private static List<Line> words(String text, List<Line> lines) {
        List<Line> words = new ArrayList<>();
        for (Line line : lines) {
            int start = line.start();
            for (int i = line.start(); i <= line.end(); i++) {
                if (i == line.end() || blank(text.charAt(i))) {
                    if (i > start) {
                        words.add(new Line(start, i, text.substring(start, i)));
                    }
                    start = i + 1;
                }
            }
        }
        return words;
    }

    private static Gaps.Pair ids(List<Line> from, List<Line> to) {
        Map<String, Integer> known = new HashMap<>();
        return new Gaps.Pair(ids(from, known), ids(to, known));
    }

    private static int[] ids(List<Line> lines, Map<String, Integer> known) {
        return lines.stream()
                .mapToInt(line -> known.computeIfAbsent(line.content(), _ -> known.size()))
                .toArray();
    }

    private static void same(String printed, Line from, String kept, Line to, int[] places) {
        int at = to.start();
        for (int i = from.start(); i < from.end(); i++) {
            if (!blank(printed.charAt(i))) {
                while (blank(kept.charAt(at))) {
                    at++;
                }
                places[i] = at++;
            }
        }
    }

    /// Lines that have no like: parts of them may.
    private static void between(String printed, List<Line> from, String kept, List<Line> to, int[] places) {
        if (from.isEmpty() || to.isEmpty()) {
            return;
        }
        int[] here = filled(printed, from);
        int[] there = filled(kept, to);
        List<Line> words = words(printed, from);
        if ((long) here.length * there.length > MOST_CELLS && words.size() > from.size()) {
            meet(printed, words, kept, words(kept, to), places); // lines that were broken elsewhere
            return;
        }
        int[] matches = Gaps.fewest(
                new Gaps.Pair(
                        Arrays.stream(here).map(printed::charAt).toArray(),
                        Arrays.stream(there).map(kept::charAt).toArray()),
                new Gaps.Costs(2, 5, 2),
                MOST_CELLS);
        for (int i = 0; i < here.length; i++) {
            if (matches[i] >= 0) {
                places[here[i]] = there[matches[i]];
            }
        }
    }

    private static int[] filled(String text, List<Line> lines) {
        int start = lines.getFirst().start();
        int[] offsets = new int[lines.getLast().end() - start];
        int count = 0;
        for (Line line : lines) {
            for (int i = line.start(); i < line.end(); i++) {
                if (!blank(text.charAt(i))) {
                    offsets[count++] = i;
                }
            }
        }
        return Arrays.copyOf(offsets, count);
    }

    private static boolean blank(char character) {
        return Character.isWhitespace(character) || character == '\u00A0';
    }
}
