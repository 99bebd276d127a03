package sourcebook.reading;

import java.awt.Rectangle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.hslf.usermodel.HSLFSlide;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTable;
import org.apache.poi.hslf.usermodel.HSLFTextBox;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.sl.usermodel.PictureData.PictureType;

/// The text of [SampleFormats] in the binary formats of older office programs, and in those of OpenDocument that are no
/// texts.
final class SampleOffice {
    private SampleOffice() {}

    /// Made by an office program, see the README beside it.
    static byte[] doc() throws IOException {
        try (InputStream in = SampleOffice.class.getResourceAsStream("fee.doc")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    static byte[] ppt() throws IOException {
        try (HSLFSlideShow show = new HSLFSlideShow()) {
            HSLFSlide first = show.createSlide();
            HSLFTextBox title = first.addTitle();
            title.setText("The harbour fee");
            HSLFTextBox body = new HSLFTextBox();
            body.setAnchor(new Rectangle(50, 120, 600, 100));
            body.setText(SampleFormats.INTRODUCTION);
            body.appendText(SampleFormats.STRONG, false).setBold(true);
            body.appendText(SampleFormats.GOES_ON, false).setBold(false);
            first.addShape(body);
            HSLFTextBox list = new HSLFTextBox();
            list.setAnchor(new Rectangle(50, 220, 600, 80));
            list.setText(SampleFormats.FIRST_ITEM);
            list.appendText(SampleFormats.SECOND_ITEM, true);
            list.getTextParagraphs().forEach(paragraph -> paragraph.setBullet(true));
            first.addShape(list);
            var picture = first.createPicture(show.addPicture(SampleFormats.png(), PictureType.PNG));
            picture.setAnchor(new Rectangle(50, 330, 240, 120));
            HSLFSlide second = show.createSlide();
            HSLFTable table = second.createTable(2, 2);
            table.getCell(0, 0).setText("Length of the boat");
            table.getCell(0, 1).setText("Fee for a month");
            table.getCell(1, 0).setText("Six to nine metres");
            table.getCell(1, 1).setText("Twelve crowns");
            HSLFTextBox last = new HSLFTextBox();
            last.setAnchor(new Rectangle(50, 300, 600, 60));
            last.setText(SampleFormats.LAST);
            second.addShape(last);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            show.write(out);
            return out.toByteArray();
        }
    }

    static byte[] xls() throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            SampleFormats.fill(book);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }

    /// A message as Outlook stores it ([MS-OXMSG]): a stream for each property of variable length.
    static byte[] msg() throws IOException {
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            DirectoryEntry root = file.getRoot();
            DirectoryEntry names = root.createDirectory("__nameid_version1.0");
            for (String stream : new String[] {"00020102", "00030102", "00040102"}) {
                names.createDocument("__substg1.0_" + stream, new ByteArrayInputStream(new byte[0]));
            }
            text(root, "001A", "IPM.Note"); // PidTagMessageClass
            text(root, "0037", "The harbour fee"); // PidTagSubject
            text(root, "0C1A", "Ann Example"); // PidTagSenderName
            text(root, "0C1F", "ann@example.org"); // PidTagSenderEmailAddress
            text(root, "0E04", "Bo Example"); // PidTagDisplayTo
            String html = "<html><body>" + SampleFormats.html("cid:quay.png@01D5F1A2.3B4C5D60") + "</body></html>";
            binary(root, "1013", html.getBytes(StandardCharsets.UTF_8)); // PidTagHtml
            properties(root, 32, 0x3FDE, 65001, 1); // PidTagInternetCodepage
            DirectoryEntry attached = root.createDirectory("__attach_version1.0_#00000000");
            text(attached, "3704", "quay.png"); // PidTagAttachFilename
            text(attached, "3707", "quay.png"); // PidTagAttachLongFilename
            text(attached, "370E", "image/png"); // PidTagAttachMimeTag
            text(attached, "3712", "quay.png@01D5F1A2.3B4C5D60"); // PidTagAttachContentId
            binary(attached, "3701", SampleFormats.png()); // PidTagAttachDataBinary
            properties(attached, 8, 0x3705, 1, 0); // PidTagAttachMethod: by value
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            file.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static void text(DirectoryEntry in, String property, String value) throws IOException {
        in.createDocument(
                "__substg1.0_" + property + "001F",
                new ByteArrayInputStream(value.getBytes(StandardCharsets.UTF_16LE)));
    }

    private static void binary(DirectoryEntry in, String property, byte[] value) throws IOException {
        in.createDocument("__substg1.0_" + property + "0102", new ByteArrayInputStream(value));
    }

    /// One property of four bytes, behind a head of so many.
    private static void properties(DirectoryEntry in, int head, int property, int value, int attachments)
            throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(head + 16).order(ByteOrder.LITTLE_ENDIAN);
        if (attachments > 0) {
            bytes.putInt(12, attachments).putInt(20, attachments);
        }
        bytes.position(head);
        bytes.putShort((short) 0x0003).putShort((short) property).putInt(6).putInt(value);
        in.createDocument("__properties_version1.0", new ByteArrayInputStream(bytes.array()));
    }

    static byte[] odp() {
        return openDocument("presentation", """
                <office:automatic-styles><style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles>
                <office:body><office:presentation>
                <draw:page draw:name="page1">
                <draw:frame presentation:class="title"><draw:text-box><text:p>The harbour fee</text:p></draw:text-box></draw:frame>
                <draw:frame><draw:text-box><text:p>%s<text:span text:style-name="B">%s</text:span>%s</text:p></draw:text-box></draw:frame>
                <draw:frame presentation:class="outline"><draw:text-box><text:list><text:list-item><text:p>%s</text:p></text:list-item>
                <text:list-item><text:p>%s</text:p></text:list-item></text:list></draw:text-box></draw:frame>
                <draw:frame draw:name="quay"><draw:image xlink:href="Pictures/quay.png"/></draw:frame>
                </draw:page>
                <draw:page draw:name="page2">%s<draw:frame><draw:text-box><text:p>%s</text:p></draw:text-box></draw:frame></draw:page>
                </office:presentation></office:body>
                """.formatted(
                        SampleFormats.INTRODUCTION,
                        SampleFormats.STRONG,
                        SampleFormats.GOES_ON,
                        SampleFormats.FIRST_ITEM,
                        SampleFormats.SECOND_ITEM,
                        "<draw:frame>" + TABLE + "</draw:frame>",
                        SampleFormats.LAST));
    }

    static byte[] ods() {
        return openDocument(
                "spreadsheet", "<office:body><office:spreadsheet>" + TABLE + "</office:spreadsheet></office:body>");
    }

    private static final String TABLE = """
            <table:table table:name="The harbour fee"><table:table-column table:number-columns-repeated="2"/>
            <table:table-row><table:table-cell office:value-type="string"><text:p>Length of the boat</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Fee for a month</text:p></table:table-cell></table:table-row>
            <table:table-row><table:table-cell office:value-type="string"><text:p>Six to nine metres</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Twelve crowns</text:p></table:table-cell></table:table-row>
            </table:table>
            """;

    private static byte[] openDocument(String kind, String content) {
        String type = "application/vnd.oasis.opendocument." + kind;
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("mimetype", type.getBytes(StandardCharsets.UTF_8));
        parts.put("META-INF/manifest.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
                <manifest:file-entry manifest:full-path="/" manifest:media-type="%s"/>
                <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
                <manifest:file-entry manifest:full-path="Pictures/quay.png" manifest:media-type="image/png"/>
                </manifest:manifest>
                """.formatted(type).getBytes(StandardCharsets.UTF_8));
        parts.put("content.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
                 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
                 xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0"
                 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">
                %s</office:document-content>
                """.formatted(content).getBytes(StandardCharsets.UTF_8));
        try {
            parts.put("Pictures/quay.png", SampleFormats.png());
            return SampleFormats.zip(parts);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
