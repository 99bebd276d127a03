package sourcebook.extraction.worker;

import java.util.Calendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.PDF;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.pdf.PDMetadataExtractor;
import org.jspecify.annotations.Nullable;

/// A PDF's information dictionary and XMP, by Tika's names. XMP goes first, being the one that is kept up to date; the
/// dictionary is whole under `pdf:docinfo:`.
final class PdfMetadata {
    private static final System.Logger LOG = System.getLogger(PdfMetadata.class.getName());

    private PdfMetadata() {}

    static void read(PDDocument pdf, Metadata metadata) {
        var catalogue = pdf.getDocumentCatalog();
        if (catalogue.getMetadata() != null) {
            try {
                PDMetadataExtractor.extract(catalogue.getMetadata(), metadata, new ParseContext());
            } catch (RuntimeException e) {
                LOG.log(
                        System.Logger.Level.DEBUG,
                        "unreadable XMP",
                        e); // broken XMP: the dictionary says most of it again
            }
        }
        metadata.set("pdf:PDFVersion", Float.toString(pdf.getVersion()));
        metadata.set("xmpTPg:NPages", Integer.toString(pdf.getNumberOfPages()));
        if (catalogue.getLanguage() != null) {
            also(metadata, TikaCoreProperties.LANGUAGE.getName(), catalogue.getLanguage());
        }
        var info = pdf.getDocumentInformation();
        for (String key : info.getMetadataKeys()) {
            String value = text(info, key);
            if (value != null && !key.endsWith("Date")) {
                metadata.set("pdf:docinfo:" + name(key), value);
            }
        }
        also(metadata, TikaCoreProperties.TITLE.getName(), info.getTitle());
        also(metadata, TikaCoreProperties.CREATOR.getName(), info.getAuthor());
        also(metadata, TikaCoreProperties.SUBJECT.getName(), info.getSubject());
        also(metadata, PDF.PRODUCER.getName(), info.getProducer());
        also(metadata, TikaCoreProperties.CREATOR_TOOL.getName(), info.getCreator());
        also(metadata, "meta:keyword", info.getKeywords());
        date(metadata, info.getCreationDate(), "pdf:docinfo:created", TikaCoreProperties.CREATED.getName());
        date(metadata, info.getModificationDate(), "pdf:docinfo:modified", TikaCoreProperties.MODIFIED.getName());
    }

    private static @Nullable String text(org.apache.pdfbox.pdmodel.PDDocumentInformation info, String key) {
        Object value = info.getPropertyStringValue(key);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    private static String name(String key) {
        return switch (key) {
            case "Title", "Subject", "Keywords", "Producer", "Trapped" -> key.toLowerCase(java.util.Locale.ROOT);
            case "Author" -> "creator";
            case "Creator" -> "creator_tool";
            default -> "custom:" + key;
        };
    }

    private static void also(Metadata metadata, String field, @Nullable String value) {
        if (value != null && !value.isBlank() && metadata.get(field) == null) {
            metadata.set(field, value.strip());
        }
    }

    private static void date(Metadata metadata, @Nullable Calendar calendar, String own, String common) {
        if (calendar != null) {
            String value = calendar.toInstant().toString();
            metadata.set(own, value);
            also(metadata, common, value);
        }
    }
}
