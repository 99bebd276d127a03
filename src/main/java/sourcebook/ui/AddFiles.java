package sourcebook.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import sourcebook.ingest.Ingest;

/// Takes files by drag and drop or from a dialog into the archive's `uploads` folder.
final class AddFiles extends Upload {
    private final Ingest ingest;

    /// @param added run when files have arrived
    AddFiles(Ingest ingest, Runnable added) {
        this.ingest = ingest;
        addClassName("add-files");
        setUploadHandler(this::store);
        setDropLabel(new Span("Drop files here"));
        UploadI18N words = new UploadI18N();
        words.setAddFiles(new UploadI18N.AddFiles().setOne("Add a file…").setMany("Add files…"));
        words.setDropFiles(new UploadI18N.DropFiles().setOne("Drop a file here").setMany("Drop files here"));
        setI18n(words);
        getElement().setAttribute("aria-label", "Add files");
        addAllFinishedListener(finished -> added.run());
    }

    private void store(UploadEvent event) throws IOException {
        try (InputStream bytes = event.getInputStream()) {
            ingest.upload(event.getFileName(), bytes);
        } catch (IllegalArgumentException refused) {
            event.reject(Wording.sentence(refused));
        }
    }
}
