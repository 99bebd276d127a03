package sourcebook.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.Hit;
import sourcebook.search.IndexedDocument;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;

/// Stretches of texts against a search that tries every choice of places.
class ShapeTest {
    private static final long SEED = Long.getLong("sourcebook.test.seed", System.nanoTime());
    private static final int ROUNDS = Integer.getInteger("sourcebook.test.rounds.shapes", 150);
    private static final String[] WORDS = {"a", "b", "c", "ab", "abc", "d"};

    @TempDir
    private Path folder;

    /// Places of one element of a random sequence: from a word to another, exclusive.
    private record Stretch(int from, int to) {}

    private record Element(String typed, List<List<String>> rows) {}

    @Test
    void everyChoiceOfPlacesIsTried() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            List<List<String>> texts = new ArrayList<>();
            try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder.resolve("index" + round), 16)) {
                List<IndexedDocument> documents = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    List<String> words = new ArrayList<>();
                    for (int word = 1 + random.nextInt(30); word > 0; word--) {
                        words.add(WORDS[random.nextInt(WORDS.length)]);
                    }
                    texts.add(words);
                    documents.add(Samples.document(
                            "text" + i, Samples.record(null, null, null), DocumentText.of(String.join(" ", words))));
                    engine.put(documents.getLast());
                }
                engine.commit(1);
                for (int query = 0; query < 20; query++) {
                    ask(engine, documents, texts, random, round);
                }
            }
        }
    }

    /// Both gaps look at the same marks, which stand in no gap's place.
    @Test
    void noGapOfSeveralSwallowsAMark() {
        try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder.resolve("marks"), 16)) {
            String apart = "党 校，国 学，京 ".repeat(200);
            engine.put(Samples.document("apart", Samples.record(null, null, null), DocumentText.of(apart)));
            engine.put(
                    Samples.document("together", Samples.record(null, null, null), DocumentText.of("国，校 党 校 学 国，党")));
            engine.commit(1);
            SearchResult found = engine.search(SearchRequest.of("\"党 * * 国\"").withCountHits(true));
            assertEquals(1, found.total());
            assertEquals(1L, found.hitCount());
            assertEquals(List.of(new Hit(4, 11, 1)), engine.hits(Samples.id("together"), "\"党 * * 国\""));
        }
    }

    private static void ask(
            LuceneSearchEngine engine,
            List<IndexedDocument> documents,
            List<List<String>> texts,
            Random random,
            int round) {
        List<Element> elements = new ArrayList<>();
        for (int i = 2 + random.nextInt(3); i > 0; i--) {
            elements.add(element(random));
        }
        boolean near = random.nextInt(4) > 0;
        boolean ordered = random.nextBoolean();
        int between = random.nextInt(6) + (near && ordered ? 1 : 0);
        String typed = '"'
                + String.join(" ", elements.stream().map(Element::typed).toList())
                + '"'
                + (near ? (ordered ? "~>" : "~") + between : "");
        String where = "seed " + SEED + ", round " + round + ", query " + typed;
        SearchResult result = engine.search(SearchRequest.of(typed).withCountHits(true));
        long total = 0;
        long hitCount = 0;
        for (int i = 0; i < texts.size(); i++) {
            List<String> words = texts.get(i);
            Set<Stretch> found = new HashSet<>();
            choose(elements, words, new ArrayList<>(), near, ordered, between, found);
            if (near) {
                found.removeIf(stretch -> found.stream()
                        .anyMatch(other ->
                                !other.equals(stretch) && other.from >= stretch.from && other.to <= stretch.to));
            }
            List<Hit> hits = engine.hits(documents.get(i).id(), typed);
            List<Hit> expected = new ArrayList<>();
            int free = 0;
            TreeSet<Stretch> sorted =
                    new TreeSet<>((one, other) -> one.from != other.from ? one.from - other.from : other.to - one.to);
            sorted.addAll(found);
            for (Stretch stretch : sorted) {
                if (stretch.from >= free) {
                    int start = offset(words, stretch.from);
                    expected.add(new Hit(start, offset(words, stretch.to) - 1, 1));
                    free = stretch.to;
                }
            }
            assertEquals(expected, hits, where + " in " + words);
            total += hits.isEmpty() ? 0 : 1;
            hitCount += hits.size();
        }
        assertEquals(total, result.total(), where);
        assertEquals(hitCount, result.hitCount(), where);
    }

    private static Element element(Random random) {
        String word = WORDS[random.nextInt(WORDS.length)];
        String other = WORDS[random.nextInt(WORDS.length)];
        return switch (random.nextInt(6)) {
            case 0 -> new Element("a*", List.of(List.of("a"), List.of("ab"), List.of("abc")));
            case 1 -> new Element("(" + word + "|" + other + " c)", List.of(List.of(word), List.of(other, "c")));
            case 2 -> new Element("(" + word + " " + other + ")", List.of(List.of(word, other)));
            default -> new Element(word, List.of(List.of(word)));
        };
    }

    private static void choose(
            List<Element> elements,
            List<String> words,
            List<Stretch> chosen,
            boolean near,
            boolean ordered,
            int between,
            Set<Stretch> found) {
        if (chosen.size() == elements.size()) {
            int from = chosen.stream().mapToInt(Stretch::from).min().orElseThrow();
            int to = chosen.stream().mapToInt(Stretch::to).max().orElseThrow();
            int taken = chosen.stream().mapToInt(one -> one.to - one.from).sum();
            if (to - from - taken <= (near ? between : 0)) {
                found.add(new Stretch(from, to));
            }
            return;
        }
        for (List<String> row : elements.get(chosen.size()).rows()) {
            for (int at = 0; at + row.size() <= words.size(); at++) {
                Stretch place = new Stretch(at, at + row.size());
                boolean behind = chosen.isEmpty() || chosen.getLast().to <= place.from;
                boolean next = chosen.isEmpty() || chosen.getLast().to == place.from;
                boolean apart = chosen.stream().allMatch(one -> one.to <= place.from || place.to <= one.from);
                if (words.subList(at, at + row.size()).equals(row) && (near ? ordered ? behind : apart : next)) {
                    chosen.add(place);
                    choose(elements, words, chosen, near, ordered, between, found);
                    chosen.removeLast();
                }
            }
        }
    }

    private static int offset(List<String> words, int word) {
        return words.subList(0, word).stream().mapToInt(one -> one.length() + 1).sum();
    }
}
