package sourcebook.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sourcebook.catalogue.Blocks;
import sourcebook.catalogue.DocumentText;
import sourcebook.catalogue.Location;
import sourcebook.description.Describer;
import sourcebook.description.Description;
import sourcebook.description.Material;
import sourcebook.extraction.ExtractedDocument;

/// From what extraction gives to what the describer takes. Stateless.
public final class Reading {
    /// Formats that are only boxes: they are opened and have no record of their own.
    private static final Set<String> BOXES = Set.of(
            "application/zip",
            "application/x-tar",
            "application/x-gtar",
            "application/gzip",
            "application/x-gzip",
            "application/x-bzip2",
            "application/x-bzip",
            "application/x-xz",
            "application/zlib",
            "application/x-compress",
            "application/x-7z-compressed",
            "application/x-rar-compressed",
            "application/java-archive",
            "application/mbox",
            "application/x-mbox",
            "application/vnd.ms-outlook-pst",
            "application/warc",
            "application/x-tika-java-enterprise-archive");

    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

    private Reading() {}

    /// Is it only a box around others?
    public static boolean isBox(ExtractedDocument document) {
        String type = document.mediaType().toLowerCase(Locale.ROOT);
        return document.onlyContainer() && (BOXES.contains(type) || type.startsWith("application/x-rar"));
    }

    /// Describes an extracted document of which nothing is known but itself.
    public static Description describe(Describer describer, Location location, ExtractedDocument document) {
        return describe(describer, location, document, blocks -> Set.of());
    }

    /// Describes an extracted document.
    ///
    /// @param repeated gives hashes of blocks that other pages of its site hold too
    static Description describe(
            Describer describer, Location location, ExtractedDocument document, Function<Blocks, Set<Long>> repeated) {
        List<Material.Line> lines = document.lines().stream()
                .map(line ->
                        new Material.Line(line.page(), line.text(), line.fontSize(), line.bold(), line.x(), line.y()))
                .toList();
        Material material = new Material(
                location.toString(),
                document.mediaType(),
                document.metadata(),
                document.pages(),
                document.html(),
                lines);
        Description description = describer.describe(material, repeated);
        description.warnings().forEach(warning -> LOG.warn("{}: {}", location, warning));
        return description;
    }

    /// Why a described document has no text, null if it has.
    static @Nullable String withoutText(ExtractedDocument document, DocumentText text) {
        if (!text.text().isBlank()) {
            return null;
        }
        return document.noTextReason() == null ? "the document holds no text" : document.noTextReason();
    }

    /// Warnings for the record, one for each part that could not be unpacked among them.
    static List<String> warnings(ExtractedDocument document, Description description) {
        List<String> warnings = new ArrayList<>(document.warnings());
        document.parts().stream()
                .filter(part -> part.problem() != null)
                .forEach(part -> warnings.add(part.name() + ": " + part.problem()));
        warnings.addAll(description.warnings());
        return List.copyOf(warnings);
    }
}
