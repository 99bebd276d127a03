package sourcebook.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The documents of the tests of reading, written for them: PDFs in two columns, a saved web page with structure.
final class SamplePages {
    static final int LONG_PAGES = 300;

    /// A page on which [#HIT] stands, in the PDF of [#LONG_PAGES] pages.
    static final int PAGE_OF_HIT = 217;

    static final String HIT = "albatross";
    static final String PASSAGE = "and that each course end with a visit to the provinces";

    private static final float SIZE = 11;
    private static final float LEADING = 15;
    private static final float MARGIN = 64;
    private static final float COLUMN = 220;

    private SamplePages() {}

    /// Writes the PDFs into a folder.
    static void write(Path folder) {
        try {
            Files.createDirectories(folder);
            report(folder.resolve("report.pdf"));
            book(folder.resolve("book.pdf"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static Map<String, String> documents() {
        Map<String, String> documents = new LinkedHashMap<>();
        documents.put("letter.txt", "The party school wrote again about the chart room, and nobody answered.");
        documents.put("page.html", WEB_PAGE);
        documents.put("metadata.csv", """
                path,title,creators,date,source,country,language
                report.pdf,Training abroad,Ann Example,2016-04-01,Journal of Party Studies,TZ,en
                book.pdf,The long book of pages,,2012,The Sample Press,SE,en
                letter.txt,A letter about the school,,2009,The Sample Herald,VN,en
                page.html,The harbour fee,,2019-05-02,The Sample Herald,DK,en
                """);
        return documents;
    }

    /// Two columns, three pages; the hit on each, twice on the second.
    private static void report(Path file) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PDFont font = font(pdf);
            String plain = "The committee met in the spring and agreed that each side would name a school to receive"
                    + " visitors, that the costs of travel would be borne by the host, and that a report would be"
                    + " written at the end of every course. ";
            for (int page = 1; page <= 3; page++) {
                String left = plain.repeat(3)
                        + "In the same year the delegation asked that the party school in the capital receive thirty"
                        + " cadres a year, " + PASSAGE + ". " + plain;
                String right = plain.repeat(2)
                        + (page == 2 ? "Teachers from the party school travelled in turn. " : "")
                        + plain.repeat(2);
                columns(pdf, font, "Section " + page + ". Agreements and their schools", left, right);
            }
            pdf.save(file.toFile());
        }
    }

    private static void book(Path file) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PDFont font = font(pdf);
            for (int page = 1; page <= LONG_PAGES; page++) {
                String words = "On day " + page + " somebody counted the nets and the oars, and wrote the sum of "
                        + page * 17 + " on a slate by the door. "
                        + (page == PAGE_OF_HIT ? "Then the " + HIT + " came back. " : "")
                        + "It was never the same sum twice, and nobody was surprised by day " + page + ". ";
                columns(pdf, font, "Day " + page, words.repeat(2), words);
            }
            pdf.save(file.toFile());
        }
    }

    private static PDFont font(PDDocument pdf) throws IOException {
        try (InputStream liberation = Objects.requireNonNull(
                PDFont.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"))) {
            return PDType0Font.load(pdf, liberation);
        }
    }

    private static void columns(PDDocument pdf, PDFont font, String heading, String left, String right)
            throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        pdf.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
            write(content, font, 16, MARGIN, 760, heading);
            column(content, font, MARGIN, left);
            column(content, font, MARGIN + COLUMN + 30, right);
        }
    }

    private static void column(PDPageContentStream content, PDFont font, float x, String words) throws IOException {
        float y = 720;
        StringBuilder line = new StringBuilder();
        for (String word : words.strip().split(" ")) {
            if (font.getStringWidth(line + word) / 1000 * SIZE > COLUMN) {
                write(content, font, SIZE, x, y, line.toString().strip());
                line.setLength(0);
                y -= LEADING;
            }
            line.append(word).append(' ');
        }
        write(content, font, SIZE, x, y, line.toString().strip());
    }

    private static void write(PDPageContentStream content, PDFont font, float size, float x, float y, String line)
            throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(x, y);
        content.showText(line);
        content.endText();
    }

    private static final String WEB_PAGE = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>The harbour fee | The Sample Herald</title></head>
            <body>
            <nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav>
            <article>
            <h1>The harbour fee</h1>
            <p>The council voted on Tuesday to raise the fee for boats that stay in the harbour over the winter, after a
            long evening in which fishermen, owners of yachts and the keeper of the lighthouse all had their say.</p>
            <h2>What was decided</h2>
            <p>The council agreed on three things, and on a day to look at them again when the season has ended:</p>
            <ul><li>Boats under six metres pay nothing at all until the spring of the next year.</li>
            <li>Boats over six metres pay a fee for each metre and month, to the harbour master.</li>
            <li>The lighthouse keeper keeps the boat that has always been the keeper’s.</li></ul>
            <blockquote><p>“A harbour without boats is only water,” said the oldest of the fishermen, and sat down again to applause.</p></blockquote>
            <p><img alt="The quay in winter" src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="></p>
            <p>These are the fees for each month, as the council has published them on its board by the quay:</p>
            <table><thead><tr><th>Length of the boat</th><th>Fee for a month</th></tr></thead>
            <tbody><tr><td>Six to nine metres</td><td>Twelve crowns</td></tr><tr><td>Nine metres and more</td><td>Forty crowns</td></tr></tbody></table>
            <p>The harbour master will send the first bills in October, and expects to hear from everybody by the end of
            November; the council will look at the sums in spring.</p>
            <p><img alt="Never fetched" src="https://example.org/pixel.png" onerror="document.title='owned'"></p>
            <p>Nobody at the meeting could say what the harbour fee had brought in during the last ten winters, although
            the question was put twice and the ledgers were sent for from the town hall.</p>
            </article>
            <footer><p>Subscribe to our newsletter</p></footer>
            </body></html>
            """;
}
