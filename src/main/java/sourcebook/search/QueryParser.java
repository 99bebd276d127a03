package sourcebook.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sourcebook.search.Query.AllDocuments;
import sourcebook.search.Query.And;
import sourcebook.search.Query.Custom;
import sourcebook.search.Query.Fielded;
import sourcebook.search.Query.Leaf;
import sourcebook.search.Query.Not;
import sourcebook.search.Query.Or;
import sourcebook.search.Query.Required;
import sourcebook.search.QueryLexer.Placed;
import sourcebook.search.QueryLexer.Token;

/// Reads the query language:
///
/// - `peace treaty` both words, in all their forms; `"peace treaty"` exactly this; `=peace` in no other
///   form
/// - `peace OR treaty`, `peace NOT treaty`, `-treaty`, brackets; operators in capitals. NOT binds
///   closest, then AND (written or not), then OR. `+peace` must occur even where any of the words may
/// - `"peace treaty"~5` near each other, `"peace treaty"~>5` in this order
/// - `govern*`, `wom?n`, `*ment`; `word~1`, `word~2` like it but for so many letters; `/gov.*s/` a
///   regular expression
/// - inside quotation marks, too: `"govern* experience"`, `"(party|cadre) school*"`, `"the * party"`
/// - `title:peace`, `creator:`, `source:`, `country:`, `publishedIn:`, `language:`, `type:`, `body:`, and
///   columns of the sidecars, before a word, a phrase or a bracket; `story:` and `id:` before an id
/// - `in:furniture peace` in the text of the page around the work; for a word, a phrase or a bracket, too
/// - `year:2014`, `year:2012..2017`, `year:2012..`; `date:2014-03..2014-05-10`; `has:ocr`
///
/// It forgives everything and never throws; what it had to forgive it remarks on.
public final class QueryParser {
    /// Brackets in brackets; what stands in deeper ones is left out.
    static final int DEEPEST = 64;

    static final int FIRST_YEAR = 1;
    static final int LAST_YEAR = 9999;

    static final String STAR = "A star alone stands for every document and was left out.";

    private final List<Placed> tokens;
    private final Remarks remarks;
    private int at;
    private int depth;

    private QueryParser(List<Placed> tokens, Remarks remarks) {
        this.tokens = tokens;
        this.remarks = remarks;
    }

    /// Something read and where it was typed.
    ///
    /// @param parts of an [And]
    private record Read(Query query, int from, int to, List<Read> parts) {
        Read(Query query, int from, int to) {
            this(query, from, to, List.of());
        }
    }

    /// Reads any string, in an archive whose sidecars have no columns of their own.
    public static ParsedQuery parse(String text) {
        return parse(text, Set.of());
    }

    /// Reads any string.
    ///
    /// @param customFields the columns of sidecars that can be asked for, as the archive writes them
    public static ParsedQuery parse(String text, Set<String> customFields) {
        Remarks remarks = new Remarks();
        QueryParser parser = new QueryParser(new QueryLexer(text, customFields, remarks).tokens(), remarks);
        Optional<Read> read = parser.whole();
        Query query = read.map(Read::query).orElseGet(AllDocuments::new);
        if (read.isEmpty() && remarks.isEmpty() && !text.isBlank()) {
            remarks.add("There are no letters or digits to search for: this is every document.", 0, text.length());
        }
        List<Chip> chips = read.map(QueryParser::chips).orElse(List.of());
        return new ParsedQuery(query, remarks.all(), QueryPrinter.print(query), chips);
    }

    private static List<Chip> chips(Read whole) {
        if (whole.query() instanceof AllDocuments) {
            return List.of();
        }
        List<Read> parts = whole.parts().isEmpty() ? List.of(whole) : whole.parts();
        return parts.stream()
                .map(part -> QueryPrinter.chip(part.query(), parts.size() == 1, part.from(), part.to()))
                .toList();
    }

    private Optional<Read> whole() {
        List<Read> parts = new ArrayList<>();
        Optional<Read> part = alternatives(null);
        while (true) {
            part.ifPresent(parts::add);
            if (at == tokens.size()) {
                return conjunction(parts);
            }
            remarks.add("A closing bracket without an opening one was left out.", here(), behind());
            at++;
            part = alternatives(null);
        }
    }

    private Optional<Read> alternatives(@Nullable Scope scope) {
        List<Read> parts = new ArrayList<>();
        conjuncts(scope).ifPresent(parts::add);
        boolean operator = false;
        int lone = here();
        while (next() instanceof Token.Or) {
            lone = operator ? lone : here();
            at++;
            int before = parts.size();
            operator |= parts.isEmpty();
            conjuncts(scope).ifPresent(parts::add);
            operator |= parts.size() == before;
        }
        if (operator) {
            loneOperator(lone);
        }
        return disjunction(parts);
    }

    private Optional<Read> conjuncts(@Nullable Scope scope) {
        List<Read> parts = new ArrayList<>();
        boolean wanted = false;
        int operator = here();
        while (at < tokens.size()) {
            Token token = tokens.get(at).token();
            if (token instanceof Token.Or || token instanceof Token.Close) {
                break;
            }
            if (token instanceof Token.And) {
                operator = here();
                at++;
                if (wanted || parts.isEmpty()) {
                    loneOperator(operator);
                }
                wanted = true;
            } else {
                Optional<Read> part = signed(scope);
                part.ifPresent(parts::add);
                wanted &= part.isEmpty();
            }
        }
        if (wanted) {
            loneOperator(operator);
        }
        return conjunction(parts);
    }

    /// With the NOT or plus before it.
    private Optional<Read> signed(@Nullable Scope scope) {
        int from = here();
        boolean negative = false;
        boolean required = false;
        while (next() instanceof Token.Not || next() instanceof Token.Plus) {
            required |= next() instanceof Token.Plus;
            negative ^= next() instanceof Token.Not;
            at++;
        }
        if (at == tokens.size() || operator(tokens.get(at).token())) {
            loneOperator(from);
            return Optional.empty();
        }
        Optional<Read> part = primary(scope);
        if (part.isEmpty() || (!negative && !required)) {
            return part;
        }
        Read read = part.get();
        if (read.query() instanceof AllDocuments) {
            remarks.add(STAR, read.from(), read.to());
            return Optional.empty();
        }
        Query inner = optional(read.query());
        Query signed = !negative ? new Required(inner) : inner instanceof Not(Query twice) ? twice : new Not(inner);
        if (signed instanceof Required(Not not)) {
            signed = not;
        }
        return Optional.of(new Read(signed, from, read.to()));
    }

    private Optional<Read> primary(@Nullable Scope scope) {
        Placed placed = tokens.get(at++);
        return switch (placed.token()) {
            case Token.Term(Scope own, Leaf leaf) ->
                Optional.of(read(placed, scoped(own == null ? scope : own, leaf, placed)));
            case Token.Whole(Query query) -> Optional.of(read(placed, query));
            case Token.Everything _ -> Optional.of(read(placed, new AllDocuments()));
            case Token.Open(Scope own) -> group(own == null ? scope : own, placed.from());
            case Token.In(QueryField own) -> within(own, placed);
            case Token.And _, Token.Or _, Token.Not _, Token.Plus _, Token.Close _ -> Optional.empty();
        };
    }

    private static Read read(Placed placed, Query query) {
        return new Read(query, placed.from(), placed.to());
    }

    /// What a prefix holds for: a NOT may stand between.
    private Optional<Read> within(QueryField field, Placed prefix) {
        String typed = field.prefix().strip();
        if (at == tokens.size() || operator(tokens.get(at).token())) {
            remarks.add(
                    "After “" + typed + "” a word, a phrase or a bracket was expected.", prefix.from(), prefix.to());
            return Optional.empty();
        }
        boolean word = unscoped(next());
        Optional<Read> part = signed(new Scope.Field(field));
        if (word && unscoped(next())) {
            remarks.add(
                    "“" + typed + "” holds for the one word or phrase behind it; for more, use brackets: "
                            + field.prefix() + "(a b).",
                    prefix.from(),
                    prefix.to());
        }
        return part.map(read -> new Read(read.query(), prefix.from(), read.to(), read.parts()));
    }

    private static boolean unscoped(@Nullable Token token) {
        return token instanceof Token.Term(Scope none, Leaf _) && none == null;
    }

    private @Nullable Token next() {
        return at < tokens.size() ? tokens.get(at).token() : null;
    }

    /// Where the next token was typed; behind the last one if there is none.
    private int here() {
        return at < tokens.size()
                ? tokens.get(at).from()
                : tokens.isEmpty() ? 0 : tokens.getLast().to();
    }

    private int behind() {
        return at < tokens.size() ? tokens.get(at).to() : here();
    }

    private static boolean operator(Token token) {
        return token instanceof Token.Or || token instanceof Token.And || token instanceof Token.Close;
    }

    private Optional<Read> group(@Nullable Scope scope, int from) {
        if (depth == DEEPEST) {
            remarks.add("Brackets more than " + DEEPEST + " deep were left out.", from, from + 1);
            skipGroup();
            return Optional.empty();
        }
        depth++;
        Optional<Read> inner = alternatives(scope);
        depth--;
        int to = behind();
        if (at < tokens.size()) {
            at++;
        } else {
            remarks.add("An unbalanced bracket was closed at the end.", from, from + 1);
        }
        return inner.map(read -> new Read(read.query(), from, to, read.parts()));
    }

    /// Passes over everything up to the bracket that closes this one.
    private void skipGroup() {
        int open = 1;
        while (at < tokens.size() && open > 0) {
            switch (tokens.get(at++).token()) {
                case Token.Open _ -> open++;
                case Token.Close _ -> open--;
                default -> {}
            }
        }
    }

    private Query scoped(@Nullable Scope scope, Leaf leaf, Placed placed) {
        return switch (scope) {
            case null -> leaf;
            case Scope.Column(String column) -> new Custom(column, leaf);
            case Scope.Field(QueryField field) ->
                QueryValues.reads(scope)
                        ? QueryValues.read(scope, leaf.typed(), remarks, placed.from(), placed.to())
                                .orElse(leaf)
                        : new Fielded(field, leaf);
        };
    }

    private static Optional<Read> conjunction(List<Read> parts) {
        List<Read> flat = new ArrayList<>();
        for (Read part : parts) {
            if (part.query() instanceof And) {
                flat.addAll(part.parts());
            } else if (!(part.query() instanceof AllDocuments)) {
                flat.add(part);
            }
        }
        if (flat.size() < 2) {
            return flat.isEmpty() ? parts.stream().findFirst() : Optional.of(flat.getFirst());
        }
        return Optional.of(new Read(
                new And(flat.stream().map(Read::query).toList()),
                flat.getFirst().from(),
                flat.getLast().to(),
                flat));
    }

    private static Optional<Read> disjunction(List<Read> parts) {
        if (parts.size() < 2) {
            return parts.stream().findFirst();
        }
        List<Query> flat = new ArrayList<>();
        boolean everything = false;
        for (Read part : parts) {
            Query query = optional(part.query());
            for (Query one : query instanceof Or(List<Query> inner) ? inner : List.of(query)) {
                if (!(one instanceof AllDocuments && everything)) {
                    flat.add(one);
                }
                everything |= one instanceof AllDocuments;
            }
        }
        Query either = flat.size() == 1 ? flat.getFirst() : new Or(flat);
        return Optional.of(
                new Read(either, parts.getFirst().from(), parts.getLast().to()));
    }

    /// Without pluses, which mean nothing in an alternative and below a NOT.
    private static Query optional(Query query) {
        return switch (query) {
            case Required(Query part) -> part;
            case And(List<Query> parts) ->
                new And(parts.stream()
                        .map(QueryParser::optional)
                        .flatMap(part -> part instanceof And(List<Query> inner) ? inner.stream() : Stream.of(part))
                        .toList());
            default -> query;
        };
    }

    private void loneOperator(int from) {
        remarks.add("AND, OR or NOT with nothing beside it was left out.", from, from + 1);
    }
}
