package sourcebook.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sourcebook.api.ApiServer.read;
import static sourcebook.api.ApiServer.refusal;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sourcebook.access.RawHttp;
import sourcebook.access.RawHttp.Answer;
import tools.jackson.databind.JsonNode;

/// Every resource of the REST interface, over HTTP, on a small archive.
final class ApiTest {
    private static final String SCHOLARS = """
            Scholars from Kenya met in Nairobi. The exchange programme began there.

            The exchange programme of Tanzania followed two years later.
            """;
    private static final String PAGE = """
            <!DOCTYPE html><html lang="en"><head><title>Training &lt;script&gt;alert(1)&lt;/script&gt; abroad</title></head>
            <body><article><h1>Training abroad</h1><p>Nurses trained in Ghana came home with new skills, and the hospitals
            of Accra were glad of every one of them.</p><p>A second group will leave in spring.</p></article></body></html>
            """;
    private static final String FORMULA = "=cmd, \"now\".txt";

    @TempDir
    static Path folder;

    private static ApiServer server;
    private static RawHttp http;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("scholars.txt"), SCHOLARS);
        Files.writeString(folder.resolve("page.html"), PAGE);
        Files.writeString(folder.resolve(FORMULA), "A treaty on lorries.");
        Files.writeString(folder.resolve("Ünï \u202egnp.txt"), "A file with an odd name.");
        Files.writeString(folder.resolve("to-edit.txt"), "A text whose record is edited.");
        Files.writeString(folder.resolve("metadata.csv"), """
                path,title,source,date,country
                scholars.txt,The scholars,"Gazette, The Daily",2014-07-18,KE
                to-edit.txt,To edit,"Gazette, The Daily",2016,TZ
                """);
        Files.writeString(folder.resolve(".DS_Store"), "junk");
        server = new ApiServer(folder);
        http = server.http();
        server.ingest().rescan();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    // search

    @Test
    void searchGivesTheShapeOfTheCommandLine() throws IOException {
        JsonNode json = server.json("/api/search?q=" + encode("“exchange programme”") + "&countHits=true");
        assertEquals(1, json.get("total").intValue());
        assertEquals(2, json.get("hitCount").intValue());
        assertEquals("\"exchange programme\"", json.get("understoodAs").stringValue());
        JsonNode hit = json.get("hits").get(0);
        assertEquals("The scholars", hit.get("title").stringValue());
        assertEquals("scholars.txt", hit.get("path").stringValue());
        assertEquals("2014-07-18", hit.get("date").stringValue());
        assertEquals(2, hit.get("hitCount").intValue());
        assertTrue(hit.get("snippets").get(0).get("text").stringValue().contains("exchange programme"));
        assertEquals(
                "Kenya", json.get("facets").get("country").get(0).get("label").stringValue());
    }

    @Test
    void searchNarrowsAndPages() throws IOException {
        assertEquals(5, total("/api/search"));
        assertEquals(2, total("/api/search?source=" + encode("Gazette, The Daily")), "a comma is part of the name");
        assertEquals(2, total("/api/search?country=KE&country=TZ"));
        assertEquals(1, total("/api/search?country=KE&country=TZ&year=2016"));
        assertEquals(1, total("/api/search?yearFrom=2015&yearTo=2020"));
        assertEquals(1, total("/api/search?yearFrom=2015"));
        assertEquals(3, total("/api/search?year=unknown"));
        assertEquals(0, total("/api/search?q=nurses+treaty"));
        assertEquals(2, total("/api/search?q=nurses+treaty&match=any"));
        JsonNode newest = server.json("/api/search?sort=newest&limit=1&facets=false");
        assertEquals("To edit", newest.get("hits").get(0).get("title").stringValue());
        assertEquals(0, newest.get("facets").size());
        Set<String> seen = new TreeSet<>();
        for (int offset = 0; offset < 5; offset++) {
            seen.add(server.json("/api/search?limit=1&offset=" + offset)
                    .get("hits")
                    .get(0)
                    .get("id")
                    .stringValue());
        }
        assertEquals(5, seen.size());
        assertEquals(0, server.json("/api/search?limit=0").get("hits").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=1001",
                "limit=-1",
                "limit=x",
                "offset=-1",
                "offset=99999999999",
                "sort=best",
                "match=some",
                "countHits=yes",
                "yearFrom=2020&yearTo=2010",
                "yearFrom=soon",
                "year=20x4",
                "contry=KE",
                "limit=1&limit=2"
            })
    void aWrongParameterIsNamed(String query) throws IOException {
        String sentence = refusal(http.get("/api/search?" + query), 400);
        assertTrue(sentence.contains(query.substring(0, query.indexOf('='))), sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"unbalanced", "AND", "((((", "a:b:c/d\\e", "*", "NOT", "\u0000", "'; drop table document; --"})
    void noQueryIsAnError(String query) throws IOException {
        assertTrue(server.json("/api/search?q=" + encode(query)).get("total").isNumber());
    }

    // documents

    @Test
    void aRecordByItsWholeOrShortId() throws IOException {
        String id = id("scholars.txt");
        JsonNode json = server.json("/api/documents/" + id);
        assertEquals(id, json.get("id").stringValue());
        assertEquals("The scholars", json.get("title").get("value").stringValue());
        assertTrue(json.get("title").get("evidence").stringValue().contains("metadata.csv"));
        assertEquals("scholars.txt", json.get("locations").get(0).get("path").stringValue());
        assertEquals(
                "KE", json.get("countries").get("about").get(0).get("value").stringValue());
        assertTrue(json.get("present").booleanValue());
        assertEquals(json, server.json("/api/documents/" + id.substring(0, 12)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000000000000",
                "abc",
                "xyz",
                "..%252f..%252fetc%252fpasswd",
                "scholars.txt",
                "0000000000000000000000000000000000000000000000000000000000000000"
            })
    void anUnknownDocumentIsSaidToBe(String id) throws IOException {
        for (String rest : List.of("", "/text", "/hits?q=a", "/original")) {
            refusal(http.get("/api/documents/" + id + rest), id.contains("%") ? 400 : 404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/documents/../../etc/passwd",
                "/api/documents/%2e%2e/%2e%2e/etc/passwd",
                "/api/documents/..%2f..%2fetc%2fpasswd/original",
                "/api/documents/x/original/../../../../etc/passwd",
                "/api/documents//etc/passwd",
                "/api/documents/;/original",
                "/api/%00",
                "/api/documents/..\\..\\x"
            })
    void noPathLeadsOutside(String path) throws IOException {
        Answer answer = http.get(path);
        assertTrue(answer.status() == 400 || answer.status() == 404, answer.status() + " " + answer.text());
        assertFalse(answer.text().contains("root:"));
    }

    @Test
    void textWholeByPageAndPlain() throws IOException {
        String id = id("scholars.txt");
        JsonNode whole = server.json("/api/documents/" + id + "/text");
        assertTrue(whole.get("text").stringValue().startsWith("Scholars from Kenya"));
        assertEquals(0, whole.get("pageStarts").get(0).intValue());
        assertEquals("", whole.get("furniture").stringValue());
        JsonNode page = server.json("/api/documents/" + id + "/text?page=1");
        assertEquals(whole.get("text"), page.get("text"));
        assertEquals(0, page.get("start").intValue());
        Answer plain = http.get("/api/documents/" + id + "/text", "Accept: text/plain");
        assertEquals("text/plain;charset=UTF-8", plain.header("content-type"));
        assertEquals(whole.get("text").stringValue(), plain.text());
        assertTrue(
                refusal(http.get("/api/documents/" + id + "/text?page=2"), 400).contains("page"));
        assertTrue(
                refusal(http.get("/api/documents/" + id + "/text?page=0"), 400).contains("page"));
    }

    @Test
    void hitsAreTheOnesThatAreCounted() throws IOException {
        String id = id("scholars.txt");
        JsonNode json = server.json("/api/documents/" + id + "/hits?q=" + encode("\"exchange programme\""));
        String text = server.json("/api/documents/" + id + "/text").get("text").stringValue();
        assertEquals(2, json.get("hitCount").intValue());
        for (JsonNode hit : json.get("hits")) {
            assertEquals(
                    "exchange programme",
                    text.substring(hit.get("start").intValue(), hit.get("end").intValue()));
            assertEquals(1, hit.get("page").intValue());
        }
        assertTrue(refusal(http.get("/api/documents/" + id + "/hits"), 400).contains("q"));
    }

    // originals

    @Test
    void anOriginalIsAFileToSaveAndNeverAPage() throws IOException {
        Answer answer = http.get("/api/documents/" + id("page.html") + "/original", "Accept: text/html");
        assertEquals(200, answer.status());
        assertArrayEquals(Files.readAllBytes(folder.resolve("page.html")), answer.bytes());
        assertTrue(
                answer.header("content-disposition").startsWith("attachment;"), answer.header("content-disposition"));
        assertEquals("nosniff", answer.header("x-content-type-options"));
        assertEquals(1, answer.headers().get("content-security-policy").size());
        assertTrue(answer.header("content-security-policy").startsWith("sandbox; default-src 'none'"));
        assertEquals("same-origin", answer.header("cross-origin-resource-policy"));
    }

    @Test
    void anOriginalInPieces() throws IOException {
        String path = "/api/documents/" + id("scholars.txt") + "/original";
        byte[] whole = Files.readAllBytes(folder.resolve("scholars.txt"));
        Answer middle = http.get(path, "Range: bytes=5-9");
        assertEquals(206, middle.status());
        assertArrayEquals(Arrays.copyOfRange(whole, 5, 10), middle.bytes());
        assertEquals("bytes 5-9/" + whole.length, middle.header("content-range"));
        assertTrue(middle.header("content-disposition").startsWith("attachment;"));
        assertEquals(416, http.get(path, "Range: bytes=99999-").status());
        Answer known = http.get(path, "If-None-Match: " + http.get(path).header("etag"));
        assertEquals(304, known.status());
    }

    @Test
    void hostileNamesBecomeHarmlessOnes() throws IOException {
        String formula = http.get("/api/documents/" + id(FORMULA) + "/original").header("content-disposition");
        assertTrue(formula.endsWith("filename*=UTF-8''%3Dcmd%2C%20_now_.txt"), formula);
        String turned = http.get("/api/documents/" + id("Ünï \u202egnp.txt") + "/original")
                .header("content-disposition");
        assertTrue(turned.endsWith("filename*=UTF-8''%C3%9Cn%C3%AF%20_gnp.txt"), turned);
        assertEquals("_.._etc_passwd", FileName.safe("../../etc/passwd", "x"));
        assertEquals("_con.txt", FileName.safe("con.txt", "x"));
        assertEquals("x", FileName.safe(" ... ", "x"));
        assertEquals("a_b_c", FileName.safe("a\r\nb\"c".replace("\r\n", "\n"), "x"));
        assertTrue(FileName.safe("y".repeat(500) + ".html", "x").endsWith("yy.html"));
    }

    @Test
    void anOriginalThatWasChangedIsNotGivenOut() throws IOException, InterruptedException {
        Path file = folder.resolve("changing.txt");
        Files.writeString(file, "As it was.");
        server.ingest().ingest(List.of(file));
        String id = id("changing.txt");
        Files.writeString(file, "As it is now, and longer.");
        assertTrue(refusal(http.get("/api/documents/" + id + "/original"), 404).contains("changed"));
        Files.delete(file);
        server.ingest().rescan();
        assertFalse(server.json("/api/documents/" + id).get("present").booleanValue());
    }

    // edits

    @Test
    void oneRecordIsChangedAndChangedBack() throws IOException {
        String path = "/api/documents/" + id("to-edit.txt");
        JsonNode changed = server.json(
                "PATCH", path, "{\"title\": \"<b>Edited</b>\", \"about\": [\"de\", \"FR\"], \"date\": null}");
        assertEquals("<b>Edited</b>", changed.get("title").get("value").stringValue());
        assertTrue(changed.get("date").isNull());
        assertEquals(
                "DE", changed.get("countries").get("about").get(0).get("value").stringValue());
        assertEquals(3, changed.get("batches").size());
        assertEquals(1, total("/api/search?country=FR"), "found at once");
        assertEquals(
                System.getProperty("user.name"),
                changed.get("edits").get(0).get("who").stringValue());
        for (JsonNode batch : changed.get("batches")) {
            assertEquals(
                    1,
                    server.json("DELETE", "/api/edits/" + batch, "")
                            .get("documents")
                            .intValue());
        }
        assertEquals("To edit", server.json(path).get("title").get("value").stringValue());
        assertEquals(0, total("/api/search?country=FR"));
        refusal(http.json("DELETE", "/api/edits/" + changed.get("batches").get(0), ""), 404);
        refusal(http.json("DELETE", "/api/edits/x", ""), 400);
    }

    @Test
    void aChangeIsDoneWholeOrNotAtAll() throws IOException {
        String path = "/api/documents/" + id("to-edit.txt");
        String sentence = refusal(http.json("PATCH", path, "{\"title\": \"New\", \"date\": \"yesterday\"}"), 400);
        assertTrue(sentence.contains("“yesterday” is not a date"), sentence);
        assertEquals("To edit", server.json(path).get("title").get("value").stringValue());
        assertTrue(
                refusal(http.json("PATCH", path, "{\"titel\": \"New\"}"), 400).contains("titel"));
        assertTrue(refusal(http.json("PATCH", path, "{\"title\": 7}"), 400).contains("title"));
        assertTrue(refusal(http.json("PATCH", path, "{\"source\": [\"a\", \"b\"]}"), 400)
                .contains("one value"));
        refusal(http.json("PATCH", path, "{}"), 400);
        refusal(http.json("PATCH", path, "[]"), 400);
        refusal(http.json("PATCH", path, "{\"title\":"), 400);
        refusal(http.json("PATCH", "/api/documents/000000000000", "{\"title\": \"x\"}"), 404);
    }

    @Test
    void severalRecordsAreChangedAtOnce() throws IOException {
        String one = id("scholars.txt");
        String two = id("page.html");
        JsonNode done = server.json(
                "POST",
                "/api/edits",
                "{\"ids\": [\"" + one + "\", \"" + two.substring(0, 12) + "\", \"" + one
                        + "\"], \"field\": \"publishedIn\", \"values\": [\"GB\"]}");
        assertEquals(2, done.get("documents").intValue());
        assertEquals(2, total("/api/search?publishedIn=GB"));
        server.json("DELETE", "/api/edits/" + done.get("batch"), "");
        assertEquals(0, total("/api/search?publishedIn=GB"));
        refusal(http.json("POST", "/api/edits", "{\"ids\": [], \"field\": \"title\", \"values\": []}"), 400);
        refusal(http.json("POST", "/api/edits", "{\"ids\": [\"" + one + "\"], \"field\": \"title\"}"), 400);
        assertTrue(refusal(
                        http.json(
                                "POST", "/api/edits", "{\"ids\": [\"" + one + "\"], \"field\": \"x\", \"values\": []}"),
                        400)
                .contains("“x”"));
    }

    // ingest and ledger

    @Test
    void anUploadIsStoredAndRead() throws IOException {
        Answer answer = server.upload("file", "../../up<load>.txt", "A zeppelin over the lake.");
        JsonNode json = read(answer, 202);
        String stored = json.get("stored").get(0).stringValue();
        assertTrue(stored.matches("uploads/up_load_( \\(\\d+\\))?\\.txt"), stored);
        assertFalse(Files.exists(folder.getParent().resolve("up<load>.txt")));
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (total("/api/search?q=zeppelin") == 0) {
            assertTrue(Instant.now().isBefore(deadline), () -> "never found: " + ledger());
            Thread.onSpinWait();
        }
        while (server.json("/api/ingest").get("ledger").get("indexed").intValue() < 6) {
            assertTrue(Instant.now().isBefore(deadline), () -> "never acknowledged: " + ledger());
            Thread.onSpinWait();
        }
        remove(stored);
    }

    @Test
    void uploadsThatAreRefused() throws IOException {
        assertTrue(refusal(server.upload("other", "a.txt", "text"), 400).contains("file"));
        assertTrue(refusal(server.upload("file", "empty.txt", ""), 400).contains("empty"));
        refusal(server.upload("file", "...", "text"), 400);
        assertTrue(refusal(server.upload("file", "large.txt", "x".repeat(1_100_000)), 413)
                .contains("too large"));
        refusal(http.form("/api/ingest", "a=b"), 415);
        refusal(http.json("POST", "/api/ingest", "{\"rescan\": false}"), 400);
        assertTrue(refusal(http.json("POST", "/api/edits", "", "Content-Length: " + ((16 << 20) + 1)), 413)
                .contains("16 MB"));
    }

    @Test
    void rescanRetryAndCancel() throws IOException {
        assertTrue(read(http.json("POST", "/api/ingest", "{\"rescan\": true}"), 202)
                .has("running"));
        assertTrue(read(http.json("POST", "/api/ingest/retry", ""), 202)
                .get("files")
                .isNumber());
        assertTrue(server.json("DELETE", "/api/ingest", "").has("ledger"));
    }

    @Test
    void theLedgerAddsUp() throws IOException {
        JsonNode json = server.json("/api/ledger?outcome=skipped&text=ds_store");
        assertEquals(1, json.get("count").intValue());
        assertEquals(".DS_Store", json.get("entries").get(0).get("path").stringValue());
        JsonNode totals = json.get("totals");
        assertEquals(
                totals.get("received").intValue(),
                totals.get("indexed").intValue()
                        + totals.get("duplicate").intValue()
                        + totals.get("skipped").intValue()
                        + totals.get("failed").intValue()
                        + (totals.has("underWay") ? totals.get("underWay").intValue() : 0));
        assertEquals(2, server.json("/api/ledger?limit=2").get("entries").size());
        assertTrue(refusal(http.get("/api/ledger?outcome=lost"), 400).contains("outcome"));
    }

    @Test
    void theLedgerAsCsvHoldsNoFormula() throws IOException {
        Answer answer = http.get("/api/ledger.csv");
        assertTrue(answer.header("content-type").startsWith("text/csv"), answer.header("content-type"));
        assertTrue(answer.header("content-disposition").startsWith("attachment"));
        assertTrue(answer.text().startsWith("path,inner,size,modified,document,outcome,reason,received,updated\r\n"));
        assertTrue(answer.text().contains("\r\n\"'=cmd, \"\"now\"\".txt\",,"), answer.text());
        assertEquals("'-1+1,\"a\nb\",'@x,'\tx,\" y\"\r\n", Csv.line("-1+1", "a\nb", "@x", "\tx", " y"));
    }

    // citations

    @Test
    void aPassageIsCitedChangedMovedAndExported() throws IOException {
        JsonNode collection =
                read(http.json("POST", "/api/collections", "{\"name\": \"Chapter \\\"one\\\"/two\"}"), 201);
        long into = collection.get("id").longValue();
        String text = server.json("/api/documents/" + id("scholars.txt") + "/text")
                .get("text")
                .stringValue();
        int start = text.indexOf("exchange programme");
        JsonNode saved = read(
                http.json(
                        "POST",
                        "/api/collections/" + into + "/citations",
                        "{\"document\": \"" + id("scholars.txt") + "\", \"start\": " + start + ", \"end\": "
                                + (start + 18) + ", \"note\": \"see also\"}"),
                201);
        long id = saved.get("id").longValue();
        assertEquals("exchange programme", saved.get("passage").get("quote").stringValue());
        assertEquals("The scholars", saved.get("title").stringValue());
        assertEquals(saved, server.json("/api/citations/" + id));
        assertEquals(
                "another",
                server.json("PATCH", "/api/citations/" + id, "{\"note\": \"another\", \"pageFrom\": 12}")
                        .get("note")
                        .stringValue());

        for (String format : List.of("bibtex", "ris", "csl-json", "chicago", "apa", "mla")) {
            Answer export = http.get("/api/collections/" + into + "/export?format=" + format);
            assertEquals(200, export.status(), format);
            assertTrue(export.text().contains("The scholars") || export.text().contains("The Scholars"), export.text());
            String disposition = export.header("content-disposition");
            assertTrue(
                    disposition.startsWith("attachment") && disposition.contains("Chapter%20_one__two."), disposition);
        }
        assertTrue(refusal(http.get("/api/collections/" + into + "/export?format=word"), 400)
                .contains("format"));

        assertEquals(
                204, http.send("DELETE", "/api/citations/" + id, new byte[0]).status());
        refusal(http.get("/api/citations/" + id), 404);
        refusal(http.send("DELETE", "/api/citations/" + id, new byte[0]), 404);
        assertEquals(
                id,
                server.json("POST", "/api/citations/" + id + "/restore", "")
                        .get("id")
                        .longValue());

        long standard = server.json("/api/collections")
                .get("collections")
                .get(0)
                .get("id")
                .longValue();
        assertNotEquals(standard, into);
        JsonNode moved = server.json("PATCH", "/api/citations/" + id, "{\"collection\": " + standard + "}");
        assertEquals(standard, moved.get("collection").longValue());
        assertEquals(
                0,
                server.json("/api/collections/" + into + "/citations")
                        .get("citations")
                        .size());
    }

    @Test
    void collectionsAreRenamedDeletedAndRestored() throws IOException {
        long id = read(http.json("POST", "/api/collections", "{\"name\": \"Short-lived\"}"), 201)
                .get("id")
                .longValue();
        assertEquals(
                "Renamed",
                server.json("PATCH", "/api/collections/" + id, "{\"name\": \"Renamed\"}")
                        .get("name")
                        .stringValue());
        assertEquals(
                204, http.send("DELETE", "/api/collections/" + id, new byte[0]).status());
        refusal(http.get("/api/collections/" + id + "/citations"), 404);
        assertEquals(
                "Renamed",
                server.json("POST", "/api/collections/" + id + "/restore", "")
                        .get("name")
                        .stringValue());
        refusal(http.json("POST", "/api/collections", "{\"name\": \"  \"}"), 400);
        refusal(http.json("POST", "/api/collections", "{}"), 400);
        refusal(http.json("PATCH", "/api/collections/999", "{\"name\": \"x\"}"), 404);
    }

    @Test
    void whatCannotBeCited() throws IOException {
        long into = server.json("/api/collections")
                .get("collections")
                .get(0)
                .get("id")
                .longValue();
        String path = "/api/collections/" + into + "/citations";
        String document = "{\"document\": \"" + id("page.html") + "\"";
        for (String range : List.of(
                "\"start\": 5",
                "\"start\": 5, \"end\": 5",
                "\"start\": -1, \"end\": 3",
                "\"start\": 0, \"end\": 99999")) {
            assertTrue(refusal(http.json("POST", path, document + ", " + range + "}"), 400)
                    .contains("passage"));
        }
        refusal(http.json("POST", path, "{\"document\": \"000000000000\"}"), 404);
        refusal(http.json("POST", "/api/collections/999/citations", document + "}"), 404);
        JsonNode whole = read(http.json("POST", path, document + "}"), 201);
        assertTrue(whole.get("passage").isNull());
        refusal(http.json("PATCH", "/api/citations/" + whole.get("id"), "{\"pageFrom\": 3}"), 400);
        refusal(http.json("PATCH", "/api/citations/" + whole.get("id"), "{\"collection\": 999}"), 404);
    }

    // the rest

    @Test
    void whatIsNotThereOrNotSo() throws IOException {
        refusal(http.get("/api"), 404);
        refusal(http.get("/api/nothing"), 404);
        refusal(http.get("/nothing"), 404);
        Answer wrong = http.json("POST", "/api/search", "{}");
        assertTrue(refusal(wrong, 405).contains("POST"));
        assertEquals("GET", wrong.header("allow"));
        refusal(
                http.send("PATCH", "/api/edits", "x".getBytes(StandardCharsets.UTF_8), "Content-Type: text/plain"),
                405);
        refusal(http.send("POST", "/api/edits", "x".getBytes(StandardCharsets.UTF_8), "Content-Type: text/plain"), 415);
        assertEquals("up", server.json("/api/health").get("status").stringValue());
    }

    @Test
    void foreignPagesDoNotDriveTheArchive() throws IOException {
        String path = "/api/documents/" + id("to-edit.txt");
        String body = "{\"title\": \"Driven\"}";
        refusal(http.json("PATCH", path, body, "Origin: http://evil.test"), 403);
        refusal(http.json("PATCH", path, body, "Sec-Fetch-Site: cross-site"), 403);
        refusal(http.get("/api/search", "Host: evil.test"), 421);
        refusal(http.get(path + "/original", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors"), 403);
        assertEquals("To edit", server.json(path).get("title").get("value").stringValue());
    }

    @Test
    void theInterfaceDescribesItself() throws IOException {
        JsonNode json = server.json("/api/openapi.json");
        Set<String> paths = new TreeSet<>(json.get("paths").propertyNames());
        assertEquals(
                new TreeSet<>(Set.of(
                        "/api/search",
                        "/api/documents/{id}",
                        "/api/documents/{id}/text",
                        "/api/documents/{id}/hits",
                        "/api/documents/{id}/original",
                        "/api/documents/{id}/provenance",
                        "/api/documents/{id}/alike",
                        "/api/stories/{story}",
                        "/api/stories/join",
                        "/api/stories/split",
                        "/api/stories/decisions/{decision}",
                        "/api/weak",
                        "/api/edits",
                        "/api/edits/{batch}",
                        "/api/ingest",
                        "/api/ingest/retry",
                        "/api/ledger",
                        "/api/ledger.csv",
                        "/api/collections",
                        "/api/collections/{collection}",
                        "/api/collections/{collection}/restore",
                        "/api/collections/{collection}/citations",
                        "/api/collections/{collection}/export",
                        "/api/citations/{citation}",
                        "/api/citations/{citation}/restore",
                        "/api/health")),
                paths);
        for (JsonNode path : json.get("paths")) {
            for (JsonNode operation : path) {
                assertTrue(operation.has("summary"), operation.toString());
            }
        }
        assertTrue(json.toString().contains("\"publishedIn\""));
    }

    private static int total(String path) throws IOException {
        return server.json(path).get("total").intValue();
    }

    /// The id of the document at a path, by way of the ledger.
    private static String id(String path) throws IOException {
        for (JsonNode entry : server.json("/api/ledger?limit=1000").get("entries")) {
            if (entry.get("path").stringValue().equals(path)) {
                return entry.get("document").stringValue();
            }
        }
        throw new AssertionError(path + " is not in the ledger: " + ledger());
    }

    private static void remove(String path) throws IOException {
        Files.delete(folder.resolve(path));
        try {
            server.ingest().rescan();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String ledger() {
        try {
            return http.get("/api/ledger.csv").text();
        } catch (IOException gone) {
            return gone.toString();
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
