package sourcebook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The commands that work on many hits or many searches, as a script calls them.
class AnalysisCommandTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path work;

    private Path archive;

    @BeforeEach
    void ingest() throws IOException {
        archive = work.resolve("archive");
        Path documents = Files.createDirectories(work.resolve("documents"));
        Files.writeString(
                documents.resolve("one.txt"), "Party school\n\nThe party school trains cadres. A party school.");
        Files.writeString(documents.resolve("two.txt"), "Study tour\n\nNo school took part.");
        run(0, "ingest", "--archive", archive.toString(), documents.toString());
    }

    private String run(int code, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = SourcebookCommand.line((folder, address, port) -> 0);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        assertEquals(code, line.execute(arguments), () -> out + "\n" + err);
        return out.toString();
    }

    private String on(String command, String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = command;
        all[1] = "--archive";
        all[2] = archive.toString();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return run(0, all);
    }

    @Test
    void hitsStandInTheirContextsAndNearThemTheirCollocates() {
        List<String> rows = on("concordance", "--json", "--order", "after", "--words", "1", "school")
                .lines()
                .toList();
        assertEquals(4, rows.size());
        assertEquals(
                JSON.readTree(on("search", "--json", "--count-hits", "school"))
                        .get("hitCount")
                        .asInt(),
                rows.size());
        assertEquals("one.txt", name(JSON.readTree(rows.getFirst()).get("path").asString()));
        assertEquals(5, on("concordance", "--csv", "school").lines().count());
        assertTrue(on("concordance", "school").contains("[school]"));
        JsonNode table = JSON.readTree(on("collocates", "--json", "--before", "1", "--after", "0", "school"));
        assertEquals("party", table.get("collocates").get(0).get("word").asString());
        assertEquals(3, table.get("collocates").get(0).get("together").asInt());
        run(1, "concordance", "--archive", archive.toString(), "--order", "sideways", "school");
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Test
    void plainListsOfQueriesBecomeTables() throws IOException {
        Path list = work.resolve("queries.txt");
        Files.writeString(list, "school\n\"party school\"\n");
        List<String> rows = on("batch", "--csv", list.toString()).lines().toList();
        assertEquals(3, rows.size());
        assertTrue(rows.get(1).startsWith("1,school,2,2,2,4,"), rows.get(1));
        Path workbook = work.resolve("table.xlsx");
        on("batch", "--xlsx", workbook.toString(), list.toString());
        assertTrue(Files.size(workbook) > 1_000);
        assertEquals(
                "2",
                JSON.readTree(on("batch", "--json", list.toString())
                                .lines()
                                .toList()
                                .getLast())
                        .get("id")
                        .asString());
    }

    @Test
    void exportsAreRepeatedAndSearchesKept() throws IOException {
        Path manifest = work.resolve("manifest.json");
        Path records = work.resolve("records.csv");
        on("export", "--manifest", manifest.toString(), "--output", records.toString(), "school");
        assertEquals(3, Files.readString(records).lines().count());
        assertEquals(2, on("export", "--format", "jsonl", "school").lines().count());
        on("searches", "--save", "Schools", "school");
        assertTrue(on("export", "--repeat", manifest.toString()).contains("Nothing has changed since."));
        Path more = Files.createDirectories(work.resolve("more"));
        Files.writeString(more.resolve("three.txt"), "A third school opened.");
        run(0, "ingest", "--archive", archive.toString(), more.toString());
        JsonNode since = JSON.readTree(on("export", "--json", "--repeat", manifest.toString()));
        assertEquals(1, since.get("added").asInt());
        JsonNode search = JSON.readTree(on("searches", "--json"));
        assertEquals(1, search.get("newStories").asInt());
        String id = search.get("id").asString();
        assertEquals(
                0,
                JSON.readTree(on("searches", "--json", "--look", id))
                        .get("newStories")
                        .asInt());
        assertEquals("", on("searches", "--remove", id));
        run(1, "searches", "--archive", archive.toString(), "--remove", id);
    }
}
