package sourcebook.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sourcebook.catalogue.Ledger;
import sourcebook.extraction.WorkerExtractor;
import sourcebook.ingest.Ingest;

/// The archive: its folder, ways to add files, how far the reading is, and the account of every file received.
@Route(value = "archive", layout = Shell.class)
final class ArchiveView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveView.class);
    /// The page asks how far it is, oftener while there is work.
    private static final int BUSY_MILLIS = 700;
    private static final int IDLE_MILLIS = 4000;

    private final Ingest ingest;
    private final LedgerSums sums;
    private final ProgressLine progress;
    private final UpkeepLine recognition;
    private final UpkeepLine redescription;
    private final LedgerList list;
    private final HeldLine held;

    ArchiveView(Ingest ingest, Ledger ledger) {
        this.ingest = ingest;
        this.sums = new LedgerSums(ledger);
        this.progress = new ProgressLine(ingest);
        this.recognition = new UpkeepLine("Reading scans", ingest::recognition);
        this.redescription = new UpkeepLine("Describing again by newer rules", ingest::redescription);
        this.list = new LedgerList(ledger, this::retry);
        this.held = new HeldLine(ingest, this::retry);
        addClassNames("plain", "archive");
        H1 heading = new H1("Archive");
        Div top = new Div(new Div(heading, folder()), new AddFiles(ingest, this::refresh));
        top.addClassName("archive-top");
        add(top, sums, progress, held, recognition, redescription, list);
    }

    private Div folder() {
        Paragraph where = new Paragraph(
                new Text("Files put into "),
                new Code(ingest.folder().toString()),
                new Text(" are read as they arrive. Originals are never changed."));
        Paragraph ocr = new Paragraph(
                WorkerExtractor.ocrEngine().isPresent()
                        ? "Pages that are pictures are read by OCR (Tesseract)."
                        : "Pages that are pictures are not read: OCR needs Tesseract, which is not installed. Such documents are found by title and facets.");
        ocr.addClassName("small");
        NativeButton again = new NativeButton("Look for new and changed files", click -> rescan());
        again.addClassName("inline-action");
        Div folder = new Div(where, ocr, again);
        folder.addClassName("folder");
        return folder;
    }

    private void rescan() {
        Thread.ofPlatform().name("rescan").daemon().start(() -> {
            try {
                ingest.rescan();
            } catch (IOException | InterruptedException stopped) {
                LOG.warn("The folder was not looked through to the end: {}", stopped.getMessage());
            }
        });
        Notices.say("Looking through the folder.");
    }

    private void retry() {
        int files = ingest.retryFailed();
        Notices.say(files == 0 ? "Nothing failed." : "Reading " + Wording.count(files, "file", "files") + " again.");
        refresh();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        ui.setPollInterval(BUSY_MILLIS);
        var polling = ui.addPollListener(poll -> refresh());
        addDetachListener(detach -> {
            polling.remove();
            detach.getUI().setPollInterval(-1);
            detach.unregisterListener();
        });
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        LedgerPlace place = LedgerPlace.of(event.getLocation().getQueryParameters());
        list.show(place);
        sums.show(place);
        progress.refresh();
        held.refresh();
        recognition.refresh();
        redescription.refresh();
    }

    private void refresh() {
        boolean reading = progress.refresh();
        held.refresh();
        boolean recognising = recognition.refresh();
        boolean describing = redescription.refresh();
        boolean busy = reading || recognising || describing;
        sums.refresh();
        list.refresh();
        getUI().ifPresent(ui -> {
            ui.setPollInterval(busy ? BUSY_MILLIS : IDLE_MILLIS);
            Shell.refreshCount(ui);
        });
    }

    @Override
    public String getPageTitle() {
        return "Archive · Sourcebook";
    }
}
