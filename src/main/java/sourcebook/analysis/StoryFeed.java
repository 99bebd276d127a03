package sourcebook.analysis;

import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.Evidenced;

/// A saved search as an Atom feed (RFC 4287): one entry for each story that it has found since it was saved, the last
/// added first. A further copy of a story makes no entry. Thread-safe.
///
/// Costs one pass over all that matches.
public final class StoryFeed {
    /// Entries of a feed.
    public static final int MOST = 50;

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final SavedSearches searches;
    private final Catalogue catalogue;
    private final ArchiveIdentity archive;

    public StoryFeed(SavedSearches searches, Catalogue catalogue, ArchiveIdentity archive) {
        this.searches = searches;
        this.catalogue = catalogue;
        this.archive = archive;
    }

    /// @param root the application's address, without a slash at its end
    /// @param self the feed's own address
    public void write(SavedSearch search, String root, String self, Writer out) throws XMLStreamException {
        List<CataloguedDocument> documents = new ArrayList<>();
        for (DocumentId id : searches.storiesSinceSaved(search, MOST)) {
            catalogue.find(id).ifPresent(documents::add);
        }
        XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        text(xml, "id", "urn:sourcebook:" + archive.id() + ":search:" + search.id());
        text(xml, "title", search.name());
        Instant updated = documents.stream()
                .map(CataloguedDocument::added)
                .max(Instant::compareTo)
                .orElse(search.created());
        text(xml, "updated", updated.toString());
        xml.writeStartElement("author");
        text(xml, "name", "Sourcebook");
        xml.writeEndElement();
        link(xml, "self", self);
        link(xml, "alternate", root + "/" + search.address());
        for (CataloguedDocument document : documents) {
            entry(xml, document, root);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    private void entry(XMLStreamWriter xml, CataloguedDocument document, String root) throws XMLStreamException {
        xml.writeStartElement("entry");
        text(
                xml,
                "id",
                "urn:sourcebook:" + archive.id() + ":story:" + document.id().value());
        text(xml, "title", document.displayTitle());
        text(xml, "updated", document.added().toString());
        link(xml, "alternate", root + "/document/" + document.id().shortForm());
        for (Evidenced<String> creator : document.record().creators()) {
            if (!creator.value().isBlank()) {
                xml.writeStartElement("author");
                text(xml, "name", creator.value());
                xml.writeEndElement();
            }
        }
        String about = Stream.of(document.record().source(), document.record().date())
                .filter(value -> value != null)
                .map(value -> value.value().toString())
                .collect(Collectors.joining(", "));
        if (!about.isEmpty()) {
            text(xml, "summary", about);
        }
        xml.writeEndElement();
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(allowed(text));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", allowed(address));
    }

    /// Without the characters that XML 1.0 has no place for.
    private static String allowed(String text) {
        return text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
