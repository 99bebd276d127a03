package sourcebook.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExactPhraseTest {
    private static final long SEED = Long.getLong("sourcebook.test.seed", System.nanoTime());
    private static final String[] WORDS = {"of", "the", "in", "and", "people", "country", "peace"};
    private static final int PHRASES = 300;

    @TempDir
    Path folder;

    @Test
    void neighbouringFunctionWordsAreReadAsOne() throws IOException {
        fill(List.of("the people of the country", "of the", "people"));
        try (FSDirectory directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            List<ExactPhrase.Part> parts =
                    new ExactPhrase(phrase("people", "of", "the", "country"), new Dictionary(reader)).parts();
            assertEquals(3, parts.size());
            assertTrue(parts.stream().anyMatch(part -> part.words() == 2 && part.offset() == 1));
        }
    }

    @Test
    void documentsAndScoresAreThoseOfLucenesPhraseQuery() throws IOException {
        Random random = new Random(SEED);
        System.out.println("ExactPhraseTest: seed " + SEED);
        fill(java.util.stream.Stream.generate(() -> words(random, 1 + random.nextInt(40)))
                .limit(300)
                .map(words -> String.join(" ", words))
                .toList());
        try (FSDirectory directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setSimilarity(IndexSchema.SIMILARITY);
            for (int i = 0; i < PHRASES; i++) {
                String[] words = words(random, 2 + random.nextInt(4));
                TopDocs limit = all(phrase(words), searcher);
                TopDocs found = all(new ExactPhrase(phrase(words), new Dictionary(reader)), searcher);
                String told = "seed " + SEED + ": " + String.join(" ", words);
                assertEquals(limit.totalHits.value(), found.totalHits.value(), told);
                for (int rank = 0; rank < limit.scoreDocs.length; rank++) {
                    assertEquals(limit.scoreDocs[rank].doc, found.scoreDocs[rank].doc, told);
                    assertEquals(limit.scoreDocs[rank].score, found.scoreDocs[rank].score, told);
                }
            }
        }
    }

    @Test
    void textsOfEveryLengthAreFoundByTheirRunsOfWords() throws IOException {
        Random random = new Random(SEED);
        System.out.println("ExactPhraseTest: seed " + SEED);
        List<String[]> texts = new ArrayList<>();
        for (int length : new int[] {1, 2, 3, 1_023, 1_024, 1_025, 2_000}) {
            texts.add(many(random, length));
        }
        while (texts.size() < 500) {
            texts.add(many(random, 60 + random.nextInt(60)));
        }
        Collections.shuffle(texts, random);
        fill(texts.stream()
                .map(words -> String.join(random.nextInt(20) == 0 ? ", " : " ", words))
                .toList());
        try (FSDirectory directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setSimilarity(IndexSchema.SIMILARITY);
            long likely = 0;
            for (int i = 0; i < PHRASES; i++) {
                String[] text = texts.get(random.nextInt(texts.size()));
                int from = random.nextInt(Math.max(1, text.length - 6));
                String[] words = Arrays.copyOfRange(text, from, Math.min(text.length, from + 3 + random.nextInt(4)));
                if (words.length > 1) {
                    ExactPhrase phrase = new ExactPhrase(phrase(words), new Dictionary(reader));
                    String told = "seed " + SEED + ": " + String.join(" ", words);
                    assertEquals(searcher.count(phrase(words)), searcher.count(phrase), told);
                    likely += likely(phrase, reader);
                }
            }
            assertTrue(likely < (long) PHRASES * reader.maxDoc() / 4, "looked into " + likely + " documents");
        }
    }

    /// In how many documents a phrase is looked for.
    private static long likely(ExactPhrase phrase, DirectoryReader reader) throws IOException {
        long documents = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            PhrasePlaces places = PhrasePlaces.likely(phrase, leaf, Long.MAX_VALUE);
            while (places != null && places.documents().nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                documents++;
            }
        }
        return documents;
    }

    /// Of thirty words, each of them in most texts of a hundred.
    private static String[] many(Random random, int number) {
        String[] words = new String[number];
        Arrays.setAll(words, _ -> {
            int word = random.nextInt(30);
            return word < WORDS.length ? WORDS[word] : "word" + word;
        });
        return words;
    }

    private static TopDocs all(Query query, IndexSearcher searcher) throws IOException {
        return searcher.search(query, new TopScoreDocCollectorManager(1_000, Integer.MAX_VALUE));
    }

    private static PhraseQuery phrase(String... words) {
        return new PhraseQuery(IndexSchema.TEXT, words);
    }

    private static String[] words(Random random, int number) {
        String[] words = new String[number];
        Arrays.setAll(words, _ -> WORDS[random.nextInt(WORDS.length)]);
        return words;
    }

    private void fill(List<String> texts) {
        try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder)) {
            for (int i = 0; i < texts.size(); i++) {
                engine.put(Samples.document("d" + i, texts.get(i)));
                if (i % 100 == 50) {
                    engine.commit(i);
                }
            }
            engine.commit(texts.size());
        }
    }
}
