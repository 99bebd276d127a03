package sourcebook.catalogue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The description of one document: every value with its evidence. What is not known is null or an empty list, and
/// shown as unknown; it is never guessed silently. Immutable.
///
/// @param title the work's title, without the site's name
/// @param creators people or bodies that wrote it, in order
/// @param date the day, month or year it was published (not made, not retrieved)
/// @param source the outlet or publisher
/// @param about countries it is about: ISO 3166-1 alpha-2, or ISO 3166-3 four-letter codes for former states
/// @param publishedIn countries it was published in, same codes
/// @param language ISO 639-1 (else 639-3) code of the main language
/// @param type the kind of document as a short English noun: `report`, `web page`, `message`, `text` …
/// @param url the address it was saved from
/// @param custom further columns of a sidecar, by their header
public record DocumentRecord(
        @Nullable Evidenced<String> title,
        List<Evidenced<String>> creators,
        @Nullable Evidenced<PartialDate> date,
        @Nullable Evidenced<String> source,
        List<Evidenced<String>> about,
        List<Evidenced<String>> publishedIn,
        @Nullable Evidenced<String> language,
        @Nullable Evidenced<String> type,
        @Nullable Evidenced<String> url,
        Map<String, Evidenced<String>> custom) {

    public static final DocumentRecord EMPTY =
            new DocumentRecord(null, List.of(), null, null, List.of(), List.of(), null, null, null, Map.of());

    public DocumentRecord {
        creators = List.copyOf(creators);
        about = List.copyOf(about);
        publishedIn = List.copyOf(publishedIn);
        custom = Map.copyOf(custom);
    }

    /// What the person reads as the title; the document's file name stands in elsewhere when there is none.
    public @Nullable String titleText() {
        return title == null ? null : title.value();
    }

    public @Nullable String sourceText() {
        return source == null ? null : source.value();
    }

    public @Nullable Integer year() {
        return date == null ? null : date.value().year();
    }

    public DocumentRecord withTitle(@Nullable Evidenced<String> to) {
        return new DocumentRecord(to, creators, date, source, about, publishedIn, language, type, url, custom);
    }

    public DocumentRecord withCreators(List<Evidenced<String>> to) {
        return new DocumentRecord(title, to, date, source, about, publishedIn, language, type, url, custom);
    }

    public DocumentRecord withDate(@Nullable Evidenced<PartialDate> to) {
        return new DocumentRecord(title, creators, to, source, about, publishedIn, language, type, url, custom);
    }

    public DocumentRecord withSource(@Nullable Evidenced<String> to) {
        return new DocumentRecord(title, creators, date, to, about, publishedIn, language, type, url, custom);
    }

    public DocumentRecord withAbout(List<Evidenced<String>> to) {
        return new DocumentRecord(title, creators, date, source, to, publishedIn, language, type, url, custom);
    }

    public DocumentRecord withPublishedIn(List<Evidenced<String>> to) {
        return new DocumentRecord(title, creators, date, source, about, to, language, type, url, custom);
    }

    public DocumentRecord withLanguage(@Nullable Evidenced<String> to) {
        return new DocumentRecord(title, creators, date, source, about, publishedIn, to, type, url, custom);
    }

    public DocumentRecord withType(@Nullable Evidenced<String> to) {
        return new DocumentRecord(title, creators, date, source, about, publishedIn, language, to, url, custom);
    }

    public DocumentRecord withUrl(@Nullable Evidenced<String> to) {
        return new DocumentRecord(title, creators, date, source, about, publishedIn, language, type, to, custom);
    }

    public DocumentRecord withCustom(Map<String, Evidenced<String>> to) {
        return new DocumentRecord(title, creators, date, source, about, publishedIn, language, type, url, to);
    }
}
