package sourcebook.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sourcebook.search.Query.AllDocuments;
import sourcebook.search.Query.And;
import sourcebook.search.Query.Or;
import sourcebook.search.Query.Required;

/// A part of a query as it was read, and where it was typed.
///
/// @param parts of an [And]; else empty
record ReadPart(Query query, int from, int to, List<ReadPart> parts) {
    ReadPart(Query query, int from, int to) {
        this(query, from, to, List.of());
    }

    /// A query that was read as one; if it is an [And] (what is negated twice), each of its parts stands where it does.
    static ReadPart of(Query query, int from, int to) {
        return query instanceof And(List<Query> parts)
                ? new ReadPart(
                        query,
                        from,
                        to,
                        parts.stream().map(part -> new ReadPart(part, from, to)).toList())
                : new ReadPart(query, from, to);
    }

    /// One for each part that must hold.
    List<Chip> chips() {
        if (query instanceof AllDocuments) {
            return List.of();
        }
        if (parts.size() <= 1) {
            ReadPart only = parts.isEmpty() ? this : parts.getFirst();
            return List.of(QueryPrinter.chip(only.query, true, only.from, only.to));
        }
        return parts.stream()
                .map(part -> QueryPrinter.chip(part.query, false, part.from, part.to))
                .toList();
    }

    static Optional<ReadPart> conjunction(List<ReadPart> parts) {
        List<ReadPart> flat = new ArrayList<>();
        for (ReadPart part : parts) {
            if (part.query() instanceof And) {
                flat.addAll(part.parts());
            } else if (!(part.query() instanceof AllDocuments)) {
                flat.add(part);
            }
        }
        if (flat.size() < 2) {
            return flat.isEmpty() ? first(parts) : Optional.of(flat.getFirst());
        }
        return Optional.of(new ReadPart(
                new And(flat.stream().map(ReadPart::query).toList()),
                flat.getFirst().from(),
                flat.getLast().to(),
                flat));
    }

    private static Optional<ReadPart> first(List<ReadPart> parts) {
        return parts.isEmpty() ? Optional.empty() : Optional.of(parts.getFirst());
    }

    static Optional<ReadPart> disjunction(List<ReadPart> parts) {
        if (parts.size() < 2) {
            return first(parts);
        }
        List<Query> flat = new ArrayList<>();
        boolean everything = false;
        for (ReadPart part : parts) {
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
                new ReadPart(either, parts.getFirst().from(), parts.getLast().to()));
    }

    /// Without pluses, which mean nothing in an alternative and below a NOT.
    static Query optional(Query query) {
        return switch (query) {
            case Required(Query part) -> part;
            case And(List<Query> parts) ->
                new And(parts.stream()
                        .map(ReadPart::optional)
                        .flatMap(part -> part instanceof And(List<Query> inner) ? inner.stream() : Stream.of(part))
                        .toList());
            default -> query;
        };
    }
}
