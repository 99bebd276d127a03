package sourcebook.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.catalogue.ArchiveFolder;
import sourcebook.catalogue.Ledger;
import sourcebook.catalogue.Location;

class KnownFilesTest {
    @TempDir
    Path folder;

    @Test
    void findsEachFileInWhateverOrderItIsMetAndNamesThoseThatAreNot() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("KnownFilesTest seed " + seed);
        Random random = new Random(seed);
        try (OpenArchive open = OpenArchive.open(new ArchiveFolder(folder))) {
            Ledger ledger = open.ledger();
            List<Ledger.Found> received = IntStream.range(0, 3_000)
                    .mapToObj(i -> new Ledger.Found(
                            Location.of("files/" + i % 7 + "/" + i), i, Instant.ofEpochMilli(1_000_000L + i)))
                    .toList();
            List<Long> rows = ledger.receive(received);
            open.catalogue().remove(rows.subList(0, 3));
            KnownFiles known = new KnownFiles(ledger);
            Map<Integer, String> places = new HashMap<>();
            TreeSet<String> met = new TreeSet<>();
            List<Ledger.Found> walk = new ArrayList<>(received.subList(0, 2_500));
            if (random.nextBoolean()) {
                Collections.shuffle(walk, random);
            }
            for (Ledger.Found file : walk) {
                String path = file.location().path();
                int place = known.place(path);
                if (file.size() < 3) {
                    assertEquals(-1, place, "a removed file is not known");
                    continue;
                }
                assertEquals(null, places.put(place, path), "a place for each");
                assertTrue(known.sight(place));
                assertFalse(known.sight(place));
                assertFalse(
                        known.isUnchanged(place, file.size(), file.modified().toEpochMilli()),
                        "it was received and never read");
                met.add(path);
            }
            assertEquals(-1, known.place("files/0/none"));
            TreeSet<String> left = new TreeSet<>();
            known.forEachUnsighted(left::add);
            TreeSet<String> expected = new TreeSet<>();
            received.subList(3, 3_000)
                    .forEach(file -> expected.add(file.location().path()));
            expected.removeAll(met);
            assertEquals(expected, left);
        }
    }
}
