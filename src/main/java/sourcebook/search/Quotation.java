package sourcebook.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sourcebook.search.Query.Alternatives;
import sourcebook.search.Query.AnyWord;
import sourcebook.search.Query.Element;
import sourcebook.search.Query.Leaf;
import sourcebook.search.Query.Near;
import sourcebook.search.Query.OneWord;
import sourcebook.search.Query.Pattern;
import sourcebook.search.Query.Phrase;
import sourcebook.search.Query.Regex;
import sourcebook.search.Query.Sequence;
import sourcebook.search.Query.Words;

/// Reads what stands between two quotation marks: words, and among them patterns, alternatives in
/// brackets, and stars for any one word. Not for several threads.
final class Quotation {
    /// Brackets in brackets; deeper ones mean nothing.
    private static final int DEEPEST = 8;

    /// Parts that may stand near each other in any order: with each more, the ways to find them double.
    private static final int MOST_NEAR = 10;

    /// Parts near each other in one order.
    private static final int MOST_IN_ORDER = 60;

    private final String inner;
    private final Remarks remarks;
    private final int from;
    private final int to;
    private int at;
    private int depth;

    /// @param inner what stands between the marks, folded by [Runs#folded]
    /// @param from where it stands in what was typed
    private Quotation(String inner, Remarks remarks, int from, int to) {
        this.inner = inner;
        this.remarks = remarks;
        this.from = from;
        this.to = to;
    }

    /// An element and where in the quotation it stands.
    private record Placed(Element element, int from, int to) {}

    /// Empty if there is nothing to be found.
    static Optional<Leaf> read(String inner, @Nullable Near near, Remarks remarks, int from, int to) {
        return new Quotation(inner, remarks, from, to).leaf(near);
    }

    private Optional<Leaf> leaf(@Nullable Near near) {
        List<Placed> row = new ArrayList<>();
        while (at < inner.length()) {
            row.addAll(row());
            at++; // a closing bracket that nothing opened
        }
        @Nullable Near within = near;
        if (near != null && near.ordered() && near.between() == 0) {
            within = null;
        }
        if (within != null) {
            row.removeIf(placed -> placed.element() instanceof AnyWord);
            if (row.size() < 2) {
                remarks.add(
                        "A distance needs two words, or more, between the quotation marks: it was left out.", from, to);
                within = null;
            } else {
                shorten(row, within.ordered() ? MOST_IN_ORDER : MOST_NEAR);
            }
        }
        List<Element> elements = within == null ? sideBySide(row) : units(row);
        if (elements.isEmpty()) {
            return Optional.empty();
        }
        if (elements.size() == 1 && elements.getFirst() instanceof Words(String text)) {
            return Optional.of(new Phrase(inner.indexOf('*') < 0 ? inner : text));
        }
        return Optional.of(new Sequence(elements, within));
    }

    private void shorten(List<Placed> row, int most) {
        if (row.size() > most) {
            remarks.add(
                    "A distance holds for " + most + " words at most between the quotation marks: only the first "
                            + most + " were read.",
                    from,
                    to);
            row.subList(most, row.size()).clear();
        }
    }

    /// Up to a closing bracket, a bar inside of brackets, or the end.
    private List<Placed> row() {
        List<Placed> row = new ArrayList<>();
        while (at < inner.length()) {
            char c = inner.charAt(at);
            if (c == ')' || (c == '|' && depth > 0)) {
                break;
            } else if (c == ' ' || c == '|' || (c == '(' && depth == DEEPEST)) {
                at++;
            } else if (c == '(') {
                alternatives(row);
            } else if (!word(row)) {
                break;
            }
        }
        return row;
    }

    private void alternatives(List<Placed> row) {
        int open = at++;
        depth++;
        List<List<Element>> rows = new ArrayList<>();
        boolean more = true;
        while (more) {
            List<Element> elements = sideBySide(row());
            List<List<Element>> read =
                    elements.size() == 1 && elements.getFirst() instanceof Alternatives(List<List<Element>> nested)
                            ? nested
                            : List.of(elements);
            read.stream().filter(one -> !one.isEmpty() && !rows.contains(one)).forEach(rows::add);
            more = at < inner.length() && inner.charAt(at) != ')';
            at++;
        }
        depth--;
        if (rows.size() == 1
                && rows.getFirst().size() == 1
                && !several(rows.getFirst().getFirst())) {
            row.add(new Placed(rows.getFirst().getFirst(), open, at));
        } else if (!rows.isEmpty()) {
            row.add(new Placed(new Alternatives(rows), open, at));
        }
    }

    /// Whether brackets hold an element together.
    private static boolean several(Element element) {
        return element instanceof Words(String text) && text.indexOf(' ') >= 0;
    }

    /// Whether it was a word; false at an `OR` between alternatives, at whose last letter it then stands.
    private boolean word(List<Placed> row) {
        int start = at;
        if (inner.charAt(at) == '/') {
            int end = RegularExpression.end(inner, at);
            if (end > 0 && regex(row, start, end)) {
                return true;
            }
        }
        while (at < inner.length() && " ()|".indexOf(inner.charAt(at)) < 0) {
            at++;
        }
        String run = inner.substring(start, at);
        if (run.charAt(0) == '*' && run.chars().allMatch(c -> c == '*')) {
            row.add(new Placed(new AnyWord(), start, at));
            return true;
        }
        String word = Runs.trimmed(run);
        while (word.startsWith("?") || word.startsWith("/")) { // before a word they ask for nothing
            word = word.substring(1);
        }
        if (depth > 0 && word.equals("OR")) {
            at--;
            return false;
        }
        if (word.isEmpty()) {
            return true;
        }
        int placed = start + Runs.start(run, word);
        Element element = Runs.leaf(word, "", remarks, from, to) instanceof Pattern pattern
                ? new OneWord(pattern)
                : new Words(word);
        row.add(new Placed(element, placed, placed + word.length()));
        return true;
    }

    private boolean regex(List<Placed> row, int start, int end) {
        String expression = inner.substring(start + 1, end);
        Optional<RegularExpression.Problem> problem = RegularExpression.problem(expression);
        if (problem.isPresent()) {
            remarks.error(
                    "“/" + expression + "/” is no regular expression and was read as words: "
                            + problem.get().what() + ".",
                    from,
                    to);
            return false;
        }
        at = end + 1;
        row.add(new Placed(new OneWord(new Regex(expression)), start, at));
        return true;
    }

    /// Without stars at the ends, rows of their own among the others, and words side by side as one.
    private List<Element> sideBySide(List<Placed> row) {
        List<Placed> flat = new ArrayList<>();
        for (Placed placed : row) {
            if (placed.element() instanceof Alternatives(List<List<Element>> rows) && rows.size() == 1) {
                rows.getFirst().forEach(element -> flat.add(new Placed(element, placed.from(), placed.to())));
            } else {
                flat.add(placed);
            }
        }
        int before = flat.size();
        while (!flat.isEmpty() && flat.getFirst().element() instanceof AnyWord) {
            flat.removeFirst();
        }
        while (!flat.isEmpty() && flat.getLast().element() instanceof AnyWord) {
            flat.removeLast();
        }
        if (flat.size() < before) {
            remarks.add("A star for any word needs a word on both sides inside the quotation marks.", from, to);
        }
        List<Element> elements = new ArrayList<>();
        int end = 0;
        for (Placed placed : flat) {
            if (placed.element() instanceof Words(String text)
                    && !elements.isEmpty()
                    && elements.getLast() instanceof Words(String words)) {
                String between = inner.substring(Math.min(end, placed.from()), placed.from());
                boolean signs = between.indexOf(' ') < 0 || between.chars().anyMatch(c -> "()|*/".indexOf(c) >= 0);
                elements.set(elements.size() - 1, new Words(words + (signs ? " " : between) + text));
            } else {
                elements.add(placed.element());
            }
            end = placed.to();
        }
        return elements;
    }

    private static List<Element> units(List<Placed> row) {
        return row.stream().map(Placed::element).toList();
    }
}
