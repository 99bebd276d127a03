package sourcebook.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import sourcebook.ingest.Ingest;

/// Says that nothing goes on any more since somebody cancelled, with a way to go on.
final class HeldLine extends Div {
    private final Ingest ingest;

    /// @param goOn takes up what was cancelled
    HeldLine(Ingest ingest, Runnable goOn) {
        this.ingest = ingest;
        addClassName("progress");
        Span said = new Span(
                "Cancelled. What was not read yet, scans to be recognised and documents to be described again wait.");
        said.getElement().setAttribute("role", "status");
        Div line = new Div(said, new NativeButton("Go on", click -> goOn.run()));
        line.addClassName("progress-line");
        add(line);
        setVisible(false);
    }

    void refresh() {
        setVisible(ingest.held() && !ingest.progress().running());
    }
}
