package sourcebook.starter;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// The PDF documents of the collection. Ids and dates are fixed, so that making them again gives the same files.
final class PdfDocuments {
    private static final PDType1Font ROMAN = new PDType1Font(FontName.TIMES_ROMAN);
    private static final PDType1Font ITALIC = new PDType1Font(FontName.TIMES_ITALIC);
    private static final PDType1Font BOLD = new PDType1Font(FontName.TIMES_BOLD);
    private static final PDType1Font SANS = new PDType1Font(FontName.HELVETICA);
    private static final PDType1Font SANS_BOLD = new PDType1Font(FontName.HELVETICA_BOLD);
    /// A scanner's usual setting.
    private static final int SCAN_DPI = 200;

    private PdfDocuments() {}

    /// A journal article: two columns, running heads, printed page numbers that do not begin with 1.
    static byte[] article(StarterText text) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(2017L);
            int firstPage = 45;
            try (Typesetter page = new Typesetter(
                    document,
                    PDRectangle.A5,
                    2,
                    ITALIC,
                    number -> number == 0
                            ? "Journal of Comparative Training 12 (2), 2017, 45–48"
                            : number % 2 == 1 ? "Mrisho and van der Walt" : "Borrowed syllabuses",
                    number -> Integer.toString(firstPage + number))) {
                boolean opening = true;
                for (StarterText.Paragraph paragraph : text.paragraphs()) {
                    switch (paragraph.kind()) {
                        case TITLE -> page.across(paragraph.text(), new Typesetter.Style(BOLD, 15, 18, 8, 0, false));
                        case BYLINE -> page.across(paragraph.text(), new Typesetter.Style(ROMAN, 11, 14, 2, 0, false));
                        case ABSTRACT, MARK ->
                            page.across(paragraph.text(), new Typesetter.Style(ITALIC, 9, 11.5f, 2, 0, true));
                        case HEADING ->
                            page.paragraph(paragraph.text(), new Typesetter.Style(BOLD, 11.5f, 14.6f, 12, 0, false));
                        case PLAIN ->
                            page.paragraph(
                                    paragraph.text(),
                                    new Typesetter.Style(ROMAN, 11, 14.6f, 0, opening ? 0 : 10, true));
                    }
                    opening = paragraph.kind() == StarterText.Kind.HEADING;
                }
            }
            return bytes(document);
        }
    }

    /// A report: title page, one column, a section on a new page where it would not fit; document information filled
    /// in.
    static byte[] report(StarterText text) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(2014L);
            PDDocumentInformation information = document.getDocumentInformation();
            information.setTitle("Ten Days Elsewhere: A review of study tours for local officials, 2009 to 2013");
            information.setAuthor("Joseph Otieno Wekesa; Lina Haugen");
            information.setSubject("Study tours; training abroad; local government; Kenya");
            information.setCreator("Harbour Institute for Public Learning");
            information.setCreationDate(day(2014, Calendar.SEPTEMBER, 18));
            information.setModificationDate(day(2014, Calendar.SEPTEMBER, 22));
            try (Typesetter page = new Typesetter(
                    document,
                    PDRectangle.A4,
                    1,
                    SANS,
                    number -> number == 0 ? "" : "Ten Days Elsewhere",
                    number -> number == 0 ? "" : Integer.toString(number + 1))) {
                page.skip(170);
                boolean titlePage = true;
                for (StarterText.Paragraph paragraph : text.paragraphs()) {
                    if (titlePage && paragraph.kind() == StarterText.Kind.HEADING) {
                        page.nextPage();
                        titlePage = false;
                    }
                    Typesetter.Style style = switch (paragraph.kind()) {
                        case TITLE -> new Typesetter.Style(SANS_BOLD, 30, 38, 0, 0, false);
                        case BYLINE -> new Typesetter.Style(SANS, 15, 20, 6, 0, false);
                        case ABSTRACT -> new Typesetter.Style(SANS, 11, 16, 14, 0, false);
                        case MARK -> new Typesetter.Style(SANS, 9, 12, 220, 0, false);
                        case HEADING -> new Typesetter.Style(SANS_BOLD, 14, 18, 26, 0, false);
                        case PLAIN -> new Typesetter.Style(SANS, 11, 17, 9, 0, false);
                    };
                    page.paragraph(paragraph.text(), style);
                }
            }
            return bytes(document);
        }
    }

    /// What a scanner makes of a typed sheet: a grey picture, a little askew, and no text.
    static byte[] scan(String text, long id) throws IOException {
        BufferedImage sheet;
        try (PDDocument typed = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            typed.addPage(page);
            try (PDPageContentStream out = new PDPageContentStream(typed, page)) {
                out.beginText();
                out.setFont(SANS, 11.5f);
                out.setLeading(14.6f);
                out.newLineAtOffset(88, 775);
                for (String line : text.split("\n", -1)) {
                    out.showText(line);
                    out.newLine();
                }
                out.endText();
            }
            sheet = new PDFRenderer(typed).renderImageWithDPI(0, SCAN_DPI, ImageType.GRAY);
        }
        BufferedImage scanned = askew(sheet, new Random(id));
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(id);
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDImageXObject image = JPEGFactory.createFromImage(document, scanned, 0.45f, SCAN_DPI);
            try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                out.drawImage(image, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
            }
            return bytes(document);
        }
    }

    private static BufferedImage askew(BufferedImage sheet, Random random) {
        BufferedImage made = new BufferedImage(sheet.getWidth(), sheet.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D draw = made.createGraphics();
        draw.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        draw.setColor(Color.WHITE);
        draw.fillRect(0, 0, made.getWidth(), made.getHeight());
        draw.rotate(Math.toRadians(0.35), made.getWidth() / 2.0, made.getHeight() / 2.0);
        draw.drawImage(sheet, 0, 0, null);
        draw.dispose();
        // paper is not white, ink is not black, and there is dust on the glass
        for (int y = 0; y < made.getHeight(); y++) {
            for (int x = 0; x < made.getWidth(); x++) {
                int grey = made.getRaster().getSample(x, y, 0);
                made.getRaster().setSample(x, y, 0, 48 + grey * 180 / 255);
            }
        }
        for (int speck = 0; speck < 60; speck++) {
            int x = random.nextInt(made.getWidth());
            int y = random.nextInt(made.getHeight());
            made.getRaster().setSample(x, y, 0, 120);
        }
        return made;
    }

    private static Calendar day(int year, int month, int day) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        calendar.clear();
        calendar.set(year, month, day, 9, 0, 0);
        return calendar;
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }
}
