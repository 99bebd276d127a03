package sourcebook.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.Asker;
import sourcebook.search.Facet;
import sourcebook.search.FacetColumns;
import sourcebook.search.FacetValue;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;
import sourcebook.search.Sort;

/// Pages of everything, or of nearly everything, of an index of several segments from which documents were removed:
/// the same as a list of all documents gives, however often they are asked for.
class WholeArchiveTest {
    private static final int DOCUMENTS = 1_200;
    private static final int A_SEGMENT = 500;
    private static final int A_PAGE = 20;
    private static final int STORIES = 30;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final List<Item> items = new ArrayList<>();
    private DirectoryReader reader;
    private IndexSnapshot index;

    private record Item(
            DocumentId id,
            @Nullable String date,
            String source,
            @Nullable String story,
            boolean common) {}

    @BeforeEach
    void fill() throws IOException {
        try (IndexWriter writer = new IndexWriter(
                directory,
                new IndexWriterConfig().setSimilarity(IndexSchema.SIMILARITY).setMergePolicy(NoMergePolicy.INSTANCE))) {
            for (int i = 0; i < DOCUMENTS; i++) {
                Item item = new Item(
                        Samples.id("d" + i),
                        random.nextInt(9) == 0
                                ? null
                                : "20" + (10 + random.nextInt(5)) + "-0" + (1 + random.nextInt(9)),
                        "Gazette " + random.nextInt(7),
                        random.nextInt(5) == 0 ? "story " + random.nextInt(STORIES) : null,
                        random.nextInt(10) > 0);
                var record = Samples.record("Title", item.date, item.source, random.nextInt(3) == 0 ? "TZ" : "CN");
                var text = DocumentText.of(item.common ? "The treaty of peace." : "Another text.");
                var document = item.story == null
                        ? Samples.document("d" + i, record, text)
                        : Samples.copy("d" + i, item.story, record, text);
                writer.addDocument(IndexSchema.document(document, FacetColumns.NONE));
                items.add(item);
                if ((i + 1) % A_SEGMENT == 0) {
                    writer.flush();
                }
            }
            // of the newest so many that fewer are left of a segment's first than a page needs
            Set<Item> removed = new HashSet<>(sorted(Sort.NEWEST, _ -> true).subList(0, 650));
            items.stream().filter(_ -> random.nextInt(9) == 0).forEach(removed::add);
            for (Item item : removed) {
                writer.deleteDocuments(new Term(IndexSchema.ID, item.id.value()));
            }
            items.removeAll(removed);
            writer.commit();
        }
        reader = DirectoryReader.open(directory);
        index = new IndexSnapshot(reader, FacetColumns.NONE);
    }

    @AfterEach
    void close() throws IOException {
        reader.close();
        directory.close();
    }

    private List<Item> sorted(Sort sort, Predicate<Item> which) {
        Comparator<Item> byId = Comparator.comparing(item -> item.id.value());
        Comparator<Item> byDate = Comparator.comparing(item -> item.date == null ? "" : item.date);
        Comparator<Item> undatedLast = Comparator.comparing(item -> item.date == null);
        Comparator<Item> order = switch (sort) {
            case RELEVANCE -> byId;
            case NEWEST -> undatedLast.thenComparing(byDate.reversed()).thenComparing(byId);
            case OLDEST -> undatedLast.thenComparing(byDate).thenComparing(byId);
        };
        return items.stream().filter(which).sorted(order).toList();
    }

    private SearchResult ask(SearchRequest request) throws IOException {
        return new Search(index, request, Asker.PATIENT).result();
    }

    private void same(List<Item> expected, SearchRequest request) throws IOException {
        SearchResult result = ask(request);
        String asked = "seed " + seed + ": " + request;
        assertEquals(expected.size(), result.copies(), asked);
        assertEquals(
                expected.stream()
                        .map(item -> item.story == null ? item.id.value() : item.story)
                        .distinct()
                        .count(),
                result.stories(),
                asked);
        int from = Math.min(request.offset(), expected.size());
        assertEquals(
                expected.subList(from, Math.min(from + A_PAGE, expected.size())).stream()
                        .map(Item::id)
                        .toList(),
                result.results().stream().map(SearchResult.Result::id).toList(),
                asked);
        Map<String, Long> sources =
                expected.stream().collect(Collectors.groupingBy(Item::source, Collectors.counting()));
        assertEquals(sources, counts(result, Facet.SOURCE), asked);
        Map<String, Long> years = new HashMap<>();
        expected.forEach(
                item -> years.merge(item.date == null ? Facet.UNKNOWN : item.date.substring(0, 4), 1L, Long::sum));
        assertEquals(years, counts(result, Facet.YEAR), asked);
    }

    private static Map<String, Long> counts(SearchResult result, Facet facet) {
        return result.facets().get(facet).stream().collect(Collectors.toMap(FacetValue::value, FacetValue::count));
    }

    @Test
    void aPageOfEverythingIsThatOfAListOfAll() throws IOException {
        for (Sort sort : Sort.values()) {
            List<Item> all = sorted(sort, _ -> true);
            for (int offset : new int[] {0, 40, 240, 400, 2_000}) {
                same(all, SearchRequest.of("").withSort(sort).withPage(offset, A_PAGE));
            }
        }
    }

    @Test
    void whatMostDocumentsHaveIsCountedWithoutThoseLeftOut() throws IOException {
        for (int again = 0; again < 4; again++) {
            same(
                    sorted(Sort.OLDEST, Item::common),
                    SearchRequest.of("treaty").withSort(Sort.OLDEST).withPage(0, A_PAGE));
            same(
                    sorted(Sort.NEWEST, item -> !item.common),
                    SearchRequest.of("another").withSort(Sort.NEWEST).withPage(0, A_PAGE));
            List<Item> some = sorted(Sort.NEWEST, item -> item.common && item.source.equals("Gazette 3"));
            SearchResult narrowed = ask(SearchRequest.of("treaty")
                    .withRefinements(Map.of(Facet.SOURCE, Set.of("Gazette 3")))
                    .withSort(Sort.NEWEST));
            assertEquals(some.size(), narrowed.copies(), "seed " + seed);
        }
    }
}
