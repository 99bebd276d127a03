package sourcebook.ui;

import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.reading.PageReader;

/// Over a document: what keeps its pages from being shown, or their text from being there. Unseen when nothing does.
final class ReadingNote extends Div {
    ReadingNote() {
        addClassName("reading-note");
        getElement().setAttribute("role", "note");
    }

    /// @param awaited whether its pages are being opened
    /// @param refusal why they cannot be shown; a sentence
    /// @param pictured whether images of them are shown
    /// @param late a sentence if looking for the hits took too long
    void show(
            CataloguedDocument shown,
            boolean awaited,
            @Nullable String refusal,
            boolean pictured,
            @Nullable String late) {
        String sentence = sentence(shown, awaited, refusal, pictured);
        String said = late == null ? sentence : (sentence + " " + late).strip();
        setText(said);
        setVisible(!said.isEmpty());
    }

    private static String sentence(
            CataloguedDocument shown, boolean awaited, @Nullable String refusal, boolean pictured) {
        String withoutText = shown.withoutText();
        if (!shown.present()) {
            return "The original is no longer in the archive’s folder: "
                    + (pictured
                            ? "its pages are shown as far as they were drawn before."
                            : "this is the text that was kept of it.");
        }
        if (awaited && PageReader.draws(shown)) {
            return "The pages are being opened.";
        }
        if (refusal != null) {
            return "The pages cannot be shown. " + refusal;
        }
        return pictured && withoutText != null
                ? "Without text yet: " + withoutText + ". It can be read here, and not searched."
                : "";
    }
}
