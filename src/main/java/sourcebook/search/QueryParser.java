package sourcebook.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sourcebook.search.Query.AllDocuments;
import sourcebook.search.Query.Custom;
import sourcebook.search.Query.Fielded;
import sourcebook.search.Query.Leaf;
import sourcebook.search.Query.Not;
import sourcebook.search.Query.Required;
import sourcebook.search.QueryToken.Placed;

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
        Optional<ReadPart> read = parser.whole();
        Query query = read.map(ReadPart::query).orElseGet(AllDocuments::new);
        if (read.isEmpty() && remarks.isEmpty() && !text.isBlank()) {
            remarks.add("There are no letters or digits to search for: this is every document.", 0, text.length());
        }
        List<Chip> chips = read.map(ReadPart::chips).orElse(List.of());
        return new ParsedQuery(query, remarks.all(), QueryPrinter.print(query), chips);
    }

    private Optional<ReadPart> whole() {
        List<ReadPart> parts = new ArrayList<>();
        Optional<ReadPart> part = alternatives(null);
        while (true) {
            part.ifPresent(parts::add);
            if (at == tokens.size()) {
                return ReadPart.conjunction(parts);
            }
            remarks.add("A closing bracket without an opening one was left out.", here(), behind());
            at++;
            part = alternatives(null);
        }
    }

    private Optional<ReadPart> alternatives(@Nullable Scope scope) {
        List<ReadPart> parts = new ArrayList<>();
        conjuncts(scope).ifPresent(parts::add);
        boolean operator = false;
        int lone = here();
        while (next() instanceof QueryToken.Or) {
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
        return ReadPart.disjunction(parts);
    }

    private Optional<ReadPart> conjuncts(@Nullable Scope scope) {
        List<ReadPart> parts = new ArrayList<>();
        boolean wanted = false;
        int operator = here();
        while (at < tokens.size()) {
            QueryToken token = tokens.get(at).token();
            if (token instanceof QueryToken.Or || token instanceof QueryToken.Close) {
                break;
            }
            if (token instanceof QueryToken.And) {
                operator = here();
                at++;
                if (wanted || parts.isEmpty()) {
                    loneOperator(operator);
                }
                wanted = true;
            } else {
                Optional<ReadPart> part = signed(scope);
                part.ifPresent(parts::add);
                wanted &= part.isEmpty();
            }
        }
        if (wanted) {
            loneOperator(operator);
        }
        return ReadPart.conjunction(parts);
    }

    /// With the NOT or plus before it.
    private Optional<ReadPart> signed(@Nullable Scope scope) {
        int from = here();
        boolean negative = false;
        boolean required = false;
        while (next() instanceof QueryToken.Not || next() instanceof QueryToken.Plus) {
            required |= next() instanceof QueryToken.Plus;
            negative ^= next() instanceof QueryToken.Not;
            at++;
        }
        if (at == tokens.size() || operator(tokens.get(at).token())) {
            loneOperator(from);
            return Optional.empty();
        }
        Optional<ReadPart> part = primary(scope);
        if (part.isEmpty() || (!negative && !required)) {
            return part;
        }
        ReadPart read = part.get();
        if (read.query() instanceof AllDocuments) {
            remarks.add(STAR, read.from(), read.to());
            return Optional.empty();
        }
        Query inner = ReadPart.optional(read.query());
        Query signed = !negative ? new Required(inner) : inner instanceof Not(Query twice) ? twice : new Not(inner);
        if (signed instanceof Required(Not not)) {
            signed = not;
        }
        return Optional.of(ReadPart.of(signed, from, read.to()));
    }

    private Optional<ReadPart> primary(@Nullable Scope scope) {
        Placed placed = tokens.get(at++);
        return switch (placed.token()) {
            case QueryToken.Term(Scope own, Leaf leaf) ->
                Optional.of(read(placed, scoped(own == null ? scope : own, leaf, placed)));
            case QueryToken.Whole(Query query) -> Optional.of(read(placed, query));
            case QueryToken.Everything _ -> Optional.of(read(placed, new AllDocuments()));
            case QueryToken.Open(Scope own) -> group(own == null ? scope : own, placed.from());
            case QueryToken.In(QueryField own) -> within(own, placed);
            case QueryToken.And _, QueryToken.Or _, QueryToken.Not _, QueryToken.Plus _, QueryToken.Close _ ->
                Optional.empty();
        };
    }

    private static ReadPart read(Placed placed, Query query) {
        return new ReadPart(query, placed.from(), placed.to());
    }

    /// What a prefix holds for: a NOT may stand between.
    private Optional<ReadPart> within(QueryField field, Placed prefix) {
        String typed = field.prefix().strip();
        if (at == tokens.size() || operator(tokens.get(at).token())) {
            remarks.add(
                    "After “" + typed + "” a word, a phrase or a bracket was expected.", prefix.from(), prefix.to());
            return Optional.empty();
        }
        boolean word = unscoped(next());
        Optional<ReadPart> part = signed(new Scope.Field(field));
        if (word && unscoped(next())) {
            remarks.add(
                    "“" + typed + "” holds for the one word or phrase behind it; for more, use brackets: "
                            + field.prefix() + "(a b).",
                    prefix.from(),
                    prefix.to());
        }
        return part.map(read -> new ReadPart(read.query(), prefix.from(), read.to(), read.parts()));
    }

    private static boolean unscoped(@Nullable QueryToken token) {
        return token instanceof QueryToken.Term(Scope none, Leaf _) && none == null;
    }

    private @Nullable QueryToken next() {
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

    private static boolean operator(QueryToken token) {
        return token instanceof QueryToken.Or || token instanceof QueryToken.And || token instanceof QueryToken.Close;
    }

    private Optional<ReadPart> group(@Nullable Scope scope, int from) {
        if (depth == DEEPEST) {
            remarks.add("Brackets more than " + DEEPEST + " deep were left out.", from, from + 1);
            skipGroup();
            return Optional.empty();
        }
        depth++;
        Optional<ReadPart> inner = alternatives(scope);
        depth--;
        int to = behind();
        if (at < tokens.size()) {
            at++;
        } else {
            remarks.add("An unbalanced bracket was closed at the end.", from, from + 1);
        }
        return inner.map(read -> new ReadPart(read.query(), from, to, read.parts()));
    }

    /// Passes over everything up to the bracket that closes this one.
    private void skipGroup() {
        int open = 1;
        while (at < tokens.size() && open > 0) {
            switch (tokens.get(at++).token()) {
                case QueryToken.Open _ -> open++;
                case QueryToken.Close _ -> open--;
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

    private void loneOperator(int from) {
        remarks.add("AND, OR or NOT with nothing beside it was left out.", from, from + 1);
    }
}
