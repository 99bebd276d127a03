package sourcebook.search.lucene;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.IndexedDocument;
import sourcebook.search.ParsedQuery;
import sourcebook.search.Query;
import sourcebook.search.QueryField;
import sourcebook.search.SearchRequest;

/// Looks for the smallest question and archive in which an engine and a scan still differ as they did.
final class SmallestDifference {
    private static final int MOST_TRIALS = 200;
    private static final int MEMORY_MB = 16;

    private final Path folder;
    private final String kind;
    private List<IndexedDocument> documents;
    private SearchRequest request;
    private Throwable difference;
    private int trials;

    /// @param folder empty, for indexes
    SmallestDifference(Path folder, List<IndexedDocument> documents, SearchRequest request, Throwable difference) {
        this.folder = folder;
        this.documents = documents;
        this.request = request;
        this.difference = difference;
        kind = kind(difference);
    }

    /// What differs: the beginning of the message.
    private static String kind(Throwable difference) {
        String message = String.valueOf(difference.getMessage());
        return difference.getClass() + " " + message.replaceFirst(" (in|of) .*| ==>.*", "");
    }

    /// The smallest, for a person.
    String found() {
        if (!differs(documents, request)) {
            return "With a fresh index of the same documents it does not differ.";
        }
        int before;
        do {
            before = trials;
            while (plainerRequest() || smallerQuery()) {
                // again
            }
            fewerDocuments();
            shorterTexts();
        } while (trials > before && trials < MOST_TRIALS && (plainerRequest() || smallerQuery()));
        StringBuilder told = new StringBuilder("Smallest found in " + trials + " trials: " + request + "\nread as "
                + RandomCorpus.parsed(request).query() + "\n" + difference.getMessage());
        documents.forEach(document -> told.append("\n").append(document));
        return told.toString();
    }

    private boolean plainerRequest() {
        return Stream.of(
                        request.withRefinements(Map.of()),
                        request.withYears(null),
                        request.withStories(false),
                        request.withSnippets(1))
                .anyMatch(this::kept);
    }

    private boolean smallerQuery() {
        Query query = RandomCorpus.parsed(request).query();
        return smaller(query)
                .map(one -> request.withQuery(ParsedQuery.of(one, List.of()).understoodAs()))
                .anyMatch(this::kept);
    }

    private boolean kept(SearchRequest other) {
        if (other.equals(request) || !differs(documents, other)) {
            return false;
        }
        request = other;
        return true;
    }

    /// The parts of a query, and the query without one of them.
    private static Stream<Query> smaller(Query query) {
        return switch (query) {
            case Query.And(List<Query> parts) ->
                Stream.of(parts.stream(), without(parts).map(SmallestDifference::and), within(parts, Query.And::new))
                        .flatMap(some -> some);
            case Query.Or(List<Query> parts) ->
                Stream.of(parts.stream(), without(parts).map(SmallestDifference::or), within(parts, Query.Or::new))
                        .flatMap(some -> some);
            case Query.Not(Query part) ->
                Stream.concat(Stream.of(part), smaller(part).map(Query.Not::new));
            case Query.Sequence(List<Query.Element> elements, Query.Near near) ->
                elements.size() < 2 ? Stream.empty() : without(elements).map(fewer -> new Query.Sequence(fewer, near));
            case Query.Fielded(QueryField field, Query.Leaf leaf) ->
                smaller(leaf).map(one -> new Query.Fielded(field, (Query.Leaf) one));
            default -> Stream.empty();
        };
    }

    private static <T> Stream<List<T>> without(List<T> parts) {
        return parts.stream()
                .map(left -> parts.stream().filter(part -> part != left).toList());
    }

    private static Query and(List<Query> parts) {
        return parts.size() == 1 ? parts.getFirst() : new Query.And(parts);
    }

    private static Query or(List<Query> parts) {
        return parts.size() == 1 ? parts.getFirst() : new Query.Or(parts);
    }

    private static Stream<Query> within(List<Query> parts, java.util.function.Function<List<Query>, Query> made) {
        List<Query> all = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            int at = i;
            smaller(parts.get(i)).forEach(part -> {
                List<Query> changed = new ArrayList<>(parts);
                changed.set(at, part);
                all.add(made.apply(changed));
            });
        }
        return all.stream();
    }

    private void fewerDocuments() {
        for (int some = documents.size() / 2; some > 0; some /= 2) {
            for (int from = 0; from + some <= documents.size() && documents.size() > 1; ) {
                List<IndexedDocument> fewer = new ArrayList<>(documents);
                fewer.subList(from, from + some).clear();
                if (!fewer.isEmpty() && differs(fewer, request)) {
                    documents = fewer;
                } else {
                    from += some;
                }
            }
        }
    }

    private void shorterTexts() {
        for (int i = 0; i < documents.size(); i++) {
            int at = i;
            for (int some = 64; some > 0; some /= 4) {
                for (int from = 0; from < documents.get(at).text().text().length(); ) {
                    String text = documents.get(at).text().text();
                    String shorter = text.substring(0, from) + text.substring(Math.min(text.length(), from + some));
                    List<IndexedDocument> changed = new ArrayList<>(documents);
                    changed.set(at, withText(documents.get(at), shorter, from, some));
                    if (differs(changed, request)) {
                        documents = changed;
                    } else {
                        from += some;
                    }
                }
            }
        }
    }

    private static IndexedDocument withText(IndexedDocument document, String text, int from, int removed) {
        DocumentText old = document.text();
        List<Integer> starts = old.pageStarts().stream()
                .map(start -> start <= from ? start : Math.max(from, start - removed))
                .toList();
        DocumentText changed = new DocumentText(text, 0, starts, old.furniture(), old.pageLanguages());
        return new IndexedDocument(
                document.id(),
                document.record(),
                changed,
                document.path(),
                document.story(),
                document.withoutText(),
                document.ocr());
    }

    private boolean differs(List<IndexedDocument> some, SearchRequest asked) {
        if (trials >= MOST_TRIALS) {
            return false;
        }
        try (LuceneSearchEngine engine =
                LuceneSearchEngine.open(folder.resolve("t" + trials++), MEMORY_MB, RandomCorpus.COLUMNS)) {
            some.forEach(engine::put);
            engine.commit(1);
            new SearchComparison(engine, new LinearScan(some)).compare(asked);
            return false;
        } catch (AssertionError | RuntimeException different) {
            if (!kind(different).equals(kind)) {
                return false;
            }
            difference = different;
            return true;
        }
    }
}
