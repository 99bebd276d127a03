package sourcebook.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.DocumentText;
import sourcebook.catalogue.RecordField;
import sourcebook.search.Facet;
import sourcebook.search.SearchRequest;
import sourcebook.search.Sort;
import sourcebook.search.YearRange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private SmallArchive archive;
    private ResultExport export;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        archive = new SmallArchive(folder);
        DocumentRecord record = SmallArchive.record("=Party {schools}", "2014-05", "Gazette, The", "KE", "TZ")
                .withCreators(List.of(SmallArchive.stated("Kimani, Jane"), SmallArchive.stated("A. Otieno")))
                .withCustom(Map.of("party", SmallArchive.stated("KANU"), "title", SmallArchive.stated("other")));
        archive.save("reports/a.pdf", record, DocumentText.of("the party met the other party"));
        archive.save("b.txt", SmallArchive.record("B", "2015", "Herald", "KE"), DocumentText.of("a party school"));
        archive.save("c.txt", SmallArchive.record("C", "", ""), DocumentText.of("nothing of the sort"));
        archive.follow();
        export = new ResultExport(
                archive.engine,
                archive.catalogue,
                archive.numbers,
                new ArchiveIdentity(archive.database.source()),
                "2.1");
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private String text(RecordFormat format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Manifest manifest = export.write(SearchRequest.of("party").withSort(Sort.OLDEST), format, bytes, new Work());
        assertEquals(new Manifest.Counts(2, 2, 2, 3), manifest.counts());
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void csvHasAColumnForEverySidecarsColumn() throws IOException {
        List<List<String>> rows = DelimitedText.parse(text(RecordFormat.CSV), ',');
        assertEquals(3, rows.size());
        assertEquals(List.of("story", "party", "x.title"), rows.getFirst().subList(13, 16));
        assertEquals(
                List.of(
                        SmallArchive.id("reports/a.pdf").value(),
                        "'=Party {schools}",
                        "Kimani, Jane; A. Otieno",
                        "2014-05",
                        "Gazette, The",
                        "KE; TZ",
                        "",
                        "",
                        "",
                        "1",
                        "2",
                        "reports/a.pdf",
                        "",
                        "",
                        "KANU",
                        "other"),
                rows.get(1));
    }

    @Test
    void theOtherFormatsHoldTheSameRecords() throws IOException {
        List<JsonNode> lines =
                text(RecordFormat.JSONL).lines().map(JSON::readTree).toList();
        assertEquals(2, lines.size());
        assertEquals("=Party {schools}", lines.getFirst().get("title").asString());
        assertEquals(2, lines.getFirst().get("hits").asInt());
        assertEquals("KANU", lines.getFirst().get("custom").get("party").asString());
        String bibTex = text(RecordFormat.BIBTEX);
        assertEquals(2, bibTex.split("(?m)^@", -1).length - 1, bibTex);
        Set<String> keys = new HashSet<>();
        bibTex.lines().filter(line -> line.startsWith("@")).forEach(line -> assertTrue(keys.add(line), line));
        assertTrue(bibTex.contains("kimani2014party-"), bibTex);
        String ris = text(RecordFormat.RIS);
        assertEquals(2, ris.lines().filter(line -> line.startsWith("TY  - ")).count());
        assertEquals(2, ris.lines().filter(line -> line.startsWith("ER  - ")).count());
    }

    @Test
    void aManifestSaysEverythingAndIsReadAgain() throws IOException {
        SearchRequest request = SearchRequest.of("party OR school")
                .withSort(Sort.NEWEST)
                .withStories(true)
                .withYears(new YearRange(2000, 2020))
                .withRefinements(Map.of(Facet.COUNTRY, Set.of("KE"), Facet.custom("party"), Set.of("KANU")))
                .withFacets(false);
        Manifest made = export.manifest(request, RecordFormat.CSV, new Work());
        Manifest read = Manifest.read(made.json());
        assertEquals(made, read);
        JsonNode json = JSON.readTree(made.json());
        assertEquals("party OR school", json.get("query").asString());
        assertEquals("stories", json.get("count").asString());
        assertEquals("KE", json.get("filters").get("country").get(0).asString());
        assertEquals(
                archive.engine.committedSequence(),
                json.get("archive").get("sequence").asLong());

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        export.zip(request, RecordFormat.RIS, bytes, new Work());
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertEquals("records.ris", zip.getNextEntry().getName());
            zip.readAllBytes();
            assertEquals("manifest.json", zip.getNextEntry().getName());
            Manifest packed = Manifest.read(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            assertEquals(made.documents(), packed.documents());
            assertEquals(made.counts(), packed.counts());
        }
        for (String broken : List.of(
                "",
                "[]",
                "{}",
                "{\"archive\":{},\"documents\":\"!\"}",
                "{\"archive\":{},\"documents\":\"\"}",
                "nonsense")) {
            assertThrows(IllegalArgumentException.class, () -> Manifest.read(broken), broken);
        }
    }

    @Test
    void whatHasChangedSinceIsCountedExactly() {
        Manifest before = export.manifest(SearchRequest.of("party"), RecordFormat.CSV, new Work());
        assertEquals(
                "Nothing has changed since.", export.compare(before, new Work()).sentence());

        archive.save("d.txt", "one more party");
        archive.save("e.txt", "and another party");
        archive.save("f.txt", "nothing to do with it");
        archive.recognise("c.txt", "now it is of a party");
        archive.catalogue.edit(List.of(SmallArchive.id("b.txt")), RecordField.TITLE, List.of("Bee"), "anna");
        archive.remove("reports/a.pdf");
        archive.follow();
        Repetition since = export.compare(before, new Work());
        assertEquals("3 documents added since, 1 changed, 1 gone.", since.sentence());
        assertEquals(4, since.documents());

        Manifest foreign = new Manifest(
                before.version(),
                before.made(),
                "another",
                before.sequence(),
                before.request(),
                before.understoodAs(),
                before.notes(),
                before.format(),
                before.columns(),
                before.counts(),
                before.documents());
        assertFalse(export.compare(foreign, new Work()).sameArchive());
    }

    /// A manifest that a person has changed, or that is spoilt, is refused with a sentence.
    @Test
    void whatIsNoManifestIsSaid() {
        archive.save("one", "a party");
        archive.follow();
        String json = export.manifest(
                        SearchRequest.of("party").withYears(new YearRange(1990, 1999)), RecordFormat.CSV, new Work())
                .json();
        Map<String, String> spoilt = Map.of(
                "\"from\" : 1990", "\"from\" : 2990",
                "\"to\" : 1999", "\"to\" : \"soon\"",
                "\"made\" : \"", "\"made\" : \"on ",
                "\"documents\" : \"", "\"documents\" : \"!",
                "\"sort\" : \"relevance\"", "\"sort\" : \"length\"");
        assertEquals(1990, Manifest.read(json).request().years().from());
        spoilt.forEach((right, wrong) -> {
            assertTrue(json.contains(right), json);
            IllegalArgumentException refused = assertThrows(
                    IllegalArgumentException.class, () -> Manifest.read(json.replace(right, wrong)), wrong);
            assertTrue(refused.getMessage().matches("\\p{Lu}.*\\."), refused.getMessage());
        });
    }

    @Test
    void anOutputThatBreaksOffEndsTheWork() {
        for (int i = 0; i < 300; i++) {
            archive.save("many-" + i, "a party ".repeat(3));
        }
        archive.follow();
        Work work = new Work();
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("the other side has gone");
            }
        };
        IOException gone = assertThrows(
                IOException.class, () -> export.write(SearchRequest.of("party"), RecordFormat.JSONL, broken, work));
        assertEquals("the other side has gone", gone.getMessage());
        assertTrue(work.done() < 200, "ended after " + work.done());
        Work cancelled = new Work();
        cancelled.cancel();
        assertThrows(
                CancellationException.class,
                () -> export.write(
                        SearchRequest.of("party"), RecordFormat.CSV, OutputStream.nullOutputStream(), cancelled));
    }
}
