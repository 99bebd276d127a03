package sourcebook.description;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.Confidence;
import sourcebook.catalogue.Evidenced;

/// The kind of a document as a short English noun.
final class TypeRules {
    private TypeRules() {}

    /// @param title of the document, which may begin with its kind
    static @Nullable Evidenced<String> type(Clues clues, @Nullable String title) {
        String front = clues.front().first("type");
        if (front != null && front.length() <= 40) {
            return Evidenced.of(front.toLowerCase(Locale.ROOT), "front matter", Confidence.HIGH);
        }
        if (clues.meta("citation_journal_title") != null) {
            return Evidenced.of("journal article", "citation_journal_title", Confidence.HIGH);
        }
        if (clues.page() != null) {
            String linked = clues.page().linkedType();
            String type = linked == null ? null : work(linked);
            if (linked != null && type != null) {
                return Evidenced.of(type, "type (JSON-LD)", linked, Confidence.HIGH);
            }
            String graph = clues.meta("og:type");
            if (graph != null && graph.toLowerCase(Locale.ROOT).contains("article")) {
                return Evidenced.of("article", "og:type", graph, Confidence.HIGH);
            }
        }
        Evidenced<String> printed = PrintedTypes.type(clues, title);
        if (printed != null) {
            return printed;
        }
        String byFormat = format(clues.material().mediaType());
        return byFormat == null
                ? null
                : Evidenced.of(
                        byFormat,
                        "media type",
                        clues.material().mediaType(),
                        clues.pdf() ? Confidence.LOW : Confidence.MEDIUM);
    }

    private static @Nullable String work(String type) {
        return switch (type) {
            case "newsarticle",
                    "reportagenewsarticle",
                    "analysisnewsarticle",
                    "backgroundnewsarticle",
                    "liveblogposting" -> "news article";
            case "opinionnewsarticle" -> "comment";
            case "blogposting" -> "blog post";
            case "scholarlyarticle" -> "journal article";
            case "article", "techarticle", "advertisercontentarticle", "satiricalarticle" -> "article";
            case "report" -> "report";
            case "review", "reviewnewsarticle" -> "review";
            case "interview" -> "interview";
            case "thesis" -> "thesis";
            case "book" -> "book";
            case "recipe" -> "recipe";
            case "legislation" -> "law";
            case "dataset" -> "data set";
            default -> null;
        };
    }

    private static @Nullable String format(String mediaType) {
        String type = mediaType.toLowerCase(Locale.ROOT);
        if (type.startsWith("message/") || type.contains("mbox") || type.contains("outlook")) {
            return "message";
        }
        if (type.equals("text/html")
                || type.contains("xhtml")
                || type.contains("multipart/related")
                || type.contains("mhtml")) {
            return "web page";
        }
        if (type.contains("spreadsheet")
                || type.contains("excel")
                || type.equals("text/csv")
                || type.contains("tab-separated")) {
            return "spreadsheet";
        }
        if (type.contains("presentation") || type.contains("powerpoint")) {
            return "presentation";
        }
        if (type.equals("application/epub+zip")) {
            return "book";
        }
        if (type.startsWith("image/")) {
            return "image";
        }
        if (type.startsWith("audio/")) {
            return "recording";
        }
        if (type.startsWith("video/")) {
            return "video";
        }
        if (type.equals("application/pdf")) {
            return "report";
        }
        return type.startsWith("text/")
                        || type.contains("word")
                        || type.contains("opendocument.text")
                        || type.contains("rtf")
                        || type.contains("pages")
                ? "text"
                : null;
    }
}
