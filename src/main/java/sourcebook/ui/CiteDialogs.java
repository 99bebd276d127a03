package sourcebook.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentId;
import sourcebook.citation.Citation;
import sourcebook.citation.CitationCollection;
import sourcebook.citation.Citations;
import sourcebook.citation.Passage;

/// The dialog that saves a document or a passage of it to a collection, with a note.
@Component
final class CiteDialogs {
    private final Catalogue catalogue;
    private final Citations citations;

    CiteDialogs(Catalogue catalogue, Citations citations) {
        this.catalogue = catalogue;
        this.citations = citations;
    }

    /// Cites a document as a whole.
    void document(DocumentId id) {
        catalogue.find(id).ifPresent(document -> open(document, null, () -> {}));
    }

    /// Cites a document, or a passage of it.
    ///
    /// @param saved run after it was saved, or taken back
    void open(CataloguedDocument document, @Nullable Passage passage, Runnable saved) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(passage == null ? "Cite document" : "Cite passage");
        dialog.addClassName("cite-dialog");
        dialog.setWidth("520px");

        Paragraph work = new Paragraph(document.displayTitle());
        work.addClassName("cited-work");
        Div form = new Div(work);
        form.addClassName("form");
        if (passage != null) {
            form.add(new Quote(passage));
        }
        ComboBox<CitationCollection> collection = collections();
        TextArea note = new TextArea("Note");
        note.setPlaceholder("Your own words, kept with the citation");
        note.setMinRows(2);
        form.add(collection, note);
        dialog.add(form);

        Button save = new Button("Save", click -> {
            CitationCollection to = collection.getValue();
            if (to == null) {
                collection.setInvalid(true);
                return;
            }
            dialog.close();
            save(document, passage, note.getValue(), to, saved);
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER, com.vaadin.flow.component.KeyModifier.CONTROL);
        dialog.getFooter().add(new Button("Cancel", click -> dialog.close()), save);
        dialog.open();
    }

    private ComboBox<CitationCollection> collections() {
        CitationCollection standard = citations.defaultCollection();
        ComboBox<CitationCollection> collection = new ComboBox<>("Collection");
        collection.setItemLabelGenerator(CitationCollection::name);
        collection.setItems(citations.collections());
        collection.setValue(standard);
        collection.setHelperText("Type a new name to make a collection");
        collection.setErrorMessage("Choose a collection");
        collection.setAllowCustomValue(true);
        collection.addCustomValueSetListener(typed -> {
            try {
                CitationCollection made = citations.createCollection(typed.getDetail());
                collection.setItems(citations.collections());
                collection.setValue(made);
            } catch (IllegalArgumentException unusable) {
                collection.setErrorMessage(Wording.sentence(unusable));
                collection.setInvalid(true);
            }
        });
        return collection;
    }

    private void save(
            CataloguedDocument document,
            @Nullable Passage passage,
            String note,
            CitationCollection to,
            Runnable saved) {
        List<Long> before = citations.list(to.id()).stream().map(Citation::id).toList();
        Citation citation = citations.save(document.id(), document.record(), path(document), passage, note, to.id());
        saved.run();
        if (before.contains(citation.id())) {
            Notices.say("It was in “" + to.name() + "” already.");
        } else {
            Notices.offer("Saved to “" + to.name() + "”.", "Undo", () -> {
                citations.delete(citation.id());
                saved.run();
            });
        }
    }

    private static String path(CataloguedDocument document) {
        return document.locations().isEmpty()
                ? ""
                : document.locations().getFirst().toString();
    }
}
