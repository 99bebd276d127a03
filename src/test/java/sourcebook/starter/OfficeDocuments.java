package sourcebook.starter;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/// The documents of office programs in the collection.
final class OfficeDocuments {
    private OfficeDocuments() {}

    /// @param properties whether title, creator and date are filled in
    static byte[] docx(StarterText text, String publisher, Instant created, boolean properties) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            CoreProperties core = document.getProperties().getCoreProperties();
            Optional<Date> date = properties ? Optional.of(Date.from(created)) : Optional.empty();
            core.setCreated(date);
            core.setModified(date);
            core.setCreator(properties ? text.byline() : "");
            if (properties) {
                core.setTitle(text.title());
                document.getProperties()
                        .getExtendedProperties()
                        .getUnderlyingProperties()
                        .setCompany(publisher);
            }
            for (StarterText.Paragraph paragraph : text.paragraphs()) {
                XWPFParagraph made = document.createParagraph();
                XWPFRun run = made.createRun();
                run.setText(paragraph.text());
                made.setSpacingAfter(160);
                switch (paragraph.kind()) {
                    case TITLE -> size(run, 20, true);
                    case HEADING -> size(run, 14, true);
                    case BYLINE -> run.setItalic(true);
                    case ABSTRACT, MARK, PLAIN -> size(run, 11, false);
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return FixedZip.again(out.toByteArray());
        }
    }

    private static void size(XWPFRun run, int points, boolean bold) {
        run.setFontSize(points);
        run.setBold(bold);
    }

    /// Each title begins a slide.
    static byte[] pptx(StarterText text, String creator, Instant created) throws IOException {
        try (XMLSlideShow show = new XMLSlideShow()) {
            show.setPageSize(new Dimension(720, 405));
            CoreProperties core = show.getProperties().getCoreProperties();
            core.setTitle(text.title());
            core.setCreator(creator);
            core.setCreated(Optional.of(Date.from(created)));
            core.setModified(Optional.of(Date.from(created)));
            XSLFSlide slide = null;
            int line = 0;
            for (StarterText.Paragraph paragraph : text.paragraphs()) {
                boolean title = paragraph.kind() == StarterText.Kind.TITLE;
                if (title || slide == null) {
                    slide = show.createSlide();
                    line = 0;
                }
                XSLFTextBox box = slide.createTextBox();
                box.setAnchor(new Rectangle(50, title ? 40 : 90 + 55 * line, 620, 50));
                line++;
                XSLFTextRun run = box.setText(paragraph.text());
                run.setFontSize(title ? 30.0 : 18.0);
                run.setBold(title);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            show.write(out);
            return FixedZip.again(out.toByteArray());
        }
    }

    /// @param date of the document, ISO
    static byte[] odt(StarterText text, String date) throws IOException {
        StringBuilder body = new StringBuilder();
        for (StarterText.Paragraph paragraph : text.paragraphs()) {
            String escaped = escape(paragraph.text());
            switch (paragraph.kind()) {
                case TITLE ->
                    body.append("<text:h text:outline-level=\"1\">")
                            .append(escaped)
                            .append("</text:h>");
                case HEADING ->
                    body.append("<text:h text:outline-level=\"2\">")
                            .append(escaped)
                            .append("</text:h>");
                default -> body.append("<text:p>").append(escaped).append("</text:p>");
            }
        }
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("mimetype", utf8("application/vnd.oasis.opendocument.text"));
        parts.put("META-INF/manifest.xml", utf8("""
                <?xml version="1.0" encoding="UTF-8"?>
                <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
                <manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
                <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
                <manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
                </manifest:manifest>
                """));
        parts.put("content.xml", utf8("""
                <?xml version="1.0" encoding="UTF-8"?>
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">
                <office:body><office:text>%s</office:text></office:body></office:document-content>
                """.formatted(body)));
        parts.put("meta.xml", utf8("""
                <?xml version="1.0" encoding="UTF-8"?>
                <office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                  xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
                  xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2">
                <office:meta><dc:title>%s</dc:title><meta:initial-creator>%s</meta:initial-creator>
                <dc:creator>%s</dc:creator><meta:creation-date>%sT10:00:00</meta:creation-date>
                <dc:date>%sT10:00:00</dc:date><dc:language>en-GB</dc:language></office:meta></office:document-meta>
                """.formatted(
                        escape(text.title()), escape(text.byline()), escape(text.byline()), date, date)));
        return FixedZip.of(parts, "mimetype");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
