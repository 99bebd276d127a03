package sourcebook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import sourcebook.catalogue.ArchiveFolder;
import sourcebook.catalogue.Confidence;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.DocumentText;
import sourcebook.catalogue.Evidenced;
import sourcebook.catalogue.PartialDate;
import sourcebook.search.FacetColumns;
import sourcebook.search.IndexedDocument;
import sourcebook.search.SearchEngine;
import sourcebook.search.lucene.LuceneSearchEngine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What narrows a search on the command line beside the built-in facets: columns, months, likeness.
class RefinementsTest {
    private static final String FIRST = "1".repeat(64);
    private static final String SECOND = "2".repeat(64);

    @TempDir
    private Path work;

    @BeforeEach
    void fill() throws Exception {
        Path index = new ArchiveFolder(work).index();
        Files.createDirectories(index);
        try (SearchEngine engine = LuceneSearchEngine.open(index, FacetColumns.of("party"))) {
            engine.put(document(FIRST, "2014-03-01", "MPLA", "The party school trains cadres of the movement."));
            engine.put(document(SECOND, "2014", "UNITA", "Cadres of the movement left the party school."));
            engine.commit(2);
        }
    }

    private static IndexedDocument document(String id, String date, String party, String text) {
        DocumentRecord record = DocumentRecord.EMPTY
                .withDate(stated(PartialDate.parse(date).orElseThrow()))
                .withCustom(Map.of("Party", stated(party)));
        return new IndexedDocument(new DocumentId(id), record, DocumentText.of(text), id + ".txt", null);
    }

    private static <T> Evidenced<T> stated(T value) {
        return Evidenced.of(value, "test", Confidence.HIGH);
    }

    private String run(int code, String... options) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = SourcebookCommand.line((_, _, _) -> 0);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        String[] arguments = new String[options.length + 4];
        System.arraycopy(new String[] {"search", "--archive", work.toString(), "--json"}, 0, arguments, 0, 4);
        System.arraycopy(options, 0, arguments, 4, options.length);
        assertEquals(code, line.execute(arguments), () -> out + "\n" + err);
        return code == 0 ? out.toString() : err.toString();
    }

    private JsonNode json(String... options) {
        return new JsonMapper().readTree(run(0, options));
    }

    @Test
    void aColumnIsChosenAndCountedByItsName() {
        JsonNode found = json("--refine", "Party=MPLA", "cadres");
        assertEquals(1, found.get("total").asInt());
        assertEquals(2, found.get("facets").get("party").size(), "the other value stays to be chosen");
        assertEquals(
                "MPLA", found.get("facets").get("party").get(0).get("value").asString());
        assertEquals(
                2,
                json("--refine", "party=MPLA", "--refine", "party=UNITA", "")
                        .get("total")
                        .asInt());
    }

    @Test
    void aMonthOfTheYear() {
        JsonNode found = json("--year", "2014", "--refine", "month=2014-03", "");
        assertEquals(1, found.get("total").asInt());
        assertEquals(13, found.get("months").size());
        assertEquals(1, found.get("months").get(2).get("count").asInt());
        assertEquals("unknown", found.get("months").get(12).get("value").asString());
    }

    @Test
    void whatIsLikeADocumentOrAPassage() {
        JsonNode found = json("--like", FIRST);
        assertEquals(SECOND, found.get("hits").get(0).get("id").asString());
        assertEquals(1, found.get("total").asInt());
        assertTrue(found.get("likeWords").size() > 1);
        assertEquals(1, json("--like", FIRST + ":4-16").get("total").asInt());
    }

    @Test
    void whatCannotBeReadIsSaidSo() {
        assertTrue(run(1, "--refine", "party", "").contains("such as party=MPLA"));
        assertTrue(run(1, "--like", "12", "").contains("a document's whole id"));
        assertTrue(
                json("--refine", "nothing=x", "").get("notes").get(0).asString().contains("No facet is called"));
    }
}
