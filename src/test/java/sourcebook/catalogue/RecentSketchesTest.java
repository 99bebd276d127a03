package sourcebook.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentSketchesTest {
    private static final long SEED = Long.getLong("sourcebook.sketches.seed", 20_261_122L);
    private static final int HASHES = 50;

    @TempDir
    private Path folder;

    /// Whatever happens, a text is found by each of its hashes either in memory or in the table.
    @Test
    void eachTextIsFoundByItsHashes() {
        System.out.println("RecentSketchesTest seed " + SEED);
        Random random = new Random(SEED);
        try (Database database = Database.open(folder.resolve("catalogue.sqlite"))) {
            RecentSketches recent = new RecentSketches(database.jdbc(), 20);
            Map<Long, List<Long>> all = new TreeMap<>();
            for (int step = 0; step < 400; step++) {
                Map<Long, List<Long>> added = new TreeMap<>();
                RecentSketches now = recent;
                boolean kept = random.nextInt(5) > 0;
                try {
                    database.writeOnly(() -> {
                        for (int texts = random.nextInt(4); texts >= 0; texts--) {
                            List<Long> sketch = sketch(random);
                            long text = insert(database, sketch);
                            now.add(text, StorySketch.of(sketch).hashes());
                            added.put(text, sketch);
                        }
                        if (!kept) {
                            throw new IllegalStateException("rolled back");
                        }
                    });
                    all.putAll(added);
                } catch (IllegalStateException rolledBack) {
                    assertTrue(!kept);
                    continue; // what is not there is met again with the next text
                }
                if (random.nextInt(20) == 0) { // as when the archive is opened again, or another writer was here
                    recent = new RecentSketches(database.jdbc(), 20);
                    List<Long> sketch = sketch(random);
                    RecentSketches opened = recent;
                    database.writeOnly(() -> all.put(add(database, opened, sketch), sketch));
                }
                check(database, recent, all, step);
            }
            assertTrue(written(database) > 0, "some were written into the table");
            assertTrue(written(database) < all.size() + HASHES, "not all at once");
        }
    }

    private static long add(Database database, RecentSketches recent, List<Long> sketch) {
        long text = insert(database, sketch);
        recent.add(text, StorySketch.of(sketch).hashes());
        return text;
    }

    private static List<Long> sketch(Random random) {
        return LongStream.generate(() -> (1L << 46) + random.nextInt(HASHES))
                .limit(random.nextInt(6))
                .distinct()
                .sorted()
                .boxed()
                .toList();
    }

    private static long insert(Database database, List<Long> sketch) {
        return database.jdbc()
                .sql("insert into story_text (fingerprint, sketch) values (null, :sketch) returning id")
                .param("sketch", StorySketch.of(sketch).packed())
                .query(Long.class)
                .single();
    }

    private static long written(Database database) {
        return database.jdbc()
                .sql("select text_id from story_sketch_written")
                .query(Long.class)
                .single();
    }

    private static void check(Database database, RecentSketches recent, Map<Long, List<Long>> all, int step) {
        for (long hash = 1L << 46; hash < (1L << 46) + HASHES; hash++) {
            long asked = hash;
            List<Long> expected = all.entrySet().stream()
                    .filter(text -> text.getValue().contains(asked))
                    .map(Map.Entry::getKey)
                    .toList();
            List<Long> found = new ArrayList<>(database.jdbc()
                    .sql("select text_id from story_sketch where hash = :hash order by text_id")
                    .param("hash", asked)
                    .query(Long.class)
                    .list());
            found.addAll(recent.texts(asked, Integer.MAX_VALUE));
            assertEquals(expected, found, "seed " + SEED + ", step " + step);
            List<Long> inMemory = recent.texts(asked, 2);
            assertTrue(inMemory.size() <= 2 && found.containsAll(inMemory));
        }
    }
}
