package sourcebook.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;

class BatchTest {
    private SmallArchive archive;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        archive = new SmallArchive(folder);
        archive.save("a", "the party met the other party");
        archive.save("b", "a party school");
        archive.follow();
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void listsAreReadInEachOfTheirForms() {
        assertEquals(
                List.of(new BatchQuery("1", "party"), new BatchQuery("2", "\"a party\""), new BatchQuery("3", "party")),
                BatchList.read("party\n\n\"a party\"\r\n  party  \n"));
        assertEquals(
                List.of(new BatchQuery("x", "party"), new BatchQuery("2", "school"), new BatchQuery("y", "a, b")),
                BatchList.read("x\tparty\nschool\ny\ta, b"));
        assertEquals(
                List.of(new BatchQuery("one", "party, \"school\""), new BatchQuery("2", "two\nlines")),
                BatchList.read("\uFEFFname,note,Query\r\none,n,\"party, \"\"school\"\"\"\r\n,,\"two\nlines\"\r\n"));
        assertEquals(List.of(new BatchQuery("i", "party")), BatchList.read("query;id\nparty;i\n"));
        assertThrows(IllegalArgumentException.class, () -> BatchList.read(" \n\n"));
        IllegalArgumentException open =
                assertThrows(IllegalArgumentException.class, () -> BatchList.read("query\nfine\n\"open"));
        assertTrue(String.valueOf(open.getMessage()).contains("line 3"), open.getMessage());
        assertThrows(IllegalArgumentException.class, () -> BatchList.read("party\n".repeat(BatchList.MOST + 1)));
        assertEquals(
                BatchList.MOST, BatchList.read("party\n".repeat(BatchList.MOST)).size());
    }

    @Test
    void aListInAnotherEncodingIsRefusedAndNotReadAsOtherWords() {
        assertEquals("Führung\n", BatchList.decoded("Führung\n".getBytes(StandardCharsets.UTF_8)));
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> BatchList.decoded("Führung\n".getBytes(StandardCharsets.ISO_8859_1)));
        assertTrue(String.valueOf(refusal.getMessage()).contains("UTF-8"));
    }

    @Test
    void everyRowIsWhatTheSearchGives() throws IOException {
        List<BatchQuery> queries =
                BatchList.read("party\nparty\n\"party school\"\nnothing\n\"unbalanced\n=party\n@sum");
        List<BatchRow> rows = new ArrayList<>();
        SearchRequest template = SearchRequest.of("");
        Work work = new Work();
        new BatchSearch(archive.engine).run(queries, template, rows::add, work);
        assertEquals(queries.size(), rows.size());
        assertEquals(queries.size(), work.done());
        for (BatchRow row : rows) {
            SearchResult result =
                    archive.engine.search(template.withQuery(row.query()).withCountHits(true));
            assertEquals(result.total(), row.total(), row.query());
            assertEquals(result.copies(), row.copies(), row.query());
            assertEquals(result.stories(), row.stories(), row.query());
            assertEquals(result.hitCount(), row.hits(), row.query());
            assertEquals(result.understoodAs(), row.understoodAs());
        }
        assertEquals(3, rows.getFirst().hits());
        StringBuilder csv = new StringBuilder();
        BatchTable.csv(rows, row -> "?q=" + row.number(), csv);
        List<List<String>> lines = DelimitedText.parse(csv.toString(), ',');
        assertEquals(queries.size() + 1, lines.size());
        assertEquals(List.of("1", "party", "2", "2", "2", "3"), lines.get(1).subList(0, 6));
        assertEquals("'=party", lines.get(6).get(1));

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BatchTable.xlsx(rows, row -> "?q=" + row.number(), "2.1-SNAPSHOT", bytes);
        try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(bytes.toByteArray()))) {
            Sheet sheet = book.getSheetAt(0);
            for (BatchRow row : rows) {
                Row line = sheet.getRow(row.number());
                assertEquals(row.query(), line.getCell(1).getStringCellValue());
                assertEquals(CellType.STRING, line.getCell(1).getCellType());
                assertEquals(row.total(), line.getCell(2).getNumericCellValue());
                assertEquals(row.hits(), line.getCell(5).getNumericCellValue());
            }
            assertEquals(rows.size(), sheet.getLastRowNum());
        }
    }

    @Test
    void aRunGoesOnBehindAndTheNextTakesItsPlace() throws InterruptedException {
        try (BatchRuns runs = new BatchRuns(new BatchSearch(archive.engine))) {
            BatchRun run = runs.start("anna", BatchList.read("party\nschool"), SearchRequest.of(""));
            ended(run);
            assertEquals(BatchRun.State.DONE, run.state());
            assertEquals(2, run.rows());
            assertEquals("school", run.rows(1, 10).getFirst().query());
            assertTrue(run.rows(7, 10).isEmpty());
            assertTrue(runs.find("berta").isEmpty());

            List<BatchQuery> many = IntStream.range(0, 5_000)
                    .mapToObj(i -> new BatchQuery(Integer.toString(i), "party OR word" + i))
                    .toList();
            BatchRun first = runs.start("anna", many, SearchRequest.of(""));
            BatchRun second = runs.start("anna", BatchList.read("party"), SearchRequest.of(""));
            ended(second);
            assertEquals(BatchRun.State.CANCELLED, first.state());
            assertEquals(BatchRun.State.DONE, second.state());
            assertEquals(second, runs.find("anna").orElseThrow());
            for (int i = 0; i < 40; i++) {
                runs.start("person " + i, Collections.nCopies(3, new BatchQuery("1", "party")), SearchRequest.of(""));
            }
            assertTrue(runs.find("anna").isEmpty(), "the tables of few persons are kept");
        }
    }

    private static void ended(BatchRun run) throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
        while (run.state() == BatchRun.State.RUNNING) {
            assertTrue(Instant.now().isBefore(deadline), "still running");
            Thread.sleep(5);
        }
    }
}
