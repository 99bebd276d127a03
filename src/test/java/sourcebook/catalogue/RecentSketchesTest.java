package sourcebook.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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
            State state = State.opened(database);
            Map<Long, StorySketch> all = new TreeMap<>();
            for (int step = 0; step < 400; step++) {
                if (random.nextInt(20) == 0) { // as when the archive is opened again, or another writer was here
                    state = random.nextBoolean() ? State.opened(database) : state;
                    State other = State.opened(database);
                    database.writeOnly(() -> all.putAll(add(database, other, List.of(sketch(random)))));
                }
                List<StorySketch> coming = Stream.generate(() -> sketch(random))
                        .limit(random.nextInt(5))
                        .toList();
                boolean kept = random.nextInt(5) > 0;
                State now = state;
                try {
                    database.writeOnly(() -> {
                        Map<Long, StorySketch> added = add(database, now, coming);
                        if (!kept) {
                            throw new IllegalStateException("rolled back");
                        }
                        all.putAll(added);
                    });
                } catch (IllegalStateException rolledBack) {
                    assertTrue(!kept);
                    continue; // what is not there is noticed with the next texts
                }
                if (!all.isEmpty() && random.nextInt(10) == 0) {
                    long gone = all.keySet().stream()
                            .skip(random.nextInt(all.size()))
                            .findFirst()
                            .orElseThrow();
                    if (gone <= written(database)) { // of others only who looks for their sketches notices
                        long[] keys = all.get(gone).keys();
                        database.writeOnly(() -> now.table().remove(gone, keys));
                        all.remove(gone);
                        expect(database, now, 0);
                    }
                }
                check(now, all, step);
            }
            assertTrue(written(database) > 0, "some were written into the table");
            assertTrue(written(database) < all.size() + HASHES, "not all at once");
        }
    }

    /// Memory and table together, as one writer has them.
    private record State(SketchTable table, RecentSketches recent) {
        static State opened(Database database) {
            SketchTable table = new SketchTable(database);
            return new State(table, new RecentSketches(database.jdbc(), table, 20));
        }
    }

    private static long expect(Database database, State state, int texts) {
        long[] last = new long[1];
        database.writeOnly(() -> last[0] = state.recent().expect(texts));
        return last[0];
    }

    private static Map<Long, StorySketch> add(Database database, State state, List<StorySketch> coming) {
        Map<Long, StorySketch> added = new TreeMap<>();
        long text = state.recent().expect(coming.size());
        for (StorySketch sketch : coming) {
            text++;
            database.jdbc()
                    .sql("insert into story_text (id, word_hash, sketch) values (:id, :hash, :sketch)")
                    .param("id", text)
                    .param("hash", sketch.isEmpty() ? null : sketch.fingerprint())
                    .param("sketch", sketch.packed())
                    .update();
            state.recent().add(text, sketch.keys());
            added.put(text, sketch);
        }
        return added;
    }

    private static StorySketch sketch(Random random) {
        long[] hashes = LongStream.generate(() -> (1L << 46) + random.nextInt(HASHES))
                .limit(random.nextInt(6))
                .distinct()
                .sorted()
                .toArray();
        return hashes.length == 0 ? StorySketch.NONE : StorySketch.of(random.nextLong(), hashes, null);
    }

    private static long written(Database database) {
        return database.jdbc()
                .sql("select text_id from story_sketch_written")
                .query(Long.class)
                .single();
    }

    private static void check(State state, Map<Long, StorySketch> all, int step) {
        Set<Long> keys = new TreeSet<>();
        LongStream.range(1L << 46, (1L << 46) + HASHES).forEach(keys::add);
        List<StorySketch> sketches = List.copyOf(all.values());
        for (int i = step % 40; i < sketches.size(); i += 40) {
            Arrays.stream(sketches.get(i).keys()).forEach(keys::add);
        }
        for (long key : keys) {
            List<Long> expected = all.entrySet().stream()
                    .filter(text -> Arrays.stream(text.getValue().keys()).anyMatch(other -> other == key))
                    .map(Map.Entry::getKey)
                    .limit(SketchTable.MOST)
                    .toList();
            long[] found = state.recent().texts(state.table().texts(key), key, SketchTable.MOST);
            assertEquals(expected, Arrays.stream(found).boxed().toList(), "seed " + SEED + ", step " + step);
        }
    }
}
