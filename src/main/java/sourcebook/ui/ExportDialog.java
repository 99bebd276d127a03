package sourcebook.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import sourcebook.analysis.Manifest;
import sourcebook.analysis.RecordFormat;
import sourcebook.analysis.Repetition;
import sourcebook.analysis.ResultExport;
import sourcebook.analysis.Works;
import sourcebook.search.SearchRequest;

/// The records of all results, without limit, with the manifest by which the same search can be repeated; and the
/// repetition of an earlier one.
final class ExportDialog extends Dialog {
    private final ResultExport export;
    private final SearchRequest request;
    private final Div formats = new Div();
    private final Div repeated = new Div();
    private final WorkLine work;
    private final Works works;

    ExportDialog(ResultExport export, SearchRequest request, Works works) {
        this.export = export;
        this.works = works;
        work = new WorkLine("documents", works);
        this.request = request;
        setHeaderTitle("Export all results");
        setWidth("560px");
        Paragraph lead = new Paragraph(
                "Each file holds one record for each "
                        + (request.stories() ? "story (its shown copy)" : "document")
                        + ", and a manifest: the query as it was understood, the filters, the counts, the date and the state of the archive.");
        lead.addClassName("small");
        formats.addClassName("formats");
        for (RecordFormat format : RecordFormat.values()) {
            formats.add(row(format));
        }
        Paragraph again = new Paragraph(
                "Give a manifest of an earlier export to see what has changed since: added, changed, gone.");
        again.addClassName("small");
        repeated.getElement().setAttribute("role", "status");
        repeated.addClassName("repeated");
        add(
                lead,
                formats,
                again,
                new TextUpload(
                        "Repeat from a manifest…",
                        bytes -> compare(new String(bytes, StandardCharsets.UTF_8)),
                        "application/json",
                        ".json"),
                work,
                repeated);
        getFooter().add(new Button("Close", click -> close()));
    }

    private Div row(RecordFormat format) {
        Span name = new Span(format.label());
        name.addClassName("format");
        Anchor plain = new Anchor(
                (DownloadHandler) event -> {
                    event.setFileName("results." + format.extension());
                    event.setContentType(format.mediaType() + ";charset=utf-8");
                    export.write(request, format, event.getOutputStream(), works.begin());
                },
                "File");
        Anchor zip = new Anchor(
                (DownloadHandler) event -> {
                    event.setFileName("results-" + format.key() + ".zip");
                    event.setContentType("application/zip");
                    export.zip(request, format, event.getOutputStream(), works.begin());
                },
                "With manifest (zip)");
        for (Anchor link : List.of(plain, zip)) {
            link.setRouterIgnore(true);
            link.setAriaLabel(format.label() + ": " + link.getText());
        }
        Div row = new Div(name, zip, plain);
        row.addClassName("format-row");
        return row;
    }

    private void compare(String json) {
        repeated.removeAll();
        try {
            Manifest manifest = Manifest.read(json);
            work.run("Repeating the search", going -> export.compare(manifest, going), this::show);
        } catch (IllegalArgumentException unreadable) {
            Paragraph refusal = new Paragraph(Wording.sentence(unreadable));
            refusal.addClassName("bad");
            repeated.add(refusal);
        }
    }

    private void show(Repetition repetition) {
        repeated.removeAll();
        repeated.add(new Paragraph(repetition.sentence()));
    }
}
