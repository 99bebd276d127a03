package sourcebook.reading;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.extraction.PageAnswer;
import sourcebook.extraction.PageRequest;
import sourcebook.extraction.PictureType;

/// Texts with their structure and the pictures in them, as workers give them, kept. Thread-safe; a call
/// waits until a worker has answered.
final class Markups {
    private static final String HTML = "markup";
    private static final String PICTURE = "picture-";

    private final PageCache cache;
    private final Drawing drawing;

    Markups(PageCache cache, Drawing drawing) {
        this.cache = cache;
        this.drawing = drawing;
    }

    /// Its HTML; empty when it cannot be had.
    Optional<String> html(CataloguedDocument document) {
        Optional<byte[]> kept = cache.find(document.id(), HTML);
        return kept.isPresent()
                ? kept.map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                : asked(document).map(PageAnswer.Markup::html);
    }

    /// @param number 1-based
    Optional<PageImage> picture(CataloguedDocument document, int number) {
        Optional<byte[]> kept = cache.find(document.id(), PICTURE + number);
        Optional<byte[]> bytes = kept.isPresent()
                ? kept
                : asked(document)
                        .filter(markup ->
                                number >= 1 && number <= markup.pictures().size())
                        .map(markup -> markup.pictures().get(number - 1).bytes());
        return bytes.flatMap(found -> PictureType.of(found)
                .map(type -> new PageImage(found, type, document.id().value() + "-" + PICTURE + number)));
    }

    private Optional<PageAnswer.Markup> asked(CataloguedDocument document) {
        return drawing.ask(document, new PageRequest.Markup(), answer -> keep(document, answer))
                        instanceof Answer.Given<PageAnswer>(PageAnswer.Markup markup)
                ? Optional.of(markup)
                : Optional.empty();
    }

    private void keep(CataloguedDocument document, PageAnswer answer) {
        if (answer instanceof PageAnswer.Markup(String html, var pictures)) {
            for (int i = 0; i < pictures.size(); i++) {
                cache.keep(document.id(), PICTURE + (i + 1), pictures.get(i).bytes());
            }
            cache.keep(document.id(), HTML, html.getBytes(StandardCharsets.UTF_8));
        }
    }
}
