package sourcebook.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/// PDF reports of several pages out of the items of a [GeneratedCorpus]: headings, a running head, numbered pages. The
/// same for the same seed, but for the times that PDFs carry. Stateless.
final class GeneratedReports {
    private static final int ITEMS = 6; // a report
    private static final float MARGIN = 72; // points
    private static final float SIZE = 10.5f;
    private static final float LEADING = 13;
    private static final int LINES = 50; // a page
    private static final int WIDTH = 88; // characters a line

    private GeneratedReports() {}

    /// Writes the reports, unless they are there.
    static Corpus write(int reports, long seed, Path work) throws IOException {
        String name = "reports-" + reports + "-" + seed;
        Path folder = work.resolve(name);
        Path complete = work.resolve(name + ".complete");
        List<Path> files = IntStream.range(0, reports)
                .mapToObj(number -> Path.of("%05d.pdf".formatted(number)))
                .toList();
        if (!Files.exists(complete)) {
            Files.createDirectories(folder);
            GeneratedCorpus texts = new GeneratedCorpus(reports * ITEMS, seed);
            IntStream.range(0, reports).parallel().forEach(number -> {
                try {
                    write(texts, number, folder.resolve(files.get(number)));
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
            Files.createFile(complete);
        }
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(folder.resolve(file));
        }
        return new Corpus(name, folder, files, bytes);
    }

    private static void write(GeneratedCorpus texts, int number, Path file) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PDFont plain = new PDType1Font(FontName.TIMES_ROMAN);
            PDFont bold = new PDType1Font(FontName.HELVETICA_BOLD);
            List<String> lines = new ArrayList<>();
            for (int item = 0; item < ITEMS; item++) {
                lines.addAll(lines(texts.text(number * ITEMS + item)));
            }
            pdf.getDocumentInformation().setTitle(lines.getFirst());
            int pages = (lines.size() + LINES - 1) / LINES;
            for (int page = 0; page < pages; page++) {
                PDPage sheet = new PDPage(PDRectangle.A4);
                pdf.addPage(sheet);
                try (PDPageContentStream content = new PDPageContentStream(pdf, sheet)) {
                    float top = PDRectangle.A4.getHeight();
                    line(content, bold, 8, top - MARGIN / 2, "Report " + number + " of the series, page " + (page + 1));
                    for (int i = 0; i < Math.min(LINES, lines.size() - page * LINES); i++) {
                        String text = lines.get(page * LINES + i);
                        line(content, i == 0 ? bold : plain, SIZE, top - MARGIN - i * LEADING, text);
                    }
                }
            }
            pdf.save(file.toFile());
        }
    }

    private static void line(PDPageContentStream content, PDFont font, float size, float y, String text)
            throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(MARGIN, y);
        content.showText(text);
        content.endText();
    }

    /// Broken at blanks; of letters beyond Latin-1, which the plain fonts lack, dashes are all there is.
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.replace('–', '-').split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ", -1)) {
                if (line.length() + word.length() > WIDTH) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
