package sourcebook.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sourcebook.search.Query.AllDocuments;
import sourcebook.search.Query.And;
import sourcebook.search.Query.Fielded;
import sourcebook.search.Query.Leaf;
import sourcebook.search.Query.Not;
import sourcebook.search.Query.Or;
import sourcebook.search.Query.Phrase;
import sourcebook.search.Query.Wildcard;
import sourcebook.search.Query.Word;
import sourcebook.search.Query.Years;
import sourcebook.search.QueryLexer.Token;

/// Reads the query language:
///
/// - `peace treaty` both words, in all their forms; `"peace treaty"` exactly this
/// - `peace OR treaty`, `peace NOT treaty`, `-treaty`, brackets; operators in capitals. NOT binds closest, then AND
///   (written or not), then OR
/// - `title:peace`, `creator:`, `source:`, `country:`, `publishedIn:`, `language:`, `type:`, `body:`, before a word, a
///   phrase or a bracket; `story:` and `id:` before an id
/// - `in:furniture peace` in the text of the page around the work; for a word, a phrase or a bracket, too
/// - `year:2014`, `year:2012..2017`, `year:2012..`
/// - `govern*`, `wom?n`, `*ment`
///
/// It forgives everything and never throws; what it had to forgive it notes.
public final class QueryParser {
    /// Brackets in brackets; what stands in deeper ones is left out.
    static final int DEEPEST = 64;

    static final int FIRST_YEAR = 1;
    static final int LAST_YEAR = 9999;

    private final List<Token> tokens;
    private final Set<String> notes = new LinkedHashSet<>();
    private int at;
    private int depth;

    private QueryParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /// Reads any string.
    public static ParsedQuery parse(String text) {
        QueryLexer lexer = new QueryLexer(text);
        QueryParser parser = new QueryParser(lexer.tokens());
        parser.notes.addAll(lexer.notes());
        Optional<Query> read = parser.whole();
        Query query = read.orElseGet(AllDocuments::new);
        if (read.isEmpty() && parser.notes.isEmpty() && !text.isBlank()) {
            parser.notes.add("There are no letters or digits to search for: this is every document.");
        }
        return new ParsedQuery(query, List.copyOf(parser.notes), QueryPrinter.print(query));
    }

    private Optional<Query> whole() {
        List<Query> parts = new ArrayList<>();
        Optional<Query> part = alternatives(null);
        while (true) {
            part.ifPresent(parts::add);
            if (at == tokens.size()) {
                return conjunction(parts);
            }
            at++; // a closing bracket that nothing opened
            notes.add("A closing bracket without an opening one was left out.");
            part = alternatives(null);
        }
    }

    private Optional<Query> alternatives(@Nullable QueryField field) {
        List<Query> parts = new ArrayList<>();
        conjuncts(field).ifPresent(parts::add);
        boolean operator = false;
        while (at < tokens.size() && tokens.get(at) instanceof Token.Or) {
            at++;
            int before = parts.size();
            operator |= parts.isEmpty();
            conjuncts(field).ifPresent(parts::add);
            operator |= parts.size() == before;
        }
        if (operator) {
            loneOperator();
        }
        return disjunction(parts);
    }

    private Optional<Query> conjuncts(@Nullable QueryField field) {
        List<Query> parts = new ArrayList<>();
        boolean wanted = false;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (token instanceof Token.Or || token instanceof Token.Close) {
                break;
            }
            if (token instanceof Token.And) {
                at++;
                if (wanted || parts.isEmpty()) {
                    loneOperator();
                }
                wanted = true;
            } else {
                Optional<Query> part = negated(field);
                part.ifPresent(parts::add);
                wanted &= part.isEmpty();
            }
        }
        if (wanted) {
            loneOperator();
        }
        return conjunction(parts);
    }

    private Optional<Query> negated(@Nullable QueryField field) {
        boolean negative = false;
        while (at < tokens.size() && tokens.get(at) instanceof Token.Not) {
            negative = !negative;
            at++;
        }
        if (at == tokens.size() || operator(tokens.get(at))) {
            loneOperator();
            return Optional.empty();
        }
        Optional<Query> part = primary(field);
        if (!negative) {
            return part;
        }
        return part.map(query -> query instanceof Not(Query inner) ? inner : new Not(query));
    }

    private Optional<Query> primary(@Nullable QueryField field) {
        Token token = tokens.get(at++);
        return switch (token) {
            case Token.Term(QueryField own, Leaf leaf) -> Optional.of(scoped(own == null ? field : own, leaf));
            case Token.Years(YearRange range) -> Optional.of(new Years(range));
            case Token.Open(QueryField own) -> group(own == null ? field : own);
            case Token.In(QueryField own) -> within(own);
            case Token.And _, Token.Or _, Token.Not _, Token.Close _ -> Optional.empty();
        };
    }

    /// What a prefix holds for: a NOT may stand between.
    private Optional<Query> within(QueryField field) {
        if (at == tokens.size() || operator(tokens.get(at))) {
            notes.add("After “" + field.prefix().strip() + "” a word, a phrase or a bracket was expected.");
            return Optional.empty();
        }
        boolean word = tokens.get(at) instanceof Token.Term(QueryField none, Leaf _) && none == null;
        Optional<Query> part = negated(field);
        if (word
                && at < tokens.size()
                && tokens.get(at) instanceof Token.Term(QueryField none, Leaf _)
                && none == null) {
            notes.add("“" + field.prefix().strip()
                    + "” holds for the one word or phrase behind it; for more, use brackets: " + field.prefix()
                    + "(a b).");
        }
        return part;
    }

    private static boolean operator(Token token) {
        return token instanceof Token.Or || token instanceof Token.And || token instanceof Token.Close;
    }

    private Optional<Query> group(@Nullable QueryField field) {
        if (depth == DEEPEST) {
            notes.add("Brackets more than " + DEEPEST + " deep were left out.");
            skipGroup();
            return Optional.empty();
        }
        depth++;
        Optional<Query> inner = alternatives(field);
        depth--;
        if (at < tokens.size()) {
            at++;
        } else {
            notes.add("An unbalanced bracket was closed at the end.");
        }
        return inner;
    }

    /// Passes over everything up to the bracket that closes this one.
    private void skipGroup() {
        int open = 1;
        while (at < tokens.size() && open > 0) {
            switch (tokens.get(at++)) {
                case Token.Open _ -> open++;
                case Token.Close _ -> open--;
                default -> {}
            }
        }
    }

    private Query scoped(@Nullable QueryField field, Leaf leaf) {
        if (field == null) {
            return leaf;
        }
        if (field != QueryField.YEAR) {
            return new Fielded(field, leaf);
        }
        String text = switch (leaf) {
            case Word(String word) -> word;
            case Phrase(String phrase) -> phrase;
            case Wildcard(String pattern) -> pattern;
        };
        Optional<YearRange> years = QueryYears.read(text);
        if (years.isEmpty()) {
            notes.add(QueryYears.EXPECTED);
            return leaf;
        }
        QueryYears.turned(text).ifPresent(notes::add);
        return new Years(years.get());
    }

    private static Optional<Query> conjunction(List<Query> parts) {
        List<Query> flat = new ArrayList<>();
        for (Query part : parts) {
            if (part instanceof And(List<Query> inner)) {
                flat.addAll(inner);
            } else {
                flat.add(part);
            }
        }
        return flat.size() < 2 ? flat.stream().findFirst() : Optional.of(new And(flat));
    }

    private static Optional<Query> disjunction(List<Query> parts) {
        List<Query> flat = new ArrayList<>();
        for (Query part : parts) {
            if (part instanceof Or(List<Query> inner)) {
                flat.addAll(inner);
            } else {
                flat.add(part);
            }
        }
        return flat.size() < 2 ? flat.stream().findFirst() : Optional.of(new Or(flat));
    }

    private void loneOperator() {
        notes.add("AND, OR or NOT with nothing beside it was left out.");
    }
}
