package sourcebook.search.lucene;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;
import org.jspecify.annotations.Nullable;
import sourcebook.search.WordCharacters;
import sourcebook.search.lucene.language.Folding;

/// What stands for one word of a text: words themselves, never stems, and those that were broken at a line
/// end. Equal if it was written equally.
final class WordPattern {
    /// Above the marks that tell kinds of terms apart, so that no star reaches them.
    private static final Automaton ANY_CHARACTER = Automata.makeCharRange(' ', Character.MAX_CODE_POINT);

    private static final Automaton ANY_WORD = Operations.repeat(ANY_CHARACTER);

    private static final int DETERMINIZE_EFFORT = 100_000;

    /// Lucene's sign for an alternative without letters.
    private static final String NOTHING = "()";

    private final String written;
    private final CompiledAutomaton terms;

    private WordPattern(String written, Automaton words) {
        this.written = written;
        Automaton joined = Operations.concatenate(List.of(Automata.makeChar(Terms.JOINED), words));
        terms = new CompiledAutomaton(
                Operations.determinize(Operations.union(List.of(words, joined)), DETERMINIZE_EFFORT), false, true);
    }

    /// The words that were broken at a line end.
    static WordPattern broken() {
        return new WordPattern("broken", Automata.makeEmpty(), ANY_WORD);
    }

    private WordPattern(String written, Automaton whole, Automaton broken) {
        this.written = written;
        Automaton joined = Operations.concatenate(List.of(Automata.makeChar(Terms.JOINED), broken));
        terms = new CompiledAutomaton(
                Operations.determinize(Operations.union(List.of(whole, joined)), DETERMINIZE_EFFORT), false, true);
    }

    /// One word with stars and question marks.
    ///
    /// @throws RuntimeException of Lucene's if it is too long or has too many stars
    static WordPattern wildcard(String word) {
        List<Automaton> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= word.length(); i++) {
            char c = i == word.length() ? '*' : word.charAt(i);
            if (c != '*' && c != '?') {
                continue;
            }
            String letters = word.substring(from, i);
            if (letters.codePoints().anyMatch(WordCharacters::begins)) { // marks alone are folded away
                parts.add(Automata.makeString(Terms.folded(letters)));
            }
            if (i < word.length()) {
                parts.add(c == '*' ? ANY_WORD : ANY_CHARACTER);
            }
            from = i + 1;
        }
        return new WordPattern("wildcard " + word, Operations.concatenate(parts));
    }

    /// Words like a folded one.
    static WordPattern fuzzy(String folded, int edits) {
        Automaton like = new LevenshteinAutomata(folded, true).toAutomaton(edits);
        return new WordPattern(
                "fuzzy " + edits + " " + folded,
                like == null ? Automata.makeString(folded) : Operations.intersection(like, ANY_WORD));
    }

    /// Words that a regular expression describes.
    ///
    /// @throws RuntimeException of Lucene's if it is none, or too complex
    static WordPattern regex(String expression) {
        Automaton words = new RegExp(folded(expression), RegExp.NONE).toAutomaton();
        return new WordPattern("regex " + expression, Operations.intersection(words, ANY_WORD));
    }

    CompiledAutomaton terms() {
        return terms;
    }

    /// The expression in Lucene's syntax. Its letters are folded as those of texts are: side by side, since
    /// one may change what its neighbour becomes, but one that is repeated by itself.
    private static String folded(String expression) {
        String composed = Normalizer.normalize(expression, Normalizer.Form.NFC);
        StringBuilder folded = new StringBuilder();
        StringBuilder letters = new StringBuilder();
        boolean inClass = false;
        boolean begins = true; // an alternative
        for (int i = 0; i < composed.length(); i += Character.charCount(composed.codePointAt(i))) {
            int c = composed.codePointAt(i);
            if (begins && !inClass && (c == '|' || c == ')')) {
                folded.append(NOTHING);
            }
            begins = !inClass && (c == '(' || c == '|');
            if (!inClass && letter(c) && !counts(composed, i)) {
                letters.appendCodePoint(c);
                continue;
            }
            finish(letters, "?*+{".indexOf(c) >= 0, folded);
            boolean edge = inClass
                    && (composed.startsWith("]", i + 1)
                            || composed.charAt(i - 1) == '['
                            || composed.startsWith("[^", i - 2));
            if (c == '\\' && i + 1 < composed.length()) {
                i++;
                c = composed.codePointAt(i);
                folded.append(c == 'd' ? inClass ? "0-9" : "[0-9]" : literal(c, inClass));
            } else if ((c == '^' && i == 0) || (c == '$' && i == composed.length() - 1)) {
                continue;
            } else if (inClass
                    ? (c == '-' && !edge) || c == ']' || (c == '^' && composed.charAt(i - 1) == '[')
                    : c < 0x80 && "[.()|?*+{}".indexOf(c) >= 0) {
                inClass = c == '[' || (inClass && c != ']');
                folded.appendCodePoint(c);
            } else if (!inClass && counts(composed, i)) {
                folded.appendCodePoint(c);
            } else {
                folded.append(literal(c, inClass));
            }
        }
        finish(letters, false, folded);
        return folded.append(begins ? NOTHING : "").toString();
    }

    private static void finish(StringBuilder letters, boolean repeated, StringBuilder folded) {
        int last = repeated && !letters.isEmpty() ? letters.offsetByCodePoints(letters.length(), -1) : letters.length();
        if (last > 0) {
            folded.append(Folding.folded(letters.substring(0, last)));
        }
        if (last < letters.length()) {
            folded.append(literal(letters.codePointAt(last), false));
        }
        letters.setLength(0);
    }

    private static boolean letter(int c) {
        return Character.isLetterOrDigit(c) || WordCharacters.marks(c);
    }

    /// Whether a sign stands in the braces of a repetition.
    private static boolean counts(String expression, int at) {
        int open = expression.lastIndexOf('{', at);
        return open >= 0 && expression.indexOf('}', open) > at && "0123456789,".indexOf(expression.charAt(at)) >= 0;
    }

    private static String literal(int c, boolean inClass) {
        String sign = Character.toString(c);
        if (!letter(c)) {
            return "\\" + sign;
        }
        String letters = Folding.folded(sign);
        boolean one = letters.codePointCount(0, letters.length()) == 1;
        return one ? letters : inClass ? sign : "(" + letters + ")";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WordPattern pattern && written.equals(pattern.written);
    }

    @Override
    public int hashCode() {
        return written.hashCode();
    }

    @Override
    public String toString() {
        return written;
    }
}
