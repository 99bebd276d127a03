package sourcebook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Stories and furniture on the command line.
class StoriesCommandTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String STORY = """
            The night train to the coast was stopped for six hours by snow between two tunnels near Altberg. The guard
            made tea for everybody from the water of the boiler, and a choir that was travelling to a contest sang until
            the plough came. Nobody was hurt, but a crate of oysters had to be thrown away. The railway said that the
            line would be fitted with fences before the next winter, which it had promised after the last one as well.
            Passengers were given their fares back and a voucher for the dining car, where nothing is ever to be had.
            """;
    private static final String PAGE = """
            <!DOCTYPE html><html lang="en"><head><title>Snow on the line</title></head><body>
            <nav><ul><li><a href="/">Home</a></li><li><a href="/subscribe">Subscribe to the almanac</a></li></ul></nav>
            <article><h1>Snow on the line</h1><p>Snow fell on the mountains of the north for nine days, and the villages
            there could not be reached by road. Ploughs were sent out from three towns.</p><p>On the tenth day the sun
            came out, and the first lorries with bread and oil arrived before noon.</p></article></body></html>
            """;

    @TempDir
    private Path work;

    @Test
    void storiesAreListedAndCounted() throws IOException {
        Path archive = work.resolve("archive");
        Path documents = Files.createDirectories(work.resolve("documents"));
        Files.writeString(documents.resolve("a.txt"), STORY);
        Files.writeString(documents.resolve("b.txt"), STORY + "\nFrom our correspondent.\n");
        Files.writeString(documents.resolve("page.html"), PAGE);
        Files.writeString(documents.resolve("metadata.csv"), """
                path,title,date,source,published_in
                a.txt,Stuck in the snow,2011-01-09,The Herald,GB
                b.txt,Choir sings in train,2011-01-10,The Observer,IE
                """);
        run("ingest", "--archive", archive.toString(), documents.toString());

        JsonNode copies = JSON.readTree(run("search", "--archive", archive.toString(), "--json", "snow"));
        assertEquals(3, copies.get("total").asInt());
        assertEquals(2, copies.get("stories").asInt());
        JsonNode stories = JSON.readTree(run(
                "search",
                "--archive",
                archive.toString(),
                "--json",
                "--stories",
                "--count-hits",
                "--sort",
                "oldest",
                "train"));
        assertEquals(1, stories.get("total").asInt());
        assertEquals(2, stories.get("copies").asInt());
        assertEquals(1, stories.get("hitCount").asInt());
        String story = stories.get("hits").get(0).get("story").asString();
        assertEquals(2, stories.get("hits").get(0).get("storyCopies").asInt());

        String text = run("search", "--archive", archive.toString(), "--stories", "train");
        assertTrue(text.startsWith("1 story for train"), text);
        assertTrue(text.contains("story " + story + ": 2 copies in GB IE"), text);
        String around = run("search", "--archive", archive.toString(), "almanac");
        assertTrue(around.startsWith("0 documents") && around.contains("also in page furniture: 1"), around);
        assertTrue(run("search", "--archive", archive.toString(), "in:furniture", "almanac")
                .contains("   around "));

        Path queries = work.resolve("queries.tsv");
        Files.writeString(queries, "a\tsnow\n");
        assertTrue(run("batch", "--archive", archive.toString(), "--stories", queries.toString())
                .startsWith("id\tstories\tunderstood as\na\t2\t"));

        String list = run("stories", "--archive", archive.toString());
        assertTrue(
                list.startsWith(story + "  2 copies\n   2011-01-09  same   100 %  Stuck in the snow (The Herald)"),
                list);
        assertTrue(list.contains("3 documents are 2 stories; 1 of them in several copies"), list);
        JsonNode listed = JSON.readTree(run("stories", "--archive", archive.toString(), "--json"));
        assertEquals(story, listed.get("id").asString());
        assertEquals(2, listed.get("copies").size());
        assertFalse(run("stories", "--archive", archive.toString(), "almanac").contains(story));
    }

    @Test
    void describeTellsRuleTextAndConfidence() throws IOException {
        Path page = Files.writeString(work.resolve("page.html"), PAGE);
        JsonNode json = JSON.readTree(run("describe", "--json", page.toString()));
        JsonNode title = json.get("title");
        assertEquals("Snow on the line", title.get("value").asString());
        for (String member : new String[] {"evidence", "rule", "text", "confidence"}) {
            assertTrue(title.get(member).isString(), member);
        }
        assertTrue(json.get("mentions").isArray());
        assertTrue(json.get("pageLanguages").isArray());
        assertTrue(json.get("furniture").asString().contains("almanac"));
        String text = run("describe", page.toString());
        assertTrue(text.contains("Snow on the line   ["), text);
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = SourcebookCommand.line((folder, address, port) -> 0);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        assertEquals(0, line.execute(arguments), () -> out + "\n" + err);
        return out.toString();
    }
}
