package sourcebook.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sourcebook.search.Query.Leaf;
import sourcebook.search.Query.Near;
import sourcebook.search.Query.Phrase;
import sourcebook.search.Query.Regex;

/// Cuts what a person typed into words, phrases, operators and brackets. Reads every string; what means
/// nothing is left out.
final class QueryLexer {
    /// UTF-16 units of one word.
    static final int LONGEST_TERM = 2_000;

    /// UTF-16 units between quotation marks: a quoted page, or a thousand alternatives.
    static final int LONGEST_QUOTATION = 20_000;

    /// Positions: farther than any two words of a chapter are from each other.
    static final int FARTHEST = 1_000_000;

    private static final Pattern FIELD_NAME = Pattern.compile("\\p{L}{2,}");
    private static final Pattern STARS = Pattern.compile("\\*+");

    private final String typed;
    private final String text;
    private final Set<String> columns;
    private final Remarks remarks;
    private final QueryTokens tokens;
    private int at;
    private int start;

    QueryLexer(String typed, Set<String> columns, Remarks remarks) {
        this.typed = typed;
        text = QuerySigns.plain(typed);
        this.columns = columns;
        this.remarks = remarks;
        tokens = new QueryTokens(remarks, typed.length());
    }

    List<QueryToken.Placed> tokens() {
        while (at < text.length() && !tokens.full()) {
            char c = text.charAt(at);
            start = at;
            if (QuerySigns.blank(c)) {
                at++;
            } else if (QuerySigns.quotes(c)) {
                phrase(null);
            } else if (QuerySigns.opens(c)) {
                at++;
                token(new QueryToken.Open(null));
            } else if (QuerySigns.closes(c)) {
                at++;
                token(new QueryToken.Close());
            } else {
                run();
            }
        }
        return tokens.all();
    }

    private void phrase(@Nullable Scope scope) {
        int from = ++at;
        while (at < text.length() && !QuerySigns.quotes(text.charAt(at))) {
            at++;
        }
        String inner = tokens.cut(Runs.folded(text.substring(from, at)), LONGEST_QUOTATION, start, at);
        Near near = null;
        if (at < text.length()) {
            at++;
            near = near();
        } else {
            remarks.add("An unbalanced quotation mark was closed at the end.", from - 1, at);
        }
        if (hasWords(inner)) {
            Optional<Leaf> leaf = Quotation.read(inner, near, remarks, start, at);
            leaf.ifPresent(read -> term(scope, read));
        } else if (!inner.isEmpty()) {
            tokens.signs(inner, start, at);
        }
    }

    private static boolean hasWords(String text) {
        return new WordScanner(text).next();
    }

    /// `~5` or `~>5` behind a closing quotation mark.
    private @Nullable Near near() {
        if (at == text.length() || text.charAt(at) != '~') {
            return null;
        }
        int tilde = at++;
        boolean ordered = at < text.length() && text.charAt(at) == '>';
        at += ordered ? 1 : 0;
        int between = 0;
        int from = at;
        while (at < text.length() && Character.digit(text.charAt(at), 10) >= 0) {
            between = Math.min(FARTHEST, between * 10 + Character.digit(text.charAt(at++), 10));
        }
        if (from == at) {
            remarks.error("Behind “~” a number of words was expected, as in \"peace treaty\"~5.", tilde, at);
            return null;
        }
        return new Near(between, ordered);
    }

    /// Everything up to the next blank, quotation mark or bracket.
    private void run() {
        sign();
        if (at == text.length() || QuerySigns.ends(text.charAt(at))) {
            return;
        }
        int from = at;
        start = at;
        if (text.charAt(at) == '/' && regex(null)) {
            return;
        }
        while (at < text.length() && !QuerySigns.ends(text.charAt(at))) {
            at++;
        }
        String run = text.substring(from, at);
        boolean joined =
                at < text.length() && !QuerySigns.blank(text.charAt(at)) && !QuerySigns.closes(text.charAt(at));
        if (run.equals("&&") || run.equals("&")) {
            token(new QueryToken.And());
        } else if (run.equals("||") || run.equals("|")) {
            token(new QueryToken.Or());
        } else if (STARS.matcher(run).matches()) {
            token(new QueryToken.Everything());
        } else {
            word(run, joined);
        }
    }

    /// A plus, a minus, or both, with something behind.
    private void sign() {
        if (QuerySigns.plus(text.charAt(at)) && signs()) {
            at++;
            token(new QueryToken.Plus());
        }
        start = at;
        if (QuerySigns.minus(text.charAt(at)) && signs()) {
            at++;
            token(new QueryToken.Not());
        }
    }

    /// Whether something stands right behind this place.
    private boolean signs() {
        return at + 1 < text.length()
                && !QuerySigns.blank(text.charAt(at + 1))
                && !QuerySigns.closes(text.charAt(at + 1));
    }

    private void word(String run, boolean joined) {
        String word = tokens.cut(Runs.trimmed(run), LONGEST_TERM, start, at);
        boolean exact = run.charAt(0) == '=';
        switch (word) {
            case "" -> {
                if (run.indexOf('*') >= 0) {
                    remarks.add(QueryParser.STAR, start, at);
                } else if (run.codePoints().anyMatch(QuerySigns::telling) && !(exact && joined)) {
                    tokens.signs(run, start, at);
                }
            }
            case "AND", "OR", "NOT" -> {
                if (exact) {
                    term(null, new Phrase(word));
                } else {
                    token(
                            word.equals("AND")
                                    ? new QueryToken.And()
                                    : word.equals("OR") ? new QueryToken.Or() : new QueryToken.Not());
                }
            }
            default -> fielded(run.substring(Runs.start(run, word)), word, exact, joined);
        }
    }

    /// `rest` is the run from the word's first letter on, with what follows the word.
    private void fielded(String rest, String word, boolean exact, boolean joined) {
        if (word.toLowerCase(java.util.Locale.ROOT).startsWith("in:")) {
            Optional<QueryField> layer = layer(word.substring(3));
            if (layer.isPresent()) {
                token(new QueryToken.In(layer.get()));
                return;
            }
        }
        int colon = word.indexOf(':') >= 0 ? word.indexOf(':') : rest.indexOf(':');
        String name = colon < 0 ? "" : rest.substring(0, colon);
        Scope scope = Scope.of(name, columns);
        String behind = colon < 0 ? "" : rest.substring(colon + 1);
        if (scope == null) {
            unknown(name, behind, rest, joined);
            term(null, leaf(word, rest, exact));
        } else if (behind.startsWith("/") && regexBehind(scope, rest.length() - behind.length())) {
            return;
        } else if ((behind.isEmpty() || behind.equals("=")) && joined) {
            if (QuerySigns.quotes(text.charAt(at))) {
                phrase(scope);
            } else {
                at++;
                token(new QueryToken.Open(scope));
            }
        } else if (QueryValues.reads(scope)) {
            value(scope, behind, word);
        } else if (Runs.trimmed(behind).isEmpty()) {
            remarks.add(
                    "After “" + name + ":” a word or a phrase was expected; it was read as a word itself.", start, at);
            term(null, plainly(word));
        } else {
            String value = tokens.cut(Runs.trimmed(behind), LONGEST_TERM, start, at);
            term(scope, leaf(value, behind.substring(Runs.start(behind, value)), exact || behind.startsWith("=")));
        }
    }

    /// Which text is meant behind `in:`.
    private static Optional<QueryField> layer(String word) {
        return switch (word.toLowerCase(java.util.Locale.ROOT)) {
            case "furniture" -> Optional.of(QueryField.FURNITURE);
            case "text", "body" -> Optional.of(QueryField.BODY);
            case "title" -> Optional.of(QueryField.TITLE);
            default -> Optional.empty();
        };
    }

    private void unknown(String name, String behind, String rest, boolean joined) {
        int colon =
                start + typed.substring(start, at).indexOf(rest.isEmpty() ? "" : rest.substring(0, 1)) + name.length();
        if (FIELD_NAME.matcher(name).matches()
                && typed.indexOf(':', start) == colon
                && (behind.isEmpty() ? joined : WordCharacters.begins(behind.codePointAt(0)))) {
            String fields = Stream.concat(
                            Arrays.stream(QueryField.values())
                                    .filter(field -> field != QueryField.FURNITURE)
                                    .map(QueryField::prefix),
                            columns.stream().sorted().map(column -> Scope.typed(column) + ":"))
                    .collect(Collectors.joining(", "));
            remarks.error(
                    "“" + name + ":” is no field and was read as a word; fields are " + fields + ".",
                    colon - name.length(),
                    colon + 1);
        }
    }

    private void value(Scope scope, String value, String word) {
        Optional<Query> read = QueryValues.read(scope, value, remarks, start, at);
        if (read.isEmpty()) {
            term(null, plainly(word));
        } else {
            token(new QueryToken.Whole(read.get()));
        }
    }

    private Leaf leaf(String word, String rest, boolean exact) {
        String behind = rest.length() > word.length() ? rest.substring(word.length()) : "";
        Leaf leaf = Runs.leaf(word, behind, remarks, start, at);
        return exact && leaf instanceof Query.Word
                ? Quotation.read(word, null, remarks, start, at).orElse(leaf)
                : leaf;
    }

    private boolean regexBehind(Scope scope, int prefix) {
        int back = at;
        int slash = text.indexOf('/', start + prefix);
        at = slash;
        if (slash >= 0 && regex(scope)) {
            return true;
        }
        at = back;
        return false;
    }

    /// A regular expression whose first slash is here, if there is one.
    private boolean regex(@Nullable Scope scope) {
        int slash = at;
        int end = RegularExpression.end(text, at);
        if (end < 0 || end - slash > LONGEST_TERM) {
            return false;
        }
        String expression = typed.substring(slash + 1, end);
        Optional<RegularExpression.Problem> problem = RegularExpression.problem(expression);
        at = end + 1;
        if (problem.isEmpty()) {
            term(scope, new Regex(expression));
            return true;
        }
        int wrong = slash + 1 + problem.get().at();
        remarks.error(
                "“/" + expression + "/” is no regular expression and was read as words: "
                        + problem.get().what() + ".",
                wrong,
                wrong + 1);
        String words = Runs.folded(expression
                .codePoints()
                .map(c -> QuerySigns.inWord(c) ? c : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
        if (hasWords(words)) {
            term(scope, new Phrase(words));
        }
        return true;
    }

    /// A word that is not read otherwise, whatever signs are in it.
    private static Leaf plainly(String word) {
        if (word.chars().noneMatch(c -> c == '*' || c == '?' || c == '~')) {
            return new Query.Word(word);
        }
        return new Phrase(Runs.folded(word.codePoints()
                .map(c -> QuerySigns.inWord(c) ? c : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()));
    }

    private void token(QueryToken token) {
        tokens.add(token, start, at);
    }

    private void term(@Nullable Scope scope, Leaf leaf) {
        token(new QueryToken.Term(scope, leaf));
    }
}
