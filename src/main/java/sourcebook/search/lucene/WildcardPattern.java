package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import sourcebook.search.WordCharacters;

/// A word with stars and question marks. It stands for words themselves, never for stems; several words in one
/// (`self-determin*`) are sought side by side.
final class WildcardPattern {
    /// Above the marks that tell kinds of terms apart, so that no star reaches them.
    private static final Automaton ANY_CHARACTER = Automata.makeCharRange(' ', Character.MAX_CODE_POINT);

    private static final int DETERMINIZE_EFFORT = 100_000;

    private final List<String> words;

    WildcardPattern(String pattern) {
        words = words(pattern);
    }

    Query query(String field, IndexReader reader) throws IOException {
        try {
            if (words.size() == 1) {
                Automaton word = automaton(words.getFirst());
                Automaton joined = Operations.concatenate(List.of(Automata.makeChar(Terms.JOINED), word));
                return new AutomatonQuery(
                        new Term(field, words.getFirst()),
                        Operations.determinize(Operations.union(List.of(word, joined)), DETERMINIZE_EFFORT));
            }
            MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
            for (String word : words) {
                List<Term> terms = expanded(word, field, reader);
                if (terms.isEmpty()) {
                    return new MatchNoDocsQuery("no such word");
                }
                phrase.add(terms.toArray(Term[]::new));
            }
            return phrase.build();
        } catch (TooComplexToDeterminizeException | IllegalArgumentException _) { // too long, or too many stars
            return new MatchNoDocsQuery("too long, or too many wildcards");
        }
    }

    private static List<Term> expanded(String word, String field, IndexReader reader) throws IOException {
        List<Term> expanded = new ArrayList<>();
        var terms = MultiTerms.getTerms(reader, field);
        if (terms != null) {
            TermsEnum some = new CompiledAutomaton(
                            Operations.determinize(automaton(word), DETERMINIZE_EFFORT), false, true)
                    .getTermsEnum(terms);
            for (BytesRef term = some.next(); term != null; term = some.next()) {
                expanded.add(new Term(field, BytesRef.deepCopyOf(term)));
            }
        }
        return expanded;
    }

    private static Automaton automaton(String word) {
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
                parts.add(c == '*' ? Operations.repeat(ANY_CHARACTER) : ANY_CHARACTER);
            }
            from = i + 1;
        }
        return Operations.concatenate(parts);
    }

    /// Cuts a pattern where a text would be cut, stars and question marks counting as letters.
    private static List<String> words(String pattern) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean afterAlone = false;
        for (int i = 0; i < pattern.length(); i += Character.charCount(pattern.codePointAt(i))) {
            int c = pattern.codePointAt(i);
            boolean alone = WordCharacters.standsAlone(c);
            boolean inside = c == '*' || c == '?' || WordCharacters.begins(c) || WordCharacters.marks(c);
            boolean letter = WordCharacters.begins(c) && !WordCharacters.marks(c);
            if (alone || (afterAlone && letter) || !(inside || WordCharacters.ignorable(c))) {
                finish(words, word);
            }
            afterAlone = alone || (afterAlone && !letter);
            if (inside) {
                word.appendCodePoint(c);
            }
        }
        finish(words, word);
        return words;
    }

    private static void finish(List<String> words, StringBuilder word) {
        if (word.codePoints().anyMatch(WordCharacters::begins)) {
            words.add(word.toString());
        }
        word.setLength(0);
    }
}
