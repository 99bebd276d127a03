package sourcebook.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SortedRowsTest {
    @TempDir
    private Path folder;

    @Test
    void rowsComeInOrderWhateverFitsIntoMemory() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            String about = "seed " + seed + ", round " + round;
            int memory = 1 + random.nextInt(20_000);
            try (SortedRows whole = new SortedRows(folder, memory);
                    SortedRows streamed = new SortedRows(folder, memory)) {
                TreeMap<String, String> expected = new TreeMap<>();
                for (int rows = random.nextInt(400); rows > 0; rows--) {
                    String key = Integer.toString(random.nextInt(100_000), 36);
                    // some are longer than the buffers
                    expected.put(key, key.repeat(random.nextInt(30) == 0 ? 50_000 : random.nextInt(20)));
                }
                List<String> keys = new ArrayList<>(expected.keySet());
                Collections.shuffle(keys, random);
                for (String key : keys) {
                    whole.add(bytes(key), bytes(expected.get(key)));
                    streamed.add(bytes(key), bytes(expected.get(key)));
                }
                List<String> found = new ArrayList<>();
                streamed.sorted(row -> found.add(new String(row, StandardCharsets.UTF_8)));
                whole.order();
                assertEquals(List.copyOf(expected.values()), found, about);
                int limit = 1 + random.nextInt(50);
                List<String> paged = new ArrayList<>();
                for (long at = 0; at < whole.size(); at += limit) {
                    whole.read(at, limit).forEach(row -> paged.add(new String(row, StandardCharsets.UTF_8)));
                }
                assertEquals(found, paged, about);
                assertTrue(whole.read(whole.size(), 5).isEmpty(), about);
            }
        }
    }

    @Test
    void aHundredThousandRowsAreSortedInAQuarterOfAMegabyte() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int rows = 100_000;
        try (SortedRows sorted = new SortedRows(folder, 256 << 10)) {
            for (int i = 0; i < rows; i++) {
                byte[] key = new byte[12];
                random.nextBytes(key);
                ByteBuffer.wrap(key).putInt(8, i);
                sorted.add(key, key);
            }
            sorted.order();
            assertTrue(sorted.bytes() > rows * 24L);
            try (var files = Files.list(folder)) {
                assertEquals(List.of(), files.toList(), "a file without a name cannot be left behind");
            }
            byte[] before = new byte[0];
            for (long at = 0; at < rows; at += 1_000) {
                for (byte[] row : sorted.read(at, 1_000)) {
                    assertTrue(Arrays.compareUnsigned(before, row) < 0, "seed " + seed);
                    before = row;
                }
            }
            assertArrayEquals(before, sorted.read(rows - 1, 1).getFirst());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
