package sourcebook.reading;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which formats have pages that can be drawn. Stateless.
final class PagedFormats {
    private static final Set<String> PICTURES =
            Set.of("image/png", "image/jpeg", "image/tiff", "image/bmp", "image/x-ms-bmp", "image/gif", "image/webp");

    private PagedFormats() {}

    /// A sentence for a person, null when it has pages.
    static @Nullable String whyNot(String mediaType) {
        String type = mediaType.toLowerCase(Locale.ROOT);
        if (type.equals("application/pdf") || PICTURES.contains(type)) {
            return null;
        }
        return switch (type) {
            case "text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml" ->
                "It is a web page: there are no printed pages of it.";
            case "message/rfc822", "application/vnd.ms-outlook" -> "It is a message: there are no printed pages of it.";
            default ->
                type.startsWith("text/")
                        ? "It is plain text: there are no printed pages of it."
                        : "There are no page images of documents of its kind (" + type + ").";
        };
    }
}
