package sourcebook.catalogue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SketchBlockTest {
    private static final long SEED = Long.getLong("sourcebook.blocks.seed", 20_261_123L);

    /// Blocks that take in more and more, and lose some, have what a map of all entries has, whatever they were divided
    /// into.
    @Test
    void nothingIsLostInBlocks() {
        System.out.println("SketchBlockTest seed " + SEED);
        Random random = new Random(SEED);
        for (int round = 0; round < 30; round++) {
            TreeMap<Long, TreeSet<Long>> expected = new TreeMap<>();
            TreeMap<Long, byte[]> blocks = new TreeMap<>();
            put(blocks, SketchBlock.empty(SketchBlock.BEGINNING));
            long text = 0;
            int bits = 6 + random.nextInt(42);
            for (int step = 0; step < 60; step++) {
                long key = random.nextLong() >> (Long.SIZE - bits);
                int family = random.nextInt(30) == 0 ? 3_000 : 1 + random.nextInt(3);
                long[] hashes = new long[family];
                long[] texts = new long[family];
                for (int i = 0; i < family; i++) {
                    text += 1 + random.nextInt(random.nextInt(20) == 0 ? 100_000 : 3);
                    hashes[i] = key;
                    texts[i] = text;
                    expected.computeIfAbsent(key, first -> new TreeSet<>()).add(text);
                }
                SketchBlock block = block(blocks, key);
                put(blocks, block.with(hashes, texts, 0, family).with(hashes, texts, family / 2, family)); // one twice
                if (random.nextInt(4) == 0) {
                    long gone = expected.get(key).first();
                    expected.get(key).remove(gone);
                    put(blocks, block(blocks, key).without(key, gone));
                }
            }
            expected.forEach((hash, texts) -> {
                SketchBlock.Packed row = row(blocks, hash);
                assertArrayEquals(
                        texts.stream().limit(32).mapToLong(Long::longValue).toArray(),
                        SketchBlock.texts(row.first(), row.entries(), hash, 32),
                        "seed " + SEED);
            });
        }
    }

    /// Hashes of a sketch are shortened ones, of which two may have become the same.
    @Test
    void whatComesTwiceIsThereOnce() {
        SketchBlock twice = SketchBlock.empty(SketchBlock.BEGINNING)
                .with(new long[] {10, 500, 500, 500, 900}, new long[] {7, 7, 7, 8, 7}, 0, 5);
        SketchBlock.Packed row = twice.packed().getFirst();
        assertArrayEquals(new long[] {7}, SketchBlock.texts(row.first(), row.entries(), 10, 32));
        assertArrayEquals(new long[] {7, 8}, SketchBlock.texts(row.first(), row.entries(), 500, 32));
        assertArrayEquals(new long[] {7}, SketchBlock.texts(row.first(), row.entries(), 900, 32));
        assertThrows(IllegalArgumentException.class, () -> new BitWriter().gamma(0));
    }

    private static SketchBlock.Packed row(TreeMap<Long, byte[]> blocks, long hash) {
        var row = blocks.floorEntry(hash);
        return new SketchBlock.Packed(row.getKey(), row.getValue());
    }

    private static SketchBlock block(TreeMap<Long, byte[]> blocks, long hash) {
        SketchBlock.Packed row = row(blocks, hash);
        return SketchBlock.unpack(row.first(), row.entries());
    }

    private static void put(TreeMap<Long, byte[]> blocks, SketchBlock block) {
        block.packed().forEach(packed -> blocks.put(packed.first(), packed.entries()));
    }

    @Test
    void sketchesComeBackAlsoThoseOfOlderArchives() {
        Random random = new Random(SEED);
        for (int round = 0; round < 500; round++) {
            int shift = 17 + random.nextInt(20);
            List<Long> drawn = new ArrayList<>();
            for (int left = random.nextInt(80); left > 0; left--) {
                drawn.add(random.nextLong() >>> shift);
            }
            long[] hashes = drawn.stream()
                    .mapToLong(Long::longValue)
                    .distinct()
                    .sorted()
                    .toArray();
            byte[] packed = StorySketch.of(7, hashes, null).packed();
            assertArrayEquals(hashes, StorySketch.unpack(7, packed).hashes(), "seed " + SEED);
            ByteBuffer old = ByteBuffer.allocate(hashes.length * Long.BYTES);
            old.asLongBuffer().put(hashes);
            assertArrayEquals(hashes, StorySketch.unpack(7, old.array()).hashes(), "seed " + SEED);
            assertTrue(packed.length <= old.array().length, "no more room than before");
        }
    }
}
