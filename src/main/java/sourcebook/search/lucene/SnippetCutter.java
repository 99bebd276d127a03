package sourcebook.search.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private final CharSequence text;
    private final List<Integer> pageStarts;
    private final Layer layer;
    private final Boundaries bounds;
    private final boolean alike;

    SnippetCutter(CharSequence text, List<Integer> pageStarts, Layer layer) {
        this(text, pageStarts, layer, false);
    }

    /// @param alike whether all hits are of one word or phrase, so that no excerpt shows more of them than another and
    ///     the text need not be looked at where nothing is cut
    SnippetCutter(CharSequence text, List<Integer> pageStarts, Layer layer, boolean alike) {
        this.text = text;
        this.pageStarts = pageStarts;
        this.layer = layer;
        this.alike = alike;
        bounds = new Boundaries(text);
    }

    /// At most `most` excerpts in the order of the text; without hits the beginning of the text.
    List<Snippet> cut(List<Range> hits, int most) {
        if (most <= 0 || text.isEmpty()) {
            return List.of();
        }
        if (hits.isEmpty()) {
            int start = bounds.pastBlanks(0);
            return start == text.length()
                    ? List.of()
                    : List.of(excerpt(new Range(start, rightBound(start, start)), List.of()));
        }
        List<Snippet> excerpts = new ArrayList<>(most);
        int free = 0;
        int next = 0;
        for (Group group : best(groups(hits), hits, most)) {
            int from = Math.max(next, group.from);
            if (from < group.to) {
                int before = from == 0 ? 0 : hits.get(from - 1).end();
                int last = hits.get(group.to - 1).end();
                int start = leftBound(hits.get(from).start(), last, Math.max(free, before));
                free = rightBound(start, last);
                next = group.to;
                while (next < hits.size() && hits.get(next).end() <= free) {
                    next++;
                }
                if (next < hits.size() && hits.get(next).start() < free) {
                    free = bounds.beforeBlanks(
                            hits.get(next).start(), hits.get(next - 1).end());
                }
                excerpts.add(excerpt(new Range(start, free), hits.subList(from, next)));
            }
        }
        return excerpts;
    }

    /// Hits that one excerpt shows together, the first and the one behind the last.
    private record Group(int from, int to) {
        int size() {
            return to - from;
        }
    }

    private static List<Group> groups(List<Range> hits) {
        List<Group> groups = new ArrayList<>();
        int from = 0;
        while (from < hits.size()) {
            int to = from + 1;
            while (to < hits.size() && hits.get(to).end() - hits.get(from).start() <= LENGTH * 3 / 4) {
                to++;
            }
            groups.add(new Group(from, to));
            from = to;
        }
        return groups;
    }

    /// Those with the most different words and phrases, of these those with the most hits; in the order of the text.
    private List<Group> best(List<Group> groups, List<Range> hits, int most) {
        if (groups.size() <= most) {
            return groups;
        }
        Map<Group, Integer> distinct = new HashMap<>();
        groups.forEach(group -> distinct.put(group, distinct(group, hits)));
        return groups.stream()
                .sorted(Comparator.<Group>comparingInt(distinct::get)
                        .thenComparingInt(Group::size)
                        .reversed())
                .limit(most)
                .sorted(Comparator.comparingInt(Group::from))
                .toList();
    }

    private int distinct(Group group, List<Range> hits) {
        if (alike || group.size() == 1) {
            return 1;
        }
        Set<List<String>> found = new HashSet<>();
        for (Range hit : hits.subList(group.from, group.to)) {
            found.add(Terms.of(text.subSequence(hit.start(), hit.end()).toString()));
        }
        return found.size();
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
