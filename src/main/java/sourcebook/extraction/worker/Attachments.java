package sourcebook.extraction.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.EntryUtils;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypeException;
import org.xml.sax.ContentHandler;

/// What a document carries inside: real attachments become parts; pictures in the text, thumbnails, macros and metadata
/// do not.
final class Attachments implements EmbeddedDocumentExtractor {
    private static final Set<String> PASSING =
            Set.of("INLINE", "THUMBNAIL", "MACRO", "METADATA", "FONT", "VERSION", "RENDERING");
    /// Objects of programs that nothing here reads: equations, charts, whatever else was linked in.
    private static final Set<String> OBJECTS = Set.of("application/x-tika-msoffice", "application/vnd.ms-graph");

    private static final Set<String> DRAWINGS = Set.of(
            "application/x-emf",
            "application/x-msmetafile",
            "application/vnd.openxmlformats-officedocument.drawing+xml",
            "application/x-font-ttf",
            "text/css");

    private final Spool spool;
    private final TikaConfig config;
    private final boolean wanted;
    private int unnamed;
    private int objects;

    Attachments(Spool spool, TikaConfig config, boolean wanted) {
        this.spool = spool;
        this.config = config;
        this.wanted = wanted;
    }

    /// What a person must know about what is not among the parts.
    List<String> warnings() {
        return objects == 0
                ? List.of()
                : List.of(
                        objects == 1
                                ? "An embedded object in it could not be opened."
                                : objects + " embedded objects in it could not be opened.");
    }

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
        String kind = metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE);
        return wanted && !(kind != null && PASSING.contains(kind.toUpperCase(Locale.ROOT)));
    }

    @Override
    public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml)
            throws IOException {
        if (!shouldParseEmbedded(metadata)) {
            return;
        }
        try (TikaInputStream in = TikaInputStream.get(stream)) {
            if (in.getOpenContainer() instanceof DirectoryEntry directory) {
                Path file = Files.createTempFile("embedded", "");
                try {
                    store(directory, file);
                    add(file, metadata);
                } finally {
                    Files.deleteIfExists(file);
                }
            } else {
                add(in.getPath(), metadata);
            }
        }
    }

    private void add(Path file, Metadata metadata) throws IOException {
        MediaType type;
        try (var in = TikaInputStream.get(file)) {
            type = config.getDetector().detect(in, metadata).getBaseType();
        }
        if (OBJECTS.contains(type.toString())) {
            objects++;
        } else if (!type.getType().equals("image") && !DRAWINGS.contains(type.toString())) {
            spool.add(name(metadata, type), () -> Files.newInputStream(file));
        }
    }

    private static void store(DirectoryEntry directory, Path file) throws IOException {
        try (var copy = new POIFSFileSystem();
                var out = Files.newOutputStream(file)) {
            EntryUtils.copyNodes(directory, copy.getRoot());
            copy.writeFilesystem(out);
        }
    }

    private String name(Metadata metadata, MediaType type) {
        String stored = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
        String name = stored == null || stored.isBlank() ? "attachment-" + ++unnamed : stored;
        int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
        if (name.indexOf('.', slash + 1) >= 0) {
            return name;
        }
        try {
            return name + config.getMimeRepository().forName(type.toString()).getExtension();
        } catch (MimeTypeException e) {
            return name; // a type without a known extension
        }
    }
}
