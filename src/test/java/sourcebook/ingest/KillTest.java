package sourcebook.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.catalogue.ArchiveFolder;
import sourcebook.catalogue.Database;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.Ledger;
import sourcebook.catalogue.LedgerTotals;
import sourcebook.catalogue.Outcome;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;

/// Acknowledged means durable: a process that ingests or re-indexes is killed (SIGKILL) at random moments, and after
/// each restart the ledger adds up, every document acknowledged before is found once, and none twice.
///
/// `-Dsourcebook.kill.rounds=200 -Dsourcebook.kill.seed=7` sets length and seed; the seed is printed.
class KillTest {
    private static final int ROUNDS = Integer.getInteger("sourcebook.kill.rounds", 6);
    private static final int DOCUMENTS = Integer.getInteger("sourcebook.kill.documents", 300);
    private static final long SEED = Long.getLong("sourcebook.kill.seed", System.nanoTime());

    @TempDir
    private Path work;

    private final Random random = new Random(SEED);
    private int made;

    @Test
    void nothingAcknowledgedIsLostAndNothingIsDoubled() throws Exception {
        System.out.println("KillTest seed " + SEED + ", " + ROUNDS + " rounds");
        ArchiveFolder archive = new ArchiveFolder(work.resolve("archive"));
        Path source = Files.createDirectories(archive.root().resolve("documents"));
        for (int i = 0; i < DOCUMENTS; i++) {
            make(source);
        }
        long longestMillis = 6_000;
        int killedAtWork = 0;
        for (int round = 0; round < ROUNDS; round++) {
            boolean reindex = round > 2 && random.nextInt(4) == 0;
            if (!reindex) {
                disturb(source);
                if (random.nextInt(3) == 0) { // all documents are described again behind the run
                    Files.writeString(
                            archive.root().resolve("source-names.csv"), "name,alias\nOne,Other" + round + "\n");
                }
            }
            Process process = start(archive, reindex);
            long moment = 300 + random.nextLong(longestMillis);
            boolean ended = process.waitFor(moment, TimeUnit.MILLISECONDS);
            Set<DocumentId> acknowledged = reindex ? Set.of() : acknowledged(archive);
            if (!ended) {
                process.toHandle().destroyForcibly();
                killedAtWork++;
            } else {
                longestMillis = Math.max(1_500, Math.min(longestMillis, moment));
            }
            process.waitFor();
            check(archive, acknowledged, "seed " + SEED + ", round " + round);
        }
        assertTrue(killedAtWork > 0, "no kill came in time; make the work longer");
        finish(archive, source);
        System.out.println("KillTest: " + killedAtWork + " of " + ROUNDS + " processes killed at work");
    }

    /// After a last, undisturbed run every file has its one right outcome.
    private void finish(ArchiveFolder archive, Path source) throws Exception {
        try (OpenArchive open = OpenArchive.open(archive)) {
            LedgerTotals totals = open.ingest().rescan();
            assertEquals(0, totals.underWay(), "nothing is left under way");
            assertEquals(0, totals.failed(), "nothing has failed");
            open.ingest().awaitUpkeep();
            assertEquals(0, open.ingest().describedByOtherRules(), "all are described by the present rules");
            Set<DocumentId> distinct = new HashSet<>();
            long files = 0;
            try (var all = Files.list(source)) {
                for (Path file : all.toList()) {
                    files++;
                    if (file.toString().endsWith(".txt")) {
                        distinct.add(Hash.of(file));
                    }
                }
            }
            assertTrue(totals.received() >= files);
            for (DocumentId id : distinct) {
                assertTrue(open.engine().find(id.value()).isPresent(), "found: " + id);
            }
        }
        check(archive, Set.of(), "at the end, seed " + SEED);
    }

    private static void check(ArchiveFolder archive, Set<DocumentId> acknowledged, String when) throws Exception {
        try (OpenArchive open = OpenArchive.open(archive)) {
            open.ingest().catchUp();
            LedgerTotals totals = open.ledger().totals();
            assertEquals(
                    totals.received(),
                    totals.indexed() + totals.duplicate() + totals.skipped() + totals.failed() + totals.underWay(),
                    when);
            for (DocumentId id : acknowledged) {
                assertTrue(open.engine().find(id.value()).isPresent(), when + ": acknowledged and lost: " + id);
            }
            SearchResult all = open.engine()
                    .search(SearchRequest.of("").withPage(0, 100_000).withFacets(false));
            Set<DocumentId> found = new HashSet<>();
            all.results().forEach(one -> assertTrue(found.add(one.id()), when + ": twice in the index: " + one.id()));
            assertEquals(all.total(), found.size(), when);
            Set<DocumentId> indexed = new HashSet<>();
            open.ledger().forEach(entry -> {
                if (entry.outcome() == Outcome.INDEXED && entry.document() != null) {
                    assertTrue(indexed.add(entry.document()), when + ": indexed at two locations: " + entry);
                }
            });
            assertTrue(found.containsAll(indexed), when + ": the ledger says indexed, the index does not have it");
        }
    }

    /// What the ledger calls indexed at this moment, as another process sees it.
    private static Set<DocumentId> acknowledged(ArchiveFolder archive) {
        Set<DocumentId> ids = new HashSet<>();
        if (Files.exists(archive.database())) {
            try (Database database = Database.openReadOnly(archive.database())) {
                new Ledger(database).forEach(entry -> {
                    if (entry.outcome() == Outcome.INDEXED && entry.document() != null) {
                        ids.add(entry.document());
                    }
                });
            } catch (RuntimeException notYetMigrated) {
                return Set.of();
            }
        }
        return ids;
    }

    /// Some files are new, some change, some go, some are copies of others.
    private void disturb(Path source) throws IOException {
        for (int i = 0; i < 15; i++) {
            make(source);
        }
        List<Path> files;
        try (var all = Files.list(source)) {
            files = new ArrayList<>(all.sorted().toList());
        }
        for (int i = 0; i < 10; i++) {
            Path file = files.get(random.nextInt(files.size()));
            if (Files.exists(file) && file.toString().endsWith(".txt")) {
                switch (random.nextInt(3)) {
                    case 0 -> Files.delete(file);
                    case 1 -> Files.writeString(file, text());
                    default -> Files.copy(file, source.resolve("copy-" + made++ + ".txt"));
                }
            }
        }
    }

    private void make(Path source) throws IOException {
        int number = made++;
        if (number % 50 == 49) {
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(source.resolve(number + ".zip")))) {
                for (int i = 0; i < 4; i++) {
                    zip.putNextEntry(new ZipEntry("inner/" + i + ".txt"));
                    zip.write(text().getBytes(StandardCharsets.UTF_8));
                }
            }
        } else {
            Files.writeString(source.resolve(number + ".txt"), text());
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder("Report " + random.nextLong() + "\n\n");
        int words = 50 + random.nextInt(2_000);
        for (int i = 0; i < words; i++) {
            text.append("word").append(random.nextInt(500)).append(i % 12 == 11 ? ".\n" : " ");
        }
        return text.toString();
    }

    private static Process start(ArchiveFolder archive, boolean reindex) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--add-modules",
                "jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                "sourcebook.Sourcebook",
                reindex ? "reindex" : "ingest",
                "--archive",
                archive.root().toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
