package sourcebook.search;

import java.util.List;
import java.util.Optional;
import sourcebook.search.Query.AllDocuments;
import sourcebook.search.Query.And;
import sourcebook.search.Query.Custom;
import sourcebook.search.Query.Days;
import sourcebook.search.Query.Fielded;
import sourcebook.search.Query.Has;
import sourcebook.search.Query.Leaf;
import sourcebook.search.Query.Not;
import sourcebook.search.Query.Or;
import sourcebook.search.Query.Required;
import sourcebook.search.Query.Years;

/// Turns a query for the text into the same one for the text of the page around it.
public final class Furniture {
    private Furniture() {}

    /// The query with `in:furniture` before each leaf that has no field; the rest stays. Empty if no such
    /// leaf stands outside a NOT, since then it asks for no words of the text.
    public static Optional<Query> of(Query query) {
        return asks(query) ? Optional.of(moved(query)) : Optional.empty();
    }

    private static boolean asks(Query query) {
        return switch (query) {
            case Leaf _ -> true;
            case And(List<Query> parts) -> parts.stream().anyMatch(Furniture::asks);
            case Or(List<Query> parts) -> parts.stream().anyMatch(Furniture::asks);
            case Required(Query part) -> asks(part);
            case AllDocuments _, Fielded _, Custom _, Years _, Days _, Has _, Not _ -> false;
        };
    }

    private static Query moved(Query query) {
        return switch (query) {
            case Leaf leaf -> new Fielded(QueryField.FURNITURE, leaf);
            case And(List<Query> parts) ->
                new And(parts.stream().map(Furniture::moved).toList());
            case Or(List<Query> parts) ->
                new Or(parts.stream().map(Furniture::moved).toList());
            case Not(Query part) -> new Not(moved(part));
            case Required(Query part) -> new Required(moved(part));
            case AllDocuments _, Fielded _, Custom _, Years _, Days _, Has _ -> query;
        };
    }
}
