package sourcebook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import sourcebook.catalogue.ArchiveFolder;
import sourcebook.ingest.OpenArchive;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The commands as a script calls them: what they print, and their exit codes.
class CommandLineTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path work;

    private Path archive;
    private Path documents;
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        archive = work.resolve("archive");
        documents = Files.createDirectories(work.resolve("documents"));
        Files.writeString(
                documents.resolve("one.txt"), "Party school\n\nThe party school trains cadres. A party-school.");
        Files.writeString(documents.resolve("two.txt"), "Study tour\n\nNo school took part.");
        Files.writeString(
                documents.resolve("metadata.csv"), "path,date,country,source\none.txt,2014-07,TZ,The Daily Review\n");
    }

    @Test
    void fromAFolderToAnExactCount() {
        JsonNode sums = json(0, "ingest", "--archive", archive.toString(), "--json", documents.toString());
        assertEquals(3, sums.get("received").asInt());
        assertEquals(2, sums.get("indexed").asInt());
        assertEquals(1, sums.get("skipped").asInt());

        JsonNode found =
                json(0, "search", "--archive", archive.toString(), "--json", "--count-hits", "\"party school\"");
        assertEquals(1, found.get("total").asInt());
        assertEquals(3, found.get("hitCount").asInt());
        assertEquals(3, found.get("hits").get(0).get("hitCount").asInt());
        assertEquals("2014-07", found.get("hits").get(0).get("date").asString());
        assertEquals(
                "TZ", found.get("facets").get("country").get(0).get("value").asString());
        assertEquals(
                "Tanzania",
                found.get("facets").get("country").get(0).get("label").asString());

        JsonNode all = json(0, "search", "--archive", archive.toString(), "--json", "--limit", "0", "");
        assertEquals(2, all.get("total").asInt());
        assertEquals(0, all.get("hits").size());
        assertEquals(
                "unknown", all.get("facets").get("year").get(1).get("value").asString());

        JsonNode narrowed =
                json(0, "search", "--archive", archive.toString(), "--json", "--year", "2010..2014", "school");
        assertEquals(1, narrowed.get("total").asInt());
    }

    @Test
    void aRunThatBringsMuchLeavesOneSegmentAndOneThatBringsLittleDoesNotWriteAllAnew() throws IOException {
        for (int i = 0; i < 15; i++) {
            Files.writeString(documents.resolve("first" + i + ".txt"), "Document " + i + " of the first run.");
        }
        run(0, "ingest", "--archive", archive.toString(), documents.toString());
        for (int i = 0; i < 15; i++) {
            Files.writeString(documents.resolve("second" + i + ".txt"), "Document " + i + " of the second run.");
        }
        run(0, "ingest", "--archive", archive.toString(), documents.toString());
        assertEquals(1, segments());
        Files.writeString(documents.resolve("third.txt"), "One document of the third run.");
        run(0, "ingest", "--archive", archive.toString(), documents.toString());
        assertEquals(2, segments());
    }

    private long segments() throws IOException {
        try (Stream<Path> files = Files.walk(archive.resolve(".sourcebook").resolve("index"))) {
            return files.filter(file -> file.toString().endsWith(".si")).count();
        }
    }

    @Test
    void aBatchAnswersEachLine() throws IOException {
        run(0, "ingest", "--archive", archive.toString(), documents.toString());
        Path queries = work.resolve("queries.tsv");
        Files.writeString(queries, "a\tschool\nb\tcadres tour\n");

        String[] lines = run(
                        0, "batch", "--archive", archive.toString(), "--json", "--match", "any", queries.toString())
                .split("\n");

        assertEquals(2, lines.length);
        assertEquals("b", JSON.readTree(lines[1]).get("id").asString());
        assertEquals(2, JSON.readTree(lines[1]).get("total").asInt());
    }

    @Test
    void describeNeedsNoArchive() {
        Set<String> titles = new HashSet<>();
        for (String line : run(0, "describe", "--json", documents.toString()).split("\n")) {
            JsonNode described = JSON.readTree(line);
            assertEquals("described", described.get("status").asString());
            titles.add(described.get("title").get("value").asString());
            if (described.get("file").asString().endsWith("one.txt")) {
                assertEquals("2014-07", described.get("date").get("value").asString());
                assertTrue(described.get("date").get("evidence").asString().startsWith("metadata.csv"));
            }
        }
        assertEquals(Set.of("Party school", "Study tour"), titles);
    }

    @Test
    void theLedgerSaysWhyAndCanBeReadWhileTheArchiveIsOpen() throws Exception {
        run(0, "ingest", "--archive", archive.toString(), documents.toString());
        try (OpenArchive open = OpenArchive.open(new ArchiveFolder(archive))) {
            assertEquals(2, open.engine().size());
            String ledger = run(0, "ledger", "--archive", archive.toString(), "--outcome", "skipped");
            assertTrue(ledger.startsWith("3 received = 2 indexed + 0 duplicate + 1 skipped + 0 failed"), ledger);
            assertTrue(ledger.contains("a sidecar"), ledger);
            assertTrue(
                    run(0, "search", "--archive", archive.toString(), "cadres").contains("1 document for"));

            run(1, "ingest", "--archive", archive.toString(), documents.toString());
            assertTrue(err.toString().contains("open in another process"), err.toString());
        }
        assertTrue(run(0, "reindex", "--archive", archive.toString()).startsWith("2 documents"));
    }

    @Test
    void errorsAreSentences() {
        run(
                1,
                "ingest",
                "--archive",
                archive.toString(),
                work.resolve("nowhere").toString());
        assertTrue(err.toString().startsWith("There is no file or folder"), err.toString());
        assertFalse(err.toString().contains("\tat "), err.toString());
        run(2, "search", "--sort", "sideways");
        assertTrue(run(0, "search", "--archive", archive.toString(), "anything").startsWith("0 documents"));
        assertTrue(run(0, "--help").contains("describe"));
        assertTrue(run(0, "search", "--help").contains("--count-hits"));
    }

    private JsonNode json(int code, String... arguments) {
        return JSON.readTree(run(code, arguments));
    }

    private String run(int code, String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine line = SourcebookCommand.line((folder, address, port) -> 0);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        assertEquals(code, line.execute(arguments), () -> out + "\n" + err);
        return out.toString();
    }
}
