package sourcebook.extraction.worker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.UnsupportedFormatException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.html.DefaultHtmlMapper;
import org.apache.tika.parser.html.HtmlMapper;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import sourcebook.extraction.Extraction.Kind;

/// Detection, and every format that has no reader of its own here (Office, OpenDocument, RTF, EPUB, XML
/// …), by Tika. Used by one thread.
final class TikaReader {
    // no OCR, no external programs: both are this room's own business or nobody's
    private static final String CONFIG = """
            <properties>
              <service-loader loadErrorHandler="IGNORE" initializableProblemHandler="ignore"/>
              <parsers>
                <parser class="org.apache.tika.parser.DefaultParser">
                  <parser-exclude class="org.apache.tika.parser.ocr.TesseractOCRParser"/>
                  <parser-exclude class="org.apache.tika.parser.external.CompositeExternalParser"/>
                </parser>
              </parsers>
            </properties>
            """;
    private static final Set<String> SLIDES = Set.of("slide-content", "page");
    private static final Set<String> SLIDE_SHOWS = Set.of("presentation", "powerpoint", "slideshow");

    private static final System.Logger LOG = System.getLogger(TikaReader.class.getName());

    private final TikaConfig config;
    private final AutoDetectParser parser;
    private final Progress progress;

    TikaReader(Progress progress) throws IOException {
        this.progress = progress;
        try {
            this.config = new TikaConfig(new ByteArrayInputStream(CONFIG.getBytes(StandardCharsets.UTF_8)));
        } catch (TikaException | SAXException e) {
            throw new IOException("Tika cannot be configured", e);
        }
        this.parser = new AutoDetectParser(config);
    }

    /// Without parameters.
    MediaType detect(Path original, String name) throws IOException {
        var hints = new Metadata();
        hints.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        try (var in = TikaInputStream.get(original)) {
            return config.getDetector().detect(in, hints).getBaseType();
        }
    }

    /// There is a parser for such files.
    boolean reads(MediaType type) {
        return parser.getParsers(new ParseContext()).keySet().stream()
                .anyMatch(known -> known.getBaseType().equals(type) || isA(type, known));
    }

    private boolean isA(MediaType type, MediaType known) {
        return config.getMediaTypeRegistry().isSpecializationOf(type, known)
                && !known.equals(MediaType.OCTET_STREAM)
                && !known.equals(MediaType.TEXT_PLAIN);
    }

    /// Metadata alone, for a format whose text comes from elsewhere.
    void readMetadata(Draft draft) throws IOException {
        var before = draft.pages;
        read(draft, new DefaultHandler(), new Attachments(new Spool(draft.request, progress), config, false));
        draft.pages = before;
    }

    /// Text, metadata and attachments. What could be read before an error is kept, with a warning.
    void read(Draft draft) throws IOException {
        boolean show = SLIDE_SHOWS.stream().anyMatch(draft.mediaType::contains);
        var text = new TextCollector(draft.request, progress, show ? SLIDES : Set.of());
        var spool = new Spool(draft.request, progress);
        var attachments = new Attachments(spool, config, true);
        try {
            read(draft, text, attachments);
        } catch (Unreadable e) {
            draft.pages = text.pages();
            if ((!draft.hasText() && spool.isEmpty()) || e.failed().kind() != Kind.BROKEN) {
                throw e;
            }
            draft.warnings.add("Only a part of it could be read. " + e.failed().reason());
        }
        draft.pages = text.pages();
        draft.take(spool);
        draft.warnings.addAll(attachments.warnings());
    }

    /// Gives what is read to a handler, and what lies inside to an extractor.
    void read(Draft draft, DefaultHandler handler, EmbeddedDocumentExtractor embedded) throws IOException {
        read(draft, handler, embedded, DefaultHtmlMapper.INSTANCE);
    }

    /// @param html which elements are told of HTML inside a document, as in a message
    void read(Draft draft, DefaultHandler handler, EmbeddedDocumentExtractor embedded, HtmlMapper html)
            throws IOException {
        var context = new ParseContext();
        context.set(HtmlMapper.class, html);
        context.set(Parser.class, parser);
        context.set(TikaConfig.class, config);
        context.set(EmbeddedDocumentExtractor.class, embedded);
        var office = new OfficeParserConfig();
        office.setExtractMacros(false);
        office.setIncludeDeletedContent(false);
        office.setIncludeSlideMasterContent(false);
        office.setConcatenatePhoneticRuns(false);
        context.set(OfficeParserConfig.class, office);
        draft.metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, draft.request.name());
        try (var in = TikaInputStream.get(draft.request.original())) {
            parser.parse(in, handler, draft.metadata, context);
        } catch (EncryptedDocumentException e) {
            throw new Unreadable(Kind.ENCRYPTED, "It is encrypted and cannot be opened without its password.", e);
        } catch (UnsupportedFormatException e) {
            throw new Unreadable(Kind.UNREADABLE, "There is no reader for its version of the format.", e);
        } catch (TikaException | SAXException | IOException | RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof Unreadable known) {
                    throw known;
                }
                if (cause instanceof EncryptedDocumentException
                        || cause instanceof org.apache.poi.EncryptedDocumentException) {
                    throw new Unreadable(
                            Kind.ENCRYPTED, "It is encrypted and cannot be opened without its password.", e);
                }
            }
            LOG.log(System.Logger.Level.DEBUG, "damaged", e);
            boolean bomb = Sentence.of(e).toLowerCase(java.util.Locale.ROOT).contains("zip bomb");
            if (Sentence.of(e).contains("DOCTYPE is disallowed")) {
                throw new Unreadable(
                        Kind.BROKEN, "It brings an XML document type of its own, which is refused for safety.", e);
            }
            throw bomb
                    ? new Unreadable(Kind.TOO_LARGE, "It unpacks to far more than its size (a decompression bomb).", e)
                    : new Unreadable(Kind.BROKEN, "It is damaged: " + Sentence.of(e), e);
        }
    }
}
