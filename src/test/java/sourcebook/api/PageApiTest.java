package sourcebook.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sourcebook.api.ApiServer.refusal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sourcebook.access.RawHttp.Answer;
import tools.jackson.databind.JsonNode;

/// Printed pages over HTTP: sizes, images, words and marks.
final class PageApiTest extends OverHttp {
    private static final String NAME = "two-pages.pdf";

    PageApiTest(ApiArchive archive) {
        super(archive);
    }

    @BeforeEach
    void addPdf() throws IOException, InterruptedException {
        Path file = folder.resolve(NAME);
        try (var pdf = new PDDocument()) {
            for (String[] lines : new String[][] {
                {"A zeppelin over the harbour of the old", "town was seen by many, and the copper"},
                {"kettles rang. Nobody knew the zeppelin", "pilot, a quiet man who wrote long letters."}
            }) {
                var page = new PDPage(PDRectangle.A5);
                pdf.addPage(page);
                try (var content = new PDPageContentStream(pdf, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                    content.setLeading(16);
                    content.newLineAtOffset(40, 500);
                    for (String line : lines) {
                        content.showText(line);
                        content.newLine();
                    }
                    content.endText();
                }
            }
            pdf.save(file.toFile());
        }
        server.ingest().ingest(List.of(file));
    }

    @AfterEach
    void removePdf() throws IOException {
        remove(NAME);
    }

    private String pages() throws IOException {
        return "/api/documents/" + id(NAME) + "/pages";
    }

    @Test
    void pagesHaveSizesAndTheirPlaceInTheText() throws IOException {
        JsonNode json = server.json(pages());
        assertTrue(json.get("image").booleanValue());
        assertTrue(json.get("reason").isNull());
        assertEquals(2, json.get("pages").size());
        JsonNode second = json.get("pages").get(1);
        assertEquals(2, second.get("page").intValue());
        assertEquals(PDRectangle.A5.getWidth(), second.get("width").doubleValue(), 0.1);
        String text =
                server.json("/api/documents/" + id(NAME) + "/text").get("text").stringValue();
        assertTrue(text.substring(second.get("start").intValue()).startsWith("kettles"));
        assertEquals(text.length(), second.get("end").intValue());
        JsonNode none = server.json("/api/documents/" + id("page.html") + "/pages");
        assertFalse(none.get("image").booleanValue());
        assertEquals(
                "It is a web page: there are no printed pages of it.",
                none.get("reason").stringValue());
        assertEquals(0, none.get("pages").size());
    }

    @Test
    void anImageIsKeptByTheBrowserForever() throws IOException {
        Answer answer = http.get(pages() + "/1/image?width=300");
        assertEquals(200, answer.status(), answer.text());
        assertEquals("image/png", answer.header("content-type"));
        assertEquals(480, ImageIO.read(new ByteArrayInputStream(answer.bytes())).getWidth());
        assertEquals(1, answer.headers().get("cache-control").size());
        String kept = answer.header("cache-control");
        assertTrue(kept.contains("immutable") && kept.contains("private") && kept.contains("max-age=31536000"), kept);
        assertEquals("nosniff", answer.header("x-content-type-options"));
        assertEquals(
                304,
                http.get(pages() + "/1/image?width=480", "If-None-Match: " + answer.header("etag"))
                        .status());
    }

    @Test
    void whatIsNotThereIsToldAndNotKept() throws IOException {
        Answer beyond = http.get(pages() + "/3/image");
        assertTrue(refusal(beyond, 404).contains("There is no page 3: the document has 2 pages."));
        assertEquals("no-store", beyond.header("cache-control"));
        refusal(http.get(pages() + "/0/words"), 404);
        refusal(http.get(pages() + "/x/words"), 400);
        refusal(http.get(pages() + "/1/image?width=0"), 400);
        refusal(http.get(pages() + "/1/image?size=3"), 400);
        refusal(http.get(pages() + "/1/hits"), 400);
        refusal(http.get("/api/documents/" + "0".repeat(64) + "/pages"), 404);
        assertTrue(refusal(http.get("/api/documents/" + id("page.html") + "/pages/1/image"), 409)
                .contains("web page"));
    }

    @Test
    void wordsHavePlacesAndRangesAndHitsTheirRectangles() throws IOException {
        JsonNode words = server.json(pages() + "/1/words").get("words");
        JsonNode second = words.get(1);
        assertEquals("zeppelin", second.get("text").stringValue());
        assertEquals(2, second.get("start").intValue());
        assertEquals(10, second.get("end").intValue());
        assertTrue(second.get("space").booleanValue());
        assertEquals(0, second.get("line").intValue());
        assertTrue(second.get("x").doubleValue() > 0.1 && second.get("x").doubleValue() < 0.15);
        JsonNode first = server.json(pages() + "/1/hits?q=zeppelin").get("hits");
        assertEquals(1, first.size());
        assertEquals(0, first.get(0).get("index").intValue());
        assertEquals(
                second.get("x").doubleValue(),
                first.get(0).get("rects").get(0).get("x").doubleValue(),
                1e-5);
        JsonNode next = server.json(pages() + "/2/hits?q=zeppelin").get("hits");
        assertEquals(1, next.get(0).get("index").intValue());
        assertEquals(2, next.get(0).get("page").intValue());
        String phrase = "/hits?q=%22copper+kettles%22";
        for (int page = 1; page <= 2; page++) {
            JsonNode over = server.json(pages() + "/" + page + phrase).get("hits");
            assertEquals(1, over.size());
            assertEquals(0, over.get(0).get("index").intValue());
            assertEquals(1, over.get(0).get("page").intValue());
            assertEquals(1, over.get(0).get("rects").size());
        }
    }

    @Test
    void anImageMayBeAskedForAhead() throws IOException {
        Answer answer = http.get(pages() + "/2/image?width=300&ahead=true");
        assertEquals(200, answer.status());
        assertEquals("image/png", answer.header("content-type"));
    }

    @Test
    void picturesOfADocumentAreWhatTheirBytesSay() throws IOException, InterruptedException {
        String image = Base64.getMimeEncoder()
                .encodeToString(http.get(pages() + "/1/image?width=240").bytes());
        String hostile = Base64.getMimeEncoder().encodeToString("<svg onload='alert(1)'/>".getBytes(UTF_8));
        Path message = folder.resolve("with-pictures.eml");
        Files.writeString(message, """
                From: ann@example.org
                Subject: The zeppelin in a picture
                MIME-Version: 1.0
                Content-Type: multipart/related; boundary="r"

                --r
                Content-Type: text/html

                <p>This is what the zeppelin looked like.</p><img src="cid:one"><img src="cid:two">
                --r
                Content-Type: image/svg+xml
                Content-ID: <two>
                Content-Transfer-Encoding: base64

                %s
                --r
                Content-Type: image/gif
                Content-ID: <one>
                Content-Transfer-Encoding: base64

                %s
                --r--
                """.formatted(hostile, image));
        server.ingest().ingest(List.of(message));
        try {
            String pictures = "/api/documents/" + id("with-pictures.eml") + "/pictures/";
            Answer first = http.get(pictures + "1");
            assertEquals(200, first.status());
            assertEquals("image/png", first.header("content-type"));
            assertEquals("nosniff", first.header("x-content-type-options"));
            assertTrue(refusal(http.get(pictures + "2"), 404).contains("There is no picture 2"));
            assertTrue(refusal(http.get("/api/documents/" + id(NAME) + "/pictures/1"), 404)
                    .contains("There is no picture 1"));
        } finally {
            remove("with-pictures.eml");
        }
    }
}
