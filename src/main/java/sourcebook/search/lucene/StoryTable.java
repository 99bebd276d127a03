package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState.OrdRange;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import sourcebook.search.Facet;
import sourcebook.search.SearchResult.StoryCopies;

/// How much of its story matches, for each document of a result list.
final class StoryTable {
    private final StoryIndex stories;
    private final FacetNames names;

    private StoryTable(StoryIndex stories, FacetNames names) {
        this.stories = stories;
        this.names = names;
    }

    /// A copy that matches, and the story it belongs to.
    private record Copy(int document, int story) {}

    /// By document, those alone left out.
    ///
    /// @param matching all documents that match
    /// @param shown those of the result list
    static Map<Integer, StoryCopies> of(IndexSnapshot snapshot, @Nullable FixedBitSet matching, List<ScoreDoc> shown)
            throws IOException {
        @Nullable StoryIndex stories = snapshot.stories();
        @Nullable FacetNames values = snapshot.facetNames();
        return stories == null || values == null || matching == null || shown.isEmpty()
                ? Map.of()
                : new StoryTable(stories, values).read(matching, shown);
    }

    private Map<Integer, StoryCopies> read(FixedBitSet matching, List<ScoreDoc> shown) throws IOException {
        Map<Integer, Integer> storyOf = new HashMap<>();
        SortedDocValues story = stories.stories();
        for (int document : shown.stream().mapToInt(one -> one.doc).sorted().toArray()) {
            if (story.advanceExact(document)) {
                storyOf.put(document, story.ordValue());
            }
        }
        List<Copy> copies = new ArrayList<>();
        for (int one : Set.copyOf(storyOf.values())) {
            for (int document : stories.copies(one, matching)) {
                copies.add(new Copy(document, one));
            }
        }
        Map<Integer, StoryCopies> table = new HashMap<>();
        Map<Integer, StoryCopies> read = read(copies, story);
        storyOf.forEach((document, one) -> table.put(document, read.get(one)));
        return table;
    }

    private Map<Integer, StoryCopies> read(List<Copy> copies, SortedDocValues ids) throws IOException {
        copies.sort(Comparator.comparingInt(Copy::document));
        Map<Integer, Integer> counts = new HashMap<>();
        Map<Integer, Set<String>> sources = new HashMap<>();
        Map<Integer, Set<String>> countries = new HashMap<>();
        SortedSetDocValues of = names.values().getDocValues();
        @Nullable OrdRange source = names.values().getOrdRange(Facet.SOURCE.parameter());
        @Nullable OrdRange country = names.values().getOrdRange(Facet.PUBLISHED_IN.parameter());
        for (Copy copy : copies) {
            counts.merge(copy.story, 1, Integer::sum);
            for (int left = of.advanceExact(copy.document) ? of.docValueCount() : 0; left > 0; left--) {
                long value = of.nextOrd();
                if (in(source, value)) {
                    sources.computeIfAbsent(copy.story, _ -> new HashSet<>())
                            .add(names.value(Facet.SOURCE, (int) value));
                } else if (in(country, value)) {
                    countries
                            .computeIfAbsent(copy.story, _ -> new TreeSet<>())
                            .add(names.value(Facet.PUBLISHED_IN, (int) value));
                }
            }
        }
        Map<Integer, StoryCopies> read = new HashMap<>();
        for (Map.Entry<Integer, Integer> one : counts.entrySet()) {
            read.put(
                    one.getKey(),
                    new StoryCopies(
                            ids.lookupOrd(one.getKey()).utf8ToString(),
                            one.getValue(),
                            known(sources.get(one.getKey())).size(),
                            known(countries.get(one.getKey()))));
        }
        return read;
    }

    private static List<String> known(@Nullable Set<String> values) {
        return values == null
                ? List.of()
                : values.stream().filter(value -> !value.equals(Facet.UNKNOWN)).toList();
    }

    private static boolean in(@Nullable OrdRange range, long value) {
        return range != null && value >= range.start() && value <= range.end();
    }
}
