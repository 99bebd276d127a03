package sourcebook.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.function.Supplier;
import sourcebook.ingest.Upkeep;

/// How far a work behind the runs is: the archive can be searched meanwhile.
final class UpkeepLine extends Div {
    private final String doing;
    private final Supplier<Upkeep> upkeep;
    private final ProgressBar bar = new ProgressBar();
    private final Span said = new Span();

    /// @param doing what is done to the documents: `Reading scans`
    UpkeepLine(String doing, Supplier<Upkeep> upkeep) {
        this.doing = doing;
        this.upkeep = upkeep;
        addClassName("progress");
        said.addClassName("num");
        bar.getElement().setAttribute("aria-label", doing);
        add(new Div(said), bar);
        setVisible(false);
    }

    /// @return whether there is work
    boolean refresh() {
        Upkeep now = upkeep.get();
        setVisible(now.running());
        if (now.running()) {
            bar.setValue(now.total() == 0 ? 0 : Math.min(1, (double) now.done() / now.total()));
            said.setText(doing + ": " + Wording.number(now.done()) + " of "
                    + Wording.count(now.total(), "document", "documents"));
        }
        return now.running();
    }
}
