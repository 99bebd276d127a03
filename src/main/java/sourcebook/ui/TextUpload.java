package sourcebook.ui;

import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import java.io.InputStream;
import java.util.function.Consumer;

/// A button that takes one small file, as a list or a manifest is, from the person's computer.
final class TextUpload extends Upload {
    private static final int MOST_BYTES = 16 << 20;

    /// @param taken gets the bytes, with the session locked
    TextUpload(String label, Consumer<byte[]> taken, String... types) {
        setUploadHandler(event -> {
            try (InputStream file = event.getInputStream()) {
                byte[] bytes = file.readNBytes(MOST_BYTES + 1);
                if (bytes.length > MOST_BYTES) {
                    event.reject("The file is larger than " + (MOST_BYTES >> 20) + " MB.");
                } else {
                    event.getUI().access(() -> taken.accept(bytes));
                }
            }
        });
        setAcceptedFileTypes(types);
        setMaxFiles(1);
        setMaxFileSize(MOST_BYTES);
        setDropAllowed(false);
        addClassName("list-upload");
        UploadI18N words = new UploadI18N();
        words.setAddFiles(new UploadI18N.AddFiles().setOne(label).setMany(label));
        setI18n(words);
        addAllFinishedListener(finished -> clearFileList());
        addFileRejectedListener(refused -> Notices.say(refused.getErrorMessage()));
    }
}
