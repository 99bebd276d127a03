package sourcebook.reading;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.sl.usermodel.PictureData.PictureType;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.util.Units;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/// The same small text in every format that is shown by headings, lists and tables: written for the tests
/// of reading.
public final class SampleFormats {
    /// How many are written.
    public static final int FILES = 16;

    /// In bold, in each of them.
    public static final String STRONG = "fee for boats";

    static final String INTRODUCTION = "The council voted on Tuesday to raise the ";
    static final String GOES_ON = " that stay in the harbour over the winter.";
    static final String LAST = "The harbour master will send the first bills in October.";

    static final String FIRST_ITEM = "Boats under six metres pay nothing.";
    static final String SECOND_ITEM = "Larger boats pay for each metre.";

    private SampleFormats() {}

    /// Writes `fee.docx`, `fee.odt` and so on into a folder.
    public static void write(Path folder) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, byte[]> one : all().entrySet()) {
                Files.write(folder.resolve(one.getKey()), one.getValue());
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /// File names with bytes.
    static Map<String, byte[]> all() throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("fee.docx", docx());
        all.put("fee.odt", odt());
        all.put("fee.rtf", utf8(rtf()));
        all.put("fee.epub", epub());
        all.put("fee.pptx", pptx());
        all.put("fee.xlsx", xlsx());
        all.put("fee.eml", utf8(mail(false)));
        all.put("fee-both.eml", utf8(mail(true)));
        all.put("fee.mht", utf8(mhtml()));
        all.put("fee.md", utf8(MARKDOWN));
        all.put("fee.doc", SampleOffice.doc());
        all.put("fee.ppt", SampleOffice.ppt());
        all.put("fee.xls", SampleOffice.xls());
        all.put("fee.msg", SampleOffice.msg());
        all.put("fee.odp", SampleOffice.odp());
        all.put("fee.ods", SampleOffice.ods());
        return all;
    }

    /// A blue picture, 120 by 60 pixels.
    static byte[] png() throws IOException {
        BufferedImage image = new BufferedImage(120, 60, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(60, 120, 170));
        graphics.fillRect(0, 0, 120, 60);
        graphics.setColor(Color.WHITE);
        graphics.drawLine(0, 40, 120, 30);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static byte[] docx() throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            var styles = document.createStyles();
            for (int level = 1; level <= 2; level++) {
                CTStyle style = CTStyle.Factory.newInstance();
                style.setStyleId("Heading" + level);
                style.addNewName().setVal("heading " + level);
                style.setType(STStyleType.PARAGRAPH);
                styles.addStyle(new XWPFStyle(style));
            }
            CTAbstractNum bullets = CTAbstractNum.Factory.newInstance();
            bullets.setAbstractNumId(BigInteger.ZERO);
            CTLvl one = bullets.addNewLvl();
            one.setIlvl(BigInteger.ZERO);
            one.addNewNumFmt().setVal(STNumberFormat.BULLET);
            one.addNewLvlText().setVal("•");
            var numbering = document.createNumbering();
            BigInteger number = numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(bullets)));
            paragraph(document, "Heading1", "The harbour fee");
            XWPFParagraph first = document.createParagraph();
            first.createRun().setText(INTRODUCTION);
            var strong = first.createRun();
            strong.setBold(true);
            strong.setText(STRONG);
            first.createRun().setText(GOES_ON);
            paragraph(document, "Heading2", "What was decided");
            for (String item :
                    new String[] {"Boats under six metres pay nothing.", "Larger boats pay for each metre."}) {
                XWPFParagraph made = document.createParagraph();
                made.setNumID(number);
                made.setNumILvl(BigInteger.ZERO);
                made.createRun().setText(item);
            }
            XWPFTable table = document.createTable(2, 2);
            table.getRow(0).getCell(0).setText("Length of the boat");
            table.getRow(0).getCell(1).setText("Fee for a month");
            table.getRow(1).getCell(0).setText("Six to nine metres");
            table.getRow(1).getCell(1).setText("Twelve crowns");
            document.createParagraph()
                    .createRun()
                    .addPicture(
                            new ByteArrayInputStream(png()),
                            org.apache.poi.common.usermodel.PictureType.PNG,
                            "quay.png",
                            Units.toEMU(120),
                            Units.toEMU(60));
            paragraph(document, null, LAST);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        } catch (InvalidFormatException impossible) {
            throw new IOException(impossible);
        }
    }

    private static void paragraph(XWPFDocument document, @org.jspecify.annotations.Nullable String style, String text) {
        XWPFParagraph made = document.createParagraph();
        if (style != null) {
            made.setStyle(style);
        }
        made.createRun().setText(text);
    }

    private static byte[] odt() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("mimetype", utf8("application/vnd.oasis.opendocument.text"));
        parts.put("META-INF/manifest.xml", utf8("""
                <?xml version="1.0" encoding="UTF-8"?>
                <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
                <manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
                <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
                <manifest:file-entry manifest:full-path="Pictures/quay.png" manifest:media-type="image/png"/>
                </manifest:manifest>
                """));
        parts.put("content.xml", utf8("""
                <?xml version="1.0" encoding="UTF-8"?>
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
                 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
                 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">
                <office:automatic-styles><style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles>
                <office:body><office:text>
                <text:h text:outline-level="1">The harbour fee</text:h>
                <text:p>%s<text:span text:style-name="B">%s</text:span>%s</text:p>
                <text:h text:outline-level="2">What was decided</text:h>
                <text:list><text:list-item><text:p>Boats under six metres pay nothing.</text:p></text:list-item>
                <text:list-item><text:p>Larger boats pay for each metre.</text:p></text:list-item></text:list>
                <table:table table:name="fees"><table:table-column table:number-columns-repeated="2"/>
                <table:table-row><table:table-cell><text:p>Length of the boat</text:p></table:table-cell><table:table-cell><text:p>Fee for a month</text:p></table:table-cell></table:table-row>
                <table:table-row><table:table-cell><text:p>Six to nine metres</text:p></table:table-cell><table:table-cell><text:p>Twelve crowns</text:p></table:table-cell></table:table-row>
                </table:table>
                <text:p><draw:frame draw:name="quay"><draw:image xlink:href="Pictures/quay.png"/></draw:frame></text:p>
                <text:p>%s</text:p>
                </office:text></office:body></office:document-content>
                """.formatted(INTRODUCTION, STRONG, GOES_ON, LAST)));
        parts.put("Pictures/quay.png", png());
        return zip(parts);
    }

    private static String rtf() throws IOException {
        return "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Times;}}{\\stylesheet{\\s0 Normal;}{\\s1 heading 1;}{\\s2 heading 2;}}\n"
                + "{\\pard\\s1\\outlinelevel0\\b\\fs32 The harbour fee\\par}\n"
                + "{\\pard " + INTRODUCTION + "{\\b " + STRONG + "}" + GOES_ON + "\\par}\n"
                + "{\\pard\\s2\\outlinelevel1\\b What was decided\\par}\n"
                + "{\\pard Boats under six metres pay nothing.\\par}\n"
                + "\\trowd\\cellx3000\\cellx6000\\intbl Length of the boat\\cell Fee for a month\\cell\\row\n"
                + "\\trowd\\cellx3000\\cellx6000\\intbl Six to nine metres\\cell Twelve crowns\\cell\\row\n"
                + "{\\pard{\\pict\\pngblip\\picw120\\pich60 " + HexFormat.of().formatHex(png()) + "}\\par}\n"
                + "{\\pard " + LAST + "\\par}}";
    }

    private static byte[] epub() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("mimetype", utf8("application/epub+zip"));
        parts.put("META-INF/container.xml", utf8("""
                <?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
                <rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
                """));
        parts.put("OEBPS/content.opf", utf8("""
                <?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="2.0" unique-identifier="id">
                <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The harbour fee</dc:title><dc:identifier id="id">x</dc:identifier></metadata>
                <manifest><item id="c1" href="text/one.xhtml" media-type="application/xhtml+xml"/>
                <item id="p1" href="images/quay.png" media-type="image/png"/></manifest>
                <spine><itemref idref="c1"/></spine></package>
                """));
        parts.put(
                "OEBPS/text/one.xhtml",
                utf8(
                        "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>One</title></head><body>"
                                + html("../images/quay.png") + "</body></html>"));
        parts.put("OEBPS/images/quay.png", png());
        return zip(parts);
    }

    private static byte[] pptx() throws IOException {
        try (XMLSlideShow show = new XMLSlideShow()) {
            XSLFSlide first = show.createSlide();
            XSLFTextBox title = first.createTextBox();
            title.setAnchor(new Rectangle(50, 40, 600, 60));
            title.setPlaceholder(org.apache.poi.sl.usermodel.Placeholder.TITLE);
            title.setText("The harbour fee");
            XSLFTextBox body = first.createTextBox();
            body.setAnchor(new Rectangle(50, 120, 600, 200));
            body.setText("");
            var paragraph = body.getTextParagraphs().getFirst();
            paragraph.addNewTextRun().setText(INTRODUCTION);
            var strong = paragraph.addNewTextRun();
            strong.setText(STRONG);
            strong.setBold(true);
            paragraph.addNewTextRun().setText(GOES_ON);
            for (String item : new String[] {FIRST_ITEM, SECOND_ITEM}) {
                var listed = body.addNewTextParagraph();
                listed.setBullet(true);
                listed.addNewTextRun().setText(item);
            }
            var picture = first.createPicture(show.addPicture(png(), PictureType.PNG));
            picture.setAnchor(new Rectangle(50, 330, 240, 120));
            XSLFSlide second = show.createSlide();
            XSLFTable table = second.createTable(2, 2);
            table.setAnchor(new Rectangle(50, 100, 500, 100));
            table.getCell(0, 0).setText("Length of the boat");
            table.getCell(0, 1).setText("Fee for a month");
            table.getCell(1, 0).setText("Six to nine metres");
            table.getCell(1, 1).setText("Twelve crowns");
            XSLFTextBox last = second.createTextBox();
            last.setAnchor(new Rectangle(50, 300, 600, 60));
            last.setText(LAST);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            show.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] xlsx() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            fill(book);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }

    static void fill(Workbook book) {
        var sheet = book.createSheet("The harbour fee");
        String[][] rows = {
            {"Length of the boat", "Fee for a month"},
            {"Six to nine metres", "Twelve crowns"},
            {"Nine metres and more", "Forty crowns"}
        };
        for (int i = 0; i < rows.length; i++) {
            var row = sheet.createRow(i);
            for (int k = 0; k < rows[i].length; k++) {
                row.createCell(k).setCellValue(rows[i][k]);
            }
        }
    }

    private static String mail(boolean alternatives) throws IOException {
        String head = """
                From: Ann Example <ann@example.org>
                To: Bo Example <bo@example.org>
                Subject: The harbour fee
                Date: Tue, 5 Nov 2019 10:00:00 +0100
                MIME-Version: 1.0
                """;
        String related =
                "Content-Type: multipart/related; boundary=\"r\"\n\n--r\nContent-Type: text/html; charset=utf-8\n\n"
                        + "<html><body>" + html("cid:quay@example.org")
                        + "<img src=\"https://example.org/pixel.png\" alt=\"Never fetched\"></body></html>\n"
                        + "--r\nContent-Type: image/png\nContent-ID: <quay@example.org>\nContent-Transfer-Encoding: base64\n\n"
                        + Base64.getMimeEncoder().encodeToString(png()) + "\n--r--\n";
        if (!alternatives) {
            return (head + related).replace("\n", "\r\n");
        }
        String plain = """
                The harbour fee

                %s%s
                that stay in the harbour over the winter.

                What was decided

                  - Boats under six metres pay nothing.
                  - Larger boats pay for each metre.

                Length of the boat  Fee for a month
                Six to nine metres  Twelve crowns

                %s
                """.formatted(INTRODUCTION, STRONG, LAST);
        return (head
                        + "Content-Type: multipart/alternative; boundary=\"a\"\n\n--a\nContent-Type: text/plain; charset=utf-8\n\n"
                        + plain + "\n--a\n" + related + "\n--a--\n")
                .replace("\n", "\r\n");
    }

    private static String mhtml() throws IOException {
        return ("From: <Saved by a browser>\nSnapshot-Content-Location: https://example.org/fee\nSubject: The harbour fee\n"
                        + "MIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"m\"\n\n--m\n"
                        + "Content-Type: text/html; charset=utf-8\nContent-Location: https://example.org/fee\n\n"
                        + "<html><head><title>The harbour fee</title></head><body><article>"
                        + html("https://example.org/images/quay.png") + "</article></body></html>\n"
                        + "--m\nContent-Type: image/png\nContent-Location: https://example.org/images/quay.png\n"
                        + "Content-Transfer-Encoding: base64\n\n"
                        + Base64.getMimeEncoder().encodeToString(png())
                        + "\n--m--\n")
                .replace("\n", "\r\n");
    }

    static String html(String image) {
        return "<h1>The harbour fee</h1><p>" + INTRODUCTION + "<b>" + STRONG + "</b>" + GOES_ON
                + "</p><h2>What was decided</h2><ul><li>Boats under six metres pay nothing.</li>"
                + "<li>Larger boats pay for each metre.</li></ul><blockquote><p>A harbour without boats is only water.</p></blockquote>"
                + "<table><tr><th>Length of the boat</th><th>Fee for a month</th></tr>"
                + "<tr><td>Six to nine metres</td><td>Twelve crowns</td></tr></table><p><img src=\"" + image
                + "\" alt=\"The quay in winter\"/></p><p>" + LAST + "</p>";
    }

    private static final String MARKDOWN = """
            # The harbour fee

            %s**%s**%s

            What was decided
            ----------------

            - Boats under six metres pay nothing.
            - Larger boats pay for each metre.
              They are *many*.

            > A harbour without boats is only water.

            | Length of the boat | Fee for a month |
            | ------------------ | --------------- |
            | Six to nine metres | Twelve crowns   |

            ![The quay in winter](https://example.org/quay.png)

            %s
            """.formatted(INTRODUCTION, STRONG, GOES_ON, LAST);

    static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                if (part.getKey().equals("mimetype")) {
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(part.getValue().length);
                    var sum = new java.util.zip.CRC32();
                    sum.update(part.getValue());
                    entry.setCrc(sum.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
