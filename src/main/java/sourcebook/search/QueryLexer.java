package sourcebook.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sourcebook.search.Query.Leaf;
import sourcebook.search.Query.Phrase;
import sourcebook.search.Query.Wildcard;
import sourcebook.search.Query.Word;

/// Cuts what a person typed into words, phrases, operators and brackets. Reads every string; what means nothing is
/// left out.
final class QueryLexer {
    sealed interface Token {
        /// `field` is what stands before the leaf, if anything.
        record Term(@Nullable QueryField field, Leaf leaf) implements Token {}

        record Years(YearRange range) implements Token {}

        record Open(@Nullable QueryField field) implements Token {}

        /// A field for the word, phrase or bracket behind it: `in:furniture`.
        record In(QueryField field) implements Token {}

        record Close() implements Token {}

        record And() implements Token {}

        record Or() implements Token {}

        record Not() implements Token {}
    }

    /// More terms than a person writes, and few enough for any engine.
    static final int MOST_TERMS = 512;

    /// UTF-16 units of one word or phrase; a quoted paragraph fits.
    static final int LONGEST_TERM = 2_000;

    private static final int MOST_SIGNS_SHOWN = 20;

    private static final Pattern FIELD_NAME = Pattern.compile("\\p{L}{2,}");
    private static final Pattern WILDCARDS = Pattern.compile("[*?]+");
    private static final Pattern WILDCARD_IN_PHRASE =
            Pattern.compile("\\*(?=[\\p{L}\\p{N}])|(?<=[\\p{L}\\p{N}])(?:\\*|\\?(?=[\\p{L}\\p{N}]))");
    private static final String FIELDS = Arrays.stream(QueryField.values())
            .filter(field -> field != QueryField.FURNITURE)
            .map(QueryField::prefix)
            .collect(Collectors.joining(", "));

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private int at;
    private int terms;
    private int prefixes;

    QueryLexer(String text) {
        this.text = text;
    }

    List<Token> tokens() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (QuerySigns.blank(c)) {
                at++;
            } else if (QuerySigns.quotes(c)) {
                phrase(null);
            } else if (QuerySigns.opens(c)) {
                at++;
                tokens.add(new Token.Open(null));
            } else if (QuerySigns.closes(c)) {
                at++;
                tokens.add(new Token.Close());
            } else {
                run();
            }
        }
        return tokens;
    }

    Set<String> notes() {
        return notes;
    }

    private void phrase(@Nullable QueryField field) {
        int from = ++at;
        while (at < text.length() && !QuerySigns.quotes(text.charAt(at))) {
            at++;
        }
        String inner = cut(folded(text.substring(from, at)));
        if (WILDCARD_IN_PHRASE.matcher(inner).find()) {
            notes.add("Inside quotation marks * and ? stand for no letters and were left out.");
            inner = folded(WILDCARDS.matcher(inner).replaceAll(" "));
        }
        if (at < text.length()) {
            at++;
        } else {
            notes.add("An unbalanced quotation mark was closed at the end.");
        }
        if (inner.codePoints().anyMatch(WordCharacters::begins)) {
            term(field, new Phrase(inner));
        } else if (!inner.isEmpty()) {
            signs(inner);
        }
    }

    /// Everything up to the next blank, quotation mark or bracket.
    private void run() {
        int from = at;
        while (at < text.length() && !QuerySigns.ends(text.charAt(at))) {
            at++;
        }
        String run = text.substring(from, at);
        boolean joined =
                at < text.length() && !QuerySigns.blank(text.charAt(at)) && !QuerySigns.closes(text.charAt(at));
        if (QuerySigns.minus(run.charAt(0)) && (run.length() > 1 || joined)) {
            tokens.add(new Token.Not());
            run = run.substring(1);
        }
        if (run.equals("&&") || run.equals("&")) {
            tokens.add(new Token.And());
        } else if (run.equals("||") || run.equals("|")) {
            tokens.add(new Token.Or());
        } else {
            word(run, joined);
        }
    }

    private void word(String run, boolean joined) {
        String word = trimmed(run);
        switch (word) {
            case "" -> {
                if (run.indexOf('*') >= 0) {
                    notes.add("A star alone stands for every document and was left out.");
                } else if (run.codePoints().anyMatch(QuerySigns::telling)) {
                    signs(run);
                }
            }
            case "AND" -> tokens.add(new Token.And());
            case "OR" -> tokens.add(new Token.Or());
            case "NOT" -> tokens.add(new Token.Not());
            default -> fielded(run.substring(run.indexOf(word)), word, joined);
        }
    }

    /// `rest` is the run from the word's first letter on, with what follows the word.
    private void fielded(String rest, String word, boolean joined) {
        int colon = word.indexOf(':') >= 0 ? word.indexOf(':') : rest.indexOf(':');
        String name = colon < 0 ? "" : rest.substring(0, colon);
        Optional<QueryField> field = QueryField.ofWord(name);
        if (word.equalsIgnoreCase("in:furniture")) {
            prefix(QueryField.FURNITURE);
            return;
        }
        if (field.isEmpty()) {
            String behind = colon < 0 ? "" : rest.substring(colon + 1);
            if (FIELD_NAME.matcher(name).matches()
                    && (behind.isEmpty() ? joined : WordCharacters.begins(behind.codePointAt(0)))) {
                notes.add("“" + name + ":” is no field and was read as a word; fields are " + FIELDS + ".");
            }
            term(null, leaf(word));
            return;
        }
        String value = rest.substring(colon + 1);
        if (value.isEmpty() && joined) {
            if (QuerySigns.quotes(text.charAt(at))) {
                phrase(field.get());
            } else {
                at++;
                tokens.add(new Token.Open(field.get()));
            }
        } else if (field.get() == QueryField.YEAR) {
            years(value, word);
        } else if (trimmed(value).isEmpty()) {
            notes.add("After “" + name + ":” a word or a phrase was expected; it was read as a word itself.");
            term(null, leaf(word));
        } else {
            term(field.get(), leaf(trimmed(value)));
        }
    }

    private void years(String value, String word) {
        Optional<YearRange> years = QueryYears.read(value);
        if (years.isPresent()) {
            QueryYears.turned(value).ifPresent(notes::add);
            if (counted()) {
                tokens.add(new Token.Years(years.get()));
            }
        } else {
            notes.add(QueryYears.EXPECTED);
            term(null, leaf(word));
        }
    }

    private void term(@Nullable QueryField field, Leaf leaf) {
        if (counted()) {
            tokens.add(new Token.Term(field, leaf));
        }
    }

    /// Counted by themselves: written out, a bracket's prefix stands before each of its words.
    private void prefix(QueryField field) {
        if (prefixes < MOST_TERMS) {
            prefixes++;
            tokens.add(new Token.In(field));
        }
    }

    private void signs(String signs) {
        boolean few = signs.length() <= MOST_SIGNS_SHOWN;
        notes.add((few ? "“" + signs + "” has" : "Signs have") + " no letters or digits: left out.");
    }

    private boolean counted() {
        if (terms == MOST_TERMS) {
            notes.add("Only the first " + MOST_TERMS + " words and phrases were read.");
            at = text.length();
            return false;
        }
        terms++;
        return true;
    }

    /// A word or a wildcard; addresses may hold question marks that ask nothing.
    private static Leaf leaf(String word) {
        boolean wild = (word.indexOf('*') >= 0 || word.indexOf('?') >= 0) && !word.contains("://");
        return wild ? new Wildcard(word.replaceAll("\\*+", "*")) : new Word(word);
    }

    /// From the first letter or digit to the last, with stars and question marks that belong to it. A question mark
    /// at the end is punctuation.
    private String trimmed(String run) {
        int from = 0;
        while (from < run.length() && !WordCharacters.begins(run.codePointAt(from))) {
            from += Character.charCount(run.codePointAt(from));
        }
        if (from == run.length()) {
            return "";
        }
        int to = run.length();
        while (!QuerySigns.inWord(run.codePointBefore(to))) {
            to -= Character.charCount(run.codePointBefore(to));
        }
        while (from > 0 && QuerySigns.wild(run.charAt(from - 1))) {
            from--;
        }
        int star = to;
        for (int i = to; i < run.length() && QuerySigns.wild(run.charAt(i)); i++) {
            star = run.charAt(i) == '*' ? i + 1 : star;
        }
        return cut(run.substring(from, star));
    }

    private String cut(String term) {
        if (term.length() <= LONGEST_TERM) {
            return term;
        }
        notes.add("A word or phrase longer than " + LONGEST_TERM + " characters was cut.");
        int to = LONGEST_TERM;
        while (to > 0
                && (Character.isHighSurrogate(term.charAt(to - 1)) || !QuerySigns.inWord(term.codePointBefore(to)))) {
            to--;
        }
        return term.substring(0, to);
    }

    private static String folded(String phrase) {
        StringBuilder folded = new StringBuilder();
        for (int i = 0; i < phrase.length(); i++) {
            char c = phrase.charAt(i);
            if (!QuerySigns.blank(c)) {
                folded.append(c);
            } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        }
        return folded.toString().strip();
    }
}
