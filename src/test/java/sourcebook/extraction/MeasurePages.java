package sourcebook.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/// Not a test: how long it takes to open PDFs of 10 and of 1,000 pages (or as many as are given) and to draw pages of
/// them, each by a new worker process that has drawn one page of another document before. Times are those of the
/// process on its core, to 10 ms, so that what else the machine does is left out.
public final class MeasurePages {
    private static final int LINES = 45;

    private static final PageWorkers.Settings ONE =
            new PageWorkers.Settings(1, 768, Duration.ofMinutes(5), Duration.ofMinutes(5), 1_000);

    private MeasurePages() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int[] counts = args.length == 0 ? new int[] {10, 1_000, 10, 1_000} : numbers(args);
        Path folder = Files.createTempDirectory("measure-pages");
        try {
            Path other = book(folder, 3);
            for (int count : counts) {
                Path file = book(folder, count);
                try (var workers = new PageWorkers(ONE)) {
                    ask(workers, other, new PageRequest.Image(1, 800));
                    double sizes = ask(workers, file, new PageRequest.Sizes());
                    double first = ask(workers, file, new PageRequest.Image(1, 1_200));
                    double middle = ask(workers, file, new PageRequest.Image(count / 2 + 1, 1_200));
                    double next = ask(workers, file, new PageRequest.Image(count / 2 + 2, 1_200));
                    double last = ask(workers, file, new PageRequest.Image(count, 1_200));
                    double text = ask(workers, file, new PageRequest.Text(count / 2 + 1));
                    double sharp = ask(workers, file, new PageRequest.Image(count / 2 + 1, 2_400));
                    double small = ask(workers, file, new PageRequest.Image(count / 2 + 1, 240));
                    System.out.printf(
                            "%,6d pages, %,8d bytes: sizes %.0f ms; images 1,200 wide: first %.0f, middle %.0f, next %.0f,"
                                    + " last %.0f ms; words %.0f ms; 2,400 wide %.0f ms; 240 wide %.0f ms%n",
                            count, Files.size(file), sizes, first, middle, next, last, text, sharp, small);
                }
            }
        } finally {
            SpoolFolder.delete(folder);
        }
    }

    private static int[] numbers(String[] args) {
        int[] numbers = new int[args.length];
        for (int i = 0; i < args.length; i++) {
            numbers[i] = Integer.parseInt(args[i]);
        }
        return numbers;
    }

    /// In milliseconds.
    private static double ask(PageWorkers workers, Path file, PageRequest.Want want) throws InterruptedException {
        long before = used(workers);
        PageAnswer answer = workers.ask(new PageRequest(file, file.toString(), "application/pdf", want));
        if (answer instanceof PageAnswer.Failed failed) {
            throw new IllegalStateException(failed.reason());
        }
        return (used(workers) - before) / 1e6;
    }

    private static long used(PageWorkers workers) {
        return workers.processes().stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .mapToLong(Duration::toNanos)
                .sum();
    }

    private static Path book(Path folder, int pages) throws IOException {
        Path file = folder.resolve(pages + ".pdf");
        if (Files.exists(file)) {
            return file;
        }
        try (var pdf = new PDDocument()) {
            var font = new PDType1Font(FontName.TIMES_ROMAN);
            for (int number = 1; number <= pages; number++) {
                var page = new PDPage(PDRectangle.A4);
                pdf.addPage(page);
                try (var content = new PDPageContentStream(pdf, page)) {
                    content.beginText();
                    content.setFont(font, 11);
                    content.setLeading(15);
                    content.newLineAtOffset(60, 780);
                    for (int line = 1; line <= LINES; line++) {
                        content.showText("Page " + number + ", line " + line
                                + ": the harbour master kept a ledger of every ship that winter brought in.");
                        content.newLine();
                    }
                    content.endText();
                }
            }
            pdf.save(file.toFile());
        }
        return file;
    }
}
