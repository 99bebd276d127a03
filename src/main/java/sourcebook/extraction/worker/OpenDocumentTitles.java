package sourcebook.extraction.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The titles of slides in an OpenDocument presentation: its frames of the class `title` (OpenDocument 1.3, 19.416),
/// which Tika makes paragraphs of. Stateless.
final class OpenDocumentTitles {
    private static final String CONTENT = "content.xml";
    private static final String PRESENTATION = "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0";
    private static final long MOST_BYTES = 64L << 20; // of the unpacked content
    private static final int LONGEST = 1_000;
    private static final System.Logger LOG = System.getLogger(OpenDocumentTitles.class.getName());

    private OpenDocumentTitles() {}

    static boolean reads(String mediaType) {
        return mediaType.endsWith("opendocument.presentation");
    }

    /// @param html as made of the whole file
    static String in(String html, Path file) {
        Deque<String> titles = titles(file);
        if (titles.isEmpty()) {
            return html;
        }
        Document page = Jsoup.parse(html);
        page.outputSettings().prettyPrint(false);
        for (Element paragraph : page.select("p")) {
            if (!titles.isEmpty() && words(paragraph.text()).equals(titles.peek())) {
                titles.pop();
                paragraph.tagName("h2");
            }
        }
        return page.body().html();
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", "");
    }

    /// In their order. What cannot be read of them costs the headings alone: the text is there.
    private static Deque<String> titles(Path file) {
        Deque<String> titles = new ArrayDeque<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(CONTENT);
            if (entry == null || entry.getSize() > MOST_BYTES) {
                return titles;
            }
            XMLInputFactory factory = XMLInputFactory.newFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            try (InputStream in = zip.getInputStream(entry)) {
                read(factory.createXMLStreamReader(in), titles);
            }
        } catch (XMLStreamException | IOException | RuntimeException broken) { // a lazy parser throws the last
            LOG.log(System.Logger.Level.DEBUG, "titles of slides, as far as they could be read", broken);
        }
        return titles;
    }

    private static void read(XMLStreamReader xml, Deque<String> titles) throws XMLStreamException {
        int depth = 0; // inside of a title's frame
        StringBuilder words = new StringBuilder();
        while (xml.hasNext() && xml.getLocation().getCharacterOffset() <= MOST_BYTES) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (depth > 0 || "title".equals(xml.getAttributeValue(PRESENTATION, "class"))) {
                        depth++;
                    }
                    if (xml.getLocalName().equals("p")) {
                        words.setLength(0);
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (depth > 0 && words.length() < LONGEST) {
                        words.append(xml.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth > 0
                            && xml.getLocalName().equals("p")
                            && !words.toString().isBlank()) {
                        titles.add(words(words.toString()));
                    }
                    depth = Math.max(0, depth - 1);
                }
                default -> {}
            }
        }
    }
}
