package sourcebook.ui;

import com.vaadin.flow.server.VaadinRequest;
import java.security.Principal;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.RecordField;
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

    private static String who() {
        VaadinRequest request = VaadinRequest.getCurrent();
        Principal person = request == null ? null : request.getUserPrincipal();
        return person == null ? NOBODY_NAMED : person.getName();
    }
}
