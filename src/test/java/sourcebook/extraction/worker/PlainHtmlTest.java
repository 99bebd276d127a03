package sourcebook.extraction.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataOutputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages that are told without Tika are what Tika takes them for, and are read as a worker reads them.
class PlainHtmlTest {
    private static final long MOST = 1_000_000;

    private static final List<String> PAGES = List.of(
            "<!DOCTYPE html><html lang=\"en\"><head><title>T</title></head><body><p>Body</p></body></html>",
            "\n<!doctype html>\n<!-- saved -->\n<HTML class='a b'\n dir=ltr><body>Zürich<table><tr><td>1<td>2</table>",
            "<html><head><meta charset=utf-8></head><body><p>One\u0007two<br>three</p></body></html>",
            "<!DOCTYPE html ><html><body>" + "<div>".repeat(900) + "deep" + "</body></html>",
            "<html lang=de><svg xmlns=\"http://www.w3.org/2000/svg\"><text>no</text></svg><pre> kept  so </pre>");

    private static final List<String> OTHERS = List.of(
            "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>X</p></body></html>",
            "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"x.dtd\"><html><body><p>X</p></body></html>",
            "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>X</p></body></html>",
            "<!doctype html><html lang=en\nXMLNS:og='a'><body><p>X</p></body></html>",
            "<html",
            "<htmlx><p>X</p>",
            "It begins with words. <html><body>X</body></html>",
            "");

    @TempDir
    private Path folder;

    @Test
    void pagesAreWhatTikaTakesThemForAndAreReadAsAWorkerReadsThem() throws Exception {
        Progress progress = new Progress(new DataOutputStream(OutputStream.nullOutputStream()));
        TikaReader tika = new TikaReader(progress);
        for (String page : PAGES) {
            Path file = Files.writeString(folder.resolve("page.HTM"), page);
            assertEquals("text/html", tika.detect(file, "page.HTM").toString(), page);
            assertTrue(PlainHtml.is(file, "page.HTM"), page);
            var read = PlainHtml.read(file, "page.HTM", MOST).orElseThrow(() -> new AssertionError(page));
            assertEquals(List.of(CleanText.of(VisibleText.of(page))), read.pages());
            assertEquals(CleanText.of(page), read.html());
            assertEquals("text/html", read.mediaType());
        }
    }

    @Test
    void otherBeginningsAndNamesAreLeftToTheDetection() throws Exception {
        for (String other : OTHERS) {
            Path file = Files.writeString(folder.resolve("page.html"), other);
            assertFalse(PlainHtml.is(file, "page.html"), other);
            assertTrue(PlainHtml.read(file, "page.html", MOST).isEmpty(), other);
        }
        Path page = Files.writeString(folder.resolve("page.txt"), PAGES.getFirst());
        assertFalse(PlainHtml.is(page, "page.txt"));
    }

    @Test
    void pagesInOtherCharsetsOrBeyondTheirSizeAreLeftToWorkers() throws Exception {
        Path latin = folder.resolve("latin.html");
        Files.write(latin, "<!doctype html><html><body>Zürich</body></html>".getBytes(Charset.forName("windows-1252")));
        assertTrue(PlainHtml.is(latin, "latin.html"));
        assertTrue(PlainHtml.read(latin, "latin.html", MOST).isEmpty());
        Path declared = folder.resolve("declared.html");
        String japanese = "<!doctype html><html><meta charset=iso-2022-jp><body>日本</body></html>";
        Files.write(declared, japanese.getBytes(Charset.forName("ISO-2022-JP")));
        assertEquals(
                "日本",
                PlainHtml.read(declared, "declared.html", MOST)
                        .orElseThrow()
                        .pages()
                        .getFirst());
        String large = "<!doctype html><html><body>" + "word ".repeat(300_000);
        Path file = folder.resolve("large.html");
        Files.write(file, large.getBytes(StandardCharsets.UTF_8));
        assertTrue(PlainHtml.read(file, "large.html", 10 * MOST).isEmpty());
        assertTrue(PlainHtml.read(latin, "latin.html", 10).isEmpty());
    }

    @Test
    void parsingEndsWithItsTime() {
        String page = "<!doctype html><html><body>" + "<p>word</p>".repeat(10_000);
        TimedReader over = new TimedReader(page, Duration.ofSeconds(-1));
        assertThrows(UncheckedIOException.class, () -> VisibleText.of(over));
        assertEquals(VisibleText.of(page), VisibleText.of(new TimedReader(page, Duration.ofDays(1))));
    }
}
