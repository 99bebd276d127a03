package sourcebook.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.extraction.Extraction.Kind;
import sourcebook.extraction.worker.FaultyPages;
import sourcebook.extraction.worker.PageMain;

/// A page that cannot be drawn costs its image; the next one is drawn.
class PageWorkersTest {
    @TempDir
    private Path folder;

    private static PageWorkers.Settings settings(Duration limit) {
        return new PageWorkers.Settings(1, 96, limit, Duration.ofMinutes(5), 100);
    }

    private Path pdf(String name, int pages) throws IOException {
        Path file = folder.resolve(name);
        try (var pdf = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                var page = new PDPage(PDRectangle.A5);
                pdf.addPage(page);
                PdfExtractionTest.write(pdf, page, FontName.HELVETICA, 12, 50, 500, "Page " + (i + 1), "of a book");
            }
            pdf.save(file.toFile());
        }
        return file;
    }

    private static PageAnswer draw(PageWorkers workers, Path file, int page) throws InterruptedException {
        return workers.ask(new PageRequest(
                file, String.valueOf(file.getFileName()), "application/pdf", new PageRequest.Image(page, 120)));
    }

    private static void drawn(PageAnswer answer) {
        assertThat(answer).isInstanceOf(PageAnswer.Image.class);
    }

    private static void failed(PageAnswer answer, Kind kind, String sentence) {
        assertThat(answer).isInstanceOfSatisfying(PageAnswer.Failed.class, failed -> {
            assertThat(failed.kind()).isEqualTo(kind);
            assertThat(failed.reason()).contains(sentence);
        });
    }

    @Test
    void misfortunesCostOnePage() throws Exception {
        Path file = pdf("book.pdf", 2);
        try (var workers = new PageWorkers(settings(Duration.ofSeconds(20)), FaultyPages.class.getName())) {
            drawn(draw(workers, file, 1));
            failed(draw(workers, file, FaultyPages.EXITS), Kind.CRASHED, "ended unexpectedly (exit code 134");
            drawn(draw(workers, file, 2));
            failed(draw(workers, file, FaultyPages.TAKES_ALL_MEMORY), Kind.OUT_OF_MEMORY, "more memory");
            drawn(draw(workers, file, 1));
            failed(draw(workers, file, FaultyPages.HANGS), Kind.TIMED_OUT, "Drawing it");
            drawn(draw(workers, file, 2));
            failed(draw(workers, file, 3), Kind.UNREADABLE, "It has no page 3.");
            drawn(draw(workers, file, 1));
            assertThat(workers.processes()).hasSize(1);
        }
    }

    @Test
    void aWorkerThatIsKilledIsReplaced() throws Exception {
        Path file = pdf("book.pdf", 1);
        try (var workers = new PageWorkers(settings(Duration.ofMinutes(2)), FaultyPages.class.getName())) {
            drawn(draw(workers, file, 1));
            long idle = workers.processes().getFirst();
            ProcessHandle process = ProcessHandle.of(idle).orElseThrow();
            process.destroyForcibly();
            process.onExit().get();
            drawn(draw(workers, file, 1));
            long busy = workers.processes().getFirst();
            assertThat(busy).isNotEqualTo(idle);
            var under = CompletableFuture.supplyAsync(() -> {
                try {
                    return draw(workers, file, FaultyPages.HANGS);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (Files.notExists(folder.resolve(FaultyPages.HANGING)) && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            ProcessHandle.of(busy).orElseThrow().destroyForcibly();
            failed(under.get(), Kind.CRASHED, "ended unexpectedly");
            drawn(draw(workers, file, 1));
        }
    }

    @Test
    void anIdleWorkerEndsAndTheOriginalStaysOpenUntilAnotherIsWanted() throws Exception {
        Path one = pdf("one.pdf", 3);
        Path other = pdf("other.pdf", 1);
        var settings = new PageWorkers.Settings(1, 96, Duration.ofMinutes(2), Duration.ofMillis(300), 100);
        try (var workers = new PageWorkers(settings, PageMain.class.getName())) {
            for (int page = 1; page <= 3; page++) {
                drawn(draw(workers, one, page));
            }
            drawn(draw(workers, other, 1));
            long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (!workers.processes().isEmpty() && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            assertThat(workers.processes()).isEmpty();
            drawn(draw(workers, one, 1));
        }
    }

    @Test
    void markupOfMillionsOfCharactersIsRefused() throws Exception {
        Path rtf = folder.resolve("long.rtf");
        Files.writeString(rtf, "{\\rtf1 " + "many words\\par\n".repeat(400_000) + "}");
        Path mail = folder.resolve("long.eml");
        Files.writeString(
                mail,
                "Subject: long\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
                        + "<p>many words</p>\r\n".repeat(250_000));
        try (var workers = new PageWorkers(settings(Duration.ofMinutes(2)), PageMain.class.getName())) {
            for (PageRequest request : List.of(
                    new PageRequest(rtf, "rtf", "application/rtf", new PageRequest.Markup()),
                    new PageRequest(mail, "mail", "message/rfc822", new PageRequest.Markup()))) {
                failed(workers.ask(request), Kind.TOO_LARGE, "characters of text");
            }
        }
    }

    @Test
    void sizesComeWithoutDrawingAndTextWithPlaces() throws Exception {
        Path file = pdf("book.pdf", 12);
        try (var workers = new PageWorkers(settings(Duration.ofMinutes(2)), PageMain.class.getName())) {
            PageAnswer sizes = workers.ask(new PageRequest(file, "book", "application/pdf", new PageRequest.Sizes()));
            assertThat(sizes).isInstanceOfSatisfying(PageAnswer.Sizes.class, all -> {
                assertThat(all.pages()).hasSize(12);
                assertThat(all.pages().getFirst().width()).isBetween(419f, 421f);
            });
            PageAnswer text = workers.ask(new PageRequest(file, "book", "application/pdf", new PageRequest.Text(7)));
            assertThat(text).isInstanceOfSatisfying(PageAnswer.Text.class, page -> {
                assertThat(page.text().text()).isEqualTo("Page 7\nof a book");
                List<String> glyphs = page.text().glyphs().stream()
                        .map(glyph -> page.text().text().substring(glyph.start(), glyph.end()))
                        .toList();
                assertThat(String.join("", glyphs)).isEqualTo("Page7ofabook");
                assertThat(page.text().glyphs().getFirst().x()).isBetween(0.118f, 0.120f);
            });
        }
    }
}
