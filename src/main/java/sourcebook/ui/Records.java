package sourcebook.ui;

import com.vaadin.flow.server.VaadinRequest;
import java.security.Principal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import sourcebook.catalogue.Alike;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.RecordField;
import sourcebook.catalogue.Story;
import sourcebook.catalogue.StoryDecision;
import sourcebook.ingest.Ingest;

/// Changes of records by the person at the page: named after them, and found by search before the page is drawn again.
@Component
final class Records {
    /// Who changes records where nobody signs in: an archive on one's own computer.
    private static final String NOBODY_NAMED = "the owner";

    private final Catalogue catalogue;
    private final Ingest ingest;

    Records(Catalogue catalogue, Ingest ingest) {
        this.catalogue = catalogue;
        this.ingest = ingest;
    }

    /// @return the batch, to undo it by
    /// @throws IllegalArgumentException with a sentence for the person when a value does not fit
    long edit(Collection<DocumentId> documents, RecordField field, List<String> values) {
        long batch = catalogue.edit(documents, field, values, who());
        ingest.catchUp();
        return batch;
    }

    void undo(long batch) {
        catalogue.undo(batch, who());
        ingest.catchUp();
    }

    /// The story a document is a copy of; empty while it is the only one.
    Optional<Story> story(DocumentId document) {
        return catalogue.stories().of(document);
    }

    /// Makes one story of documents.
    ///
    /// @return the decision, to undo it by
    long join(Collection<DocumentId> documents) {
        long decision = catalogue.stories().join(documents, who());
        ingest.catchUp();
        return decision;
    }

    /// Takes documents out of their story.
    ///
    /// @return the decision, to undo it by
    long split(Collection<DocumentId> documents) {
        long decision = catalogue.stories().split(documents, who());
        ingest.catchUp();
        return decision;
    }

    void undoDecision(long decision) {
        catalogue.stories().undo(decision, who());
        ingest.catchUp();
    }

    List<StoryDecision> decisions(String story) {
        return catalogue.stories().decisions(story);
    }

    List<StoryDecision> decisions(DocumentId document) {
        return catalogue.stories().decisions(document);
    }

    /// Other documents that may need the same correction as this one just got.
    List<Alike> alike(DocumentId corrected, RecordField field) {
        return catalogue.alike(corrected, field);
    }

    Optional<CataloguedDocument> find(DocumentId document) {
        return catalogue.find(document);
    }

    private static String who() {
        VaadinRequest request = VaadinRequest.getCurrent();
        Principal person = request == null ? null : request.getUserPrincipal();
        return person == null ? NOBODY_NAMED : person.getName();
    }
}
