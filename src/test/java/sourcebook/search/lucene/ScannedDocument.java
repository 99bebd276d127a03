package sourcebook.search.lucene;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.Evidenced;
import sourcebook.search.IndexedDocument;
import sourcebook.search.Layer;

/// A document with the words of each of its texts.
record ScannedDocument(
        IndexedDocument document,
        ScannedText text,
        ScannedText furniture,
        @Nullable ScannedText title,
        ScannedText shownTitle,
        List<ScannedText> creators,
        @Nullable ScannedText source,
        @Nullable ScannedText type) {

    static ScannedDocument of(IndexedDocument document) {
        String language = document.record().language() == null
                ? ""
                : document.record().language().value();
        String title = document.record().titleText();
        String shown = title == null || title.isBlank() ? document.path().replaceFirst(".*/", "") : title;
        return new ScannedDocument(
                document,
                ScannedText.of(document.text().text(), offset -> languageAt(document, language, offset)),
                ScannedText.of(document.text().furniture(), _ -> language),
                title == null ? null : ScannedText.of(title, _ -> language),
                ScannedText.of(shown, _ -> language),
                document.record().creators().stream()
                        .map(name -> ScannedText.of(name.value()))
                        .toList(),
                words(document.record().source()),
                words(document.record().type()));
    }

    private static @Nullable ScannedText words(@Nullable Evidenced<String> value) {
        return value == null ? null : ScannedText.of(value.value());
    }

    /// The language of the page that holds the offset, the document's if none is known of it.
    private static String languageAt(IndexedDocument document, String language, int offset) {
        List<String> languages = document.text().pageLanguages();
        String page = languages.isEmpty() ? "" : languages.get(page(document, offset) - 1);
        return page.isEmpty() ? language : page;
    }

    /// The page, 1-based: the last that does not begin behind the offset.
    static int page(IndexedDocument document, int offset) {
        return (int) document.text().pageStarts().stream()
                .filter(start -> start <= offset)
                .count();
    }

    /// Its title stands in for the text.
    boolean textless() {
        return document.text().text().isEmpty();
    }

    ScannedText layer(Layer layer) {
        return layer == Layer.TEXT ? text : furniture;
    }
}
