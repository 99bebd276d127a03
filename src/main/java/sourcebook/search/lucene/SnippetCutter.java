package sourcebook.search.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.Snippet;

/// Cuts excerpts around hits out of a text.
final class SnippetCutter {
    /// UTF-16 units of an excerpt, if its hits leave room; two lines of a result list.
    private static final int LENGTH = 200;

    /// How far a bound moves to fall on the end of a sentence, and on a blank.
    private static final int SENTENCE_REACH = 60;

    private static final int WORD_REACH = 30;

    private final String text;
    private final List<Integer> pageStarts;

    SnippetCutter(String text, List<Integer> pageStarts) {
        this.text = text;
        this.pageStarts = pageStarts;
    }

    /// At most `most` excerpts in the order of the text; without hits the beginning of the text.
    List<Snippet> cut(List<Range> hits, int most) {
        if (most <= 0 || text.isBlank()) {
            return List.of();
        }
        if (hits.isEmpty()) {
            int start = pastBlanks(0);
            return List.of(excerpt(new Range(start, rightBound(start, start)), List.of()));
        }
        List<Window> windows = windows(hits);
        List<Window> best = windows.stream()
                .sorted(Comparator.comparingLong(Window::distinct)
                        .thenComparingInt(window -> window.hits.size())
                        .reversed())
                .limit(most)
                .sorted(Comparator.comparingInt(window -> window.range.start()))
                .toList();
        return best.stream().map(window -> excerpt(window.range, window.hits)).toList();
    }

    private final class Window {
        private final Range range;
        private final List<Range> hits;

        Window(Range range, List<Range> hits) {
            this.range = range;
            this.hits = hits;
        }

        /// Number of different words and phrases found in it: the more, the better it shows why the document matches.
        long distinct() {
            return hits.stream()
                    .map(hit -> Terms.of(text.substring(hit.start(), hit.end())))
                    .distinct()
                    .count();
        }
    }

    /// Every hit falls whole into exactly one window.
    private List<Window> windows(List<Range> hits) {
        List<Window> windows = new ArrayList<>();
        int free = 0;
        int next = 0;
        while (next < hits.size()) {
            int from = next;
            int first = hits.get(from).start();
            int last = hits.get(from).end();
            next++;
            while (next < hits.size() && hits.get(next).end() - first <= LENGTH * 3 / 4) {
                last = hits.get(next).end();
                next++;
            }
            int start = leftBound(first, last, free);
            int end = rightBound(start, last);
            while (next < hits.size() && hits.get(next).end() <= end) {
                next++;
            }
            if (next < hits.size() && hits.get(next).start() < end) {
                end = Math.max(last, hits.get(next).start());
            }
            windows.add(new Window(new Range(start, end), hits.subList(from, next)));
            free = end;
        }
        return windows;
    }

    private int leftBound(int first, int last, int free) {
        int wanted = Math.max(free, first - Math.max(0, (LENGTH - (last - first)) / 3));
        for (int i = wanted; i > Math.max(free, wanted - SENTENCE_REACH); i--) {
            if (sentenceEndsBefore(i)) {
                return pastBlanks(Math.min(i, first));
            }
        }
        for (int i = wanted; i > Math.max(free, wanted - WORD_REACH); i--) {
            if (Character.isWhitespace(text.charAt(i - 1))) {
                return i;
            }
        }
        return wholeCharacter(wanted);
    }

    private int rightBound(int start, int last) {
        int wanted = Math.min(text.length(), Math.max(last, start + LENGTH));
        for (int i = wanted; i < Math.min(text.length(), wanted + SENTENCE_REACH); i++) {
            if (sentenceEndsBefore(i)) {
                return trimmed(i, last);
            }
        }
        for (int i = wanted; i < Math.min(text.length(), wanted + WORD_REACH); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return trimmed(i, last);
            }
        }
        return trimmed(wholeCharacter(wanted), last);
    }

    private boolean sentenceEndsBefore(int at) {
        if (at == 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        if (before == '\u3002' || before == '\uFF01' || before == '\uFF1F') {
            return true;
        }
        return at > 1 && Character.isWhitespace(before) && ".!?\n".indexOf(text.charAt(at - 2)) >= 0;
    }

    private int pastBlanks(int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private int trimmed(int end, int least) {
        int at = end;
        while (at > least && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /// Never between the halves of a surrogate pair.
    private int wholeCharacter(int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
    }

    private Snippet excerpt(Range range, List<Range> hits) {
        StringBuilder folded = new StringBuilder();
        int[] places = new int[range.end() - range.start() + 1];
        for (int i = range.start(); i < range.end(); i++) {
            places[i - range.start()] = folded.length();
            char c = text.charAt(i);
            if (!Character.isWhitespace(c)) {
                folded.append(c);
            } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        }
        places[range.end() - range.start()] = folded.length();
        List<Snippet.Mark> marks = hits.stream()
                .map(hit -> new Snippet.Mark(places[hit.start() - range.start()], places[hit.end() - range.start()]))
                .toList();
        int pageOf = hits.isEmpty() ? range.start() : hits.getFirst().start();
        return new Snippet(
                DocumentText.pageAt(pageStarts, pageOf),
                folded.toString().stripTrailing(),
                range.start(),
                range.end(),
                marks);
    }
}
