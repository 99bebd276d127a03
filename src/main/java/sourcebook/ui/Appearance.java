package sourcebook.ui;

import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentText;
import sourcebook.reading.Answer;
import sourcebook.reading.CleanPage;
import sourcebook.reading.DocumentPages;
import sourcebook.reading.PageReader;

/// How a document can be shown beside its plain text.
///
/// @param pages sizes of the images of its pages, null when there are none
/// @param refusal why the pages of a document that has some cannot be shown; a sentence
record Appearance(
        @Nullable DocumentPages pages,
        Structure structure,
        @Nullable String refusal) {
    static final Appearance NONE = new Appearance(null, Structure.NONE, null);

    /// The pages; may wait for a worker. Refused only when other documents keep the workers busy, or when the format
    /// has no printed pages.
    static Answer<Appearance> ofPages(CataloguedDocument document, PageReader reader) {
        return switch (reader.pages(document)) {
            case Answer.Given<DocumentPages>(var given) ->
                new Answer.Given<>(
                        given.pages().isEmpty()
                                ? refused("The original has none.")
                                : new Appearance(given, Structure.NONE, null));
            case Answer.Refused<DocumentPages>(var why, var sentence) ->
                switch (why) {
                    case BUSY, NOT_PAGED -> new Answer.Refused<>(why, sentence);
                    default -> new Answer.Given<>(refused(sentence));
                };
        };
    }

    /// What to show after an answer: a document without pages is shown by its text if its parts cannot be
    /// had.
    static Appearance of(Answer<Appearance> answer, CataloguedDocument document) {
        return switch (answer) {
            case Answer.Given<Appearance>(var given) -> given;
            case Answer.Refused<Appearance>(var _, var sentence) ->
                PageReader.draws(document) ? refused(sentence) : NONE;
        };
    }

    /// Nothing but the text.
    boolean isPlain() {
        return pages == null && structure.parts().isEmpty();
    }

    /// Only the text, and why.
    static Appearance refused(String sentence) {
        return new Appearance(null, Structure.NONE, sentence);
    }

    /// The parts of a document without printed pages.
    static Appearance inParts(CataloguedDocument document, DocumentText text, CleanPage clean) {
        String address = "api/documents/" + document.id().shortForm();
        return new Appearance(null, new Structure(clean.of(document, text), address), null);
    }
}
