package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sourcebook.search.Asker;
import sourcebook.search.Offer;
import sourcebook.search.ParsedQuery;
import sourcebook.search.Query;
import sourcebook.search.Query.And;
import sourcebook.search.Query.Not;
import sourcebook.search.Query.Or;
import sourcebook.search.Query.Phrase;
import sourcebook.search.Query.Required;
import sourcebook.search.Query.Word;
import sourcebook.search.SearchRequest;

/// What would find something where a request finds nothing. Each offer is tried before it is made, as
/// long as the request's patience lasts; a part that is excluded is never what is left out.
final class Offers {
    /// Parts tried one after the other: more are not looked through.
    private static final int MOST_PARTS = 8;

    private final IndexSnapshot snapshot;
    private final SearchRequest request;
    private final Asker asker;
    private final ParsedQuery parsed;
    private final List<Offer> offers = new ArrayList<>();
    private final long start = System.nanoTime();

    Offers(IndexSnapshot snapshot, SearchRequest request, Asker asker) {
        this.asker = asker;
        this.snapshot = snapshot;
        this.request = request;
        parsed = Question.parsed(request.query(), snapshot);
    }

    /// @param inFurniture what was counted in the furniture, null if nothing was
    List<Offer> all(@Nullable Long inFurniture) throws IOException {
        if (request.query().isBlank() && !narrowed()) {
            return List.of();
        }
        spelling();
        filters();
        parts();
        forms();
        anyWord();
        Optional<String> around = parsed.inFurniture();
        if (inFurniture != null && inFurniture > 0 && around.isPresent()) {
            offers.add(new Offer(
                    Offer.Kind.FURNITURE,
                    "In the text of the pages around the works",
                    request.withQuery(around.get()),
                    inFurniture));
        }
        return offers;
    }

    private boolean narrowed() {
        return request.years() != null
                || request.refinements().values().stream().anyMatch(values -> !values.isEmpty());
    }

    private void spelling() throws IOException {
        String corrected = new Spelling(snapshot.getIndexReader()).corrected(request.query(), false);
        if (corrected != null) {
            offer(Offer.Kind.SPELLING, "With the archive's own spelling: " + corrected, request.withQuery(corrected));
        }
    }

    private void filters() throws IOException {
        if (!narrowed()) {
            return;
        }
        List<SearchRequest> wider = new ArrayList<>();
        List<String> left = new ArrayList<>();
        request.refinements().keySet().stream().sorted().forEach(facet -> {
            Map<sourcebook.search.Facet, java.util.Set<String>> rest = new java.util.HashMap<>(request.refinements());
            rest.remove(facet);
            wider.add(request.withRefinements(rest));
            left.add("what is chosen under " + facet.key());
        });
        if (request.years() != null) {
            wider.add(request.withYears(null));
            left.add("the choice of years");
        }
        boolean found = false;
        for (int i = 0; i < wider.size(); i++) {
            found |= offer(Offer.Kind.FILTER, "Without " + left.get(i), wider.get(i));
        }
        if (!found && wider.size() > 1) {
            offer(
                    Offer.Kind.FILTER,
                    "Without all that is chosen",
                    request.withRefinements(Map.of()).withYears(null));
        }
    }

    /// Without one of the parts that must all hold.
    private void parts() throws IOException {
        if (request.anyWord() || parsed.chips().size() < 2) {
            return;
        }
        for (int i = 0; i < Math.min(MOST_PARTS, parsed.chips().size()); i++) {
            if (!parsed.chips().get(i).excluded()) {
                offer(Offer.Kind.PART, "Without " + parsed.chips().get(i).text(), request.withQuery(parsed.without(i)));
            }
        }
    }

    /// The words of phrases wherever they stand, in all their forms.
    private void forms() throws IOException {
        Query freed = freed(parsed.query());
        if (!freed.equals(parsed.query())) {
            String query = parsed.as(freed).understoodAs();
            offer(Offer.Kind.FORMS, "The words in any form and place: " + query, request.withQuery(query));
        }
    }

    private static Query freed(Query query) {
        return switch (query) {
            case Phrase(String text) -> {
                List<Query> words = new ArrayList<>();
                Terms.asked(text).forEach(word -> words.add(new Word(word.typed())));
                yield words.size() == 1 ? words.getFirst() : words.isEmpty() ? query : new And(words);
            }
            case And(List<Query> parts) ->
                new And(parts.stream()
                        .map(Offers::freed)
                        .flatMap(part -> part instanceof And(List<Query> inner)
                                ? inner.stream()
                                : java.util.stream.Stream.of(part))
                        .toList());
            case Or(List<Query> parts) ->
                new Or(parts.stream().map(Offers::freed).toList());
            case Required(Query part) -> new Required(freed(part));
            case Not _ -> query;
            default -> query;
        };
    }

    private void anyWord() throws IOException {
        if (!request.anyWord() && !AnyWord.loosened(parsed.query()).equals(parsed.query())) {
            offer(Offer.Kind.ANY_WORD, "Any of the words", request.withAnyWord(true));
        }
    }

    /// @return whether it finds something
    private boolean offer(Offer.Kind kind, String sentence, SearchRequest other) throws IOException {
        boolean late = System.nanoTime() - start > request.patience().toNanos();
        if (late || other.equals(request)) {
            return false;
        }
        long total = Search.total(snapshot, other.withCountHits(false), asker);
        if (total > 0) {
            offers.add(new Offer(kind, sentence, other, total));
        }
        return total > 0;
    }
}
