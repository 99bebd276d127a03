package sourcebook.reading;

import java.util.List;
import java.util.Set;

/// Formats whose text a worker gives with its structure. Stateless.
final class MarkupFormats {
    private static final Set<String> TYPES = Set.of(
            "application/msword",
            "application/rtf",
            "text/rtf",
            "application/epub+zip",
            "application/x-fictionbook+xml",
            "message/rfc822",
            "message/news",
            "multipart/related",
            "application/x-mimearchive");
    private static final List<String> FAMILIES = List.of(
            "application/vnd.openxmlformats-officedocument.",
            "application/vnd.oasis.opendocument.",
            "application/vnd.sun.xml.",
            "application/vnd.ms-word",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "application/vnd.ms-outlook",
            "application/vnd.apple.");

    private MarkupFormats() {}

    static boolean have(String mediaType) {
        return TYPES.contains(mediaType) || FAMILIES.stream().anyMatch(mediaType::startsWith);
    }
}
