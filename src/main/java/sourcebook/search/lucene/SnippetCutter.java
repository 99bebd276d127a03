package sourcebook.search.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.Layer;
import sourcebook.search.Snippet;

/// Cuts excerpts around hits out of a text.
final class SnippetCutter {
    /// UTF-16 units of an excerpt, if its hits leave room; two lines of a result list.
    private static final int LENGTH = 200;

    /// How far a bound moves to fall between two sentences, and on a blank.
    private static final int SENTENCE_REACH = 60;

    private static final int WORD_REACH = 30;

    private final String text;
    private final List<Integer> pageStarts;
    private final Layer layer;
    private final Boundaries bounds;

    SnippetCutter(String text, List<Integer> pageStarts, Layer layer) {
        this.text = text;
        this.pageStarts = pageStarts;
        this.layer = layer;
        bounds = new Boundaries(text);
    }

    /// At most `most` excerpts in the order of the text; without hits the beginning of the text.
    List<Snippet> cut(List<Range> hits, int most) {
        int start = bounds.pastBlanks(0);
        if (most <= 0 || start == text.length()) {
            return List.of();
        }
        if (hits.isEmpty()) {
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
                end = bounds.beforeBlanks(
                        hits.get(next).start(), hits.get(next - 1).end());
            }
            windows.add(new Window(new Range(start, end), hits.subList(from, next)));
            free = end;
        }
        return windows;
    }

    /// The beginning of a sentence, before or else behind where the excerpt would begin; or of a word.
    private int leftBound(int first, int last, int free) {
        int wanted = Math.max(free, first - Math.max(0, (LENGTH - (last - first)) / 3));
        for (int i = wanted; i >= Math.max(free, wanted - SENTENCE_REACH); i--) {
            if (bounds.sentence(i)) {
                return bounds.pastBlanks(i);
            }
        }
        for (int i = wanted + 1; i <= first; i++) {
            if (bounds.sentence(i)) {
                return i;
            }
        }
        for (int i = wanted; i > Math.max(free, wanted - WORD_REACH); i--) {
            if (bounds.blankAt(i - 1)) {
                return bounds.pastBlanks(i);
            }
        }
        int start = wanted;
        while (start < first && !bounds.word(start)) {
            start++;
        }
        return bounds.pastBlanks(start);
    }

    /// The end of a sentence, behind or else before where the excerpt would end; or of a word.
    private int rightBound(int start, int last) {
        int wanted = Math.max(last, start + LENGTH);
        if (wanted >= text.length()) {
            return bounds.beforeBlanks(text.length(), last);
        }
        for (int i = wanted; i <= Math.min(text.length(), wanted + SENTENCE_REACH); i++) {
            if (bounds.sentence(i)) {
                return bounds.beforeBlanks(i, last);
            }
        }
        for (int i = wanted - 1; i > Math.max(last, wanted - SENTENCE_REACH); i--) {
            if (bounds.sentence(i)) {
                return bounds.beforeBlanks(i, last);
            }
        }
        for (int i = wanted; i < Math.min(text.length(), wanted + WORD_REACH); i++) {
            if (bounds.blankAt(i)) {
                return bounds.beforeBlanks(i, last);
            }
        }
        return wordEnd(wanted, last, start);
    }

    /// The last end of a word up to `wanted`; of a character, if there is nothing but one endless word.
    private int wordEnd(int wanted, int last, int start) {
        int end = wanted;
        while (end > last && !bounds.word(end)) {
            end--;
        }
        if (end == start) {
            end = wanted;
            while (!bounds.character(end)) {
                end++;
            }
        }
        return bounds.beforeBlanks(end, last);
    }

    /// Whether the blank at `at` belongs to a line end inside a hyphenated word of the excerpt.
    private boolean insideWord(int at, Range range) {
        int from = at;
        while (from > range.start() && bounds.blankAt(from - 1)) {
            from--;
        }
        int to = at;
        while (to < range.end() && bounds.blankAt(to)) {
            to++;
        }
        return to < range.end() && DocumentText.insideWord(text, from, to);
    }

    private Snippet excerpt(Range range, List<Range> hits) {
        StringBuilder folded = new StringBuilder();
        int[] places = new int[range.end() - range.start() + 1];
        for (int i = range.start(); i < range.end(); i++) {
            places[i - range.start()] = folded.length();
            if (!bounds.blankAt(i)) {
                folded.append(text.charAt(i));
            } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ' && !insideWord(i, range)) {
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
                marks,
                layer);
    }
}
