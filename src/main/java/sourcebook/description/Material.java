package sourcebook.description;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All that a describer may look at: plain values, so that describing is a pure function.
///
/// @param path where the original was seen, `/` between names; inside a container the part's name follows
///     `!/`
/// @param mediaType detected, without parameters
/// @param metadata embedded metadata by Tika's names, values in the order found
/// @param pages text by physical page, exactly one for formats without pages
/// @param html decoded source of an HTML document, else null
/// @param lines lines with sizes on first and last pages of a PDF
/// @param repeated hashes of the blocks that several other pages of its site in the same archive hold ([Description]
///     gives those of each page); empty when none are known
public record Material(
        String path,
        String mediaType,
        Map<String, List<String>> metadata,
        List<String> pages,
        @Nullable String html,
        List<Line> lines,
        Set<Long> repeated) {

    /// Of a page whose site is not known.
    public Material(
            String path,
            String mediaType,
            Map<String, List<String>> metadata,
            List<String> pages,
            @Nullable String html,
            List<Line> lines) {
        this(path, mediaType, metadata, pages, html, lines, Set.of());
    }

    /// A printed line: page 1-based, dominant font size in points, top-left corner in points from the
    /// page's top left.
    public record Line(int page, String text, float fontSize, boolean bold, float x, float y) {}

    boolean pdf() {
        return mediaType.startsWith("application/pdf");
    }

    /// The first value of a metadata field that is not blank.
    public @Nullable String first(String field) {
        return metadata.getOrDefault(field, List.of()).stream()
                .filter(value -> !value.isBlank())
                .map(String::strip)
                .findFirst()
                .orElse(null);
    }
}
