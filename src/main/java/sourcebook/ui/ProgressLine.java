package sourcebook.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.time.Duration;
import java.util.Locale;
import sourcebook.ingest.Ingest;
import sourcebook.ingest.Progress;

/// How far a running ingest is: share, rate, time left, what is being read, and a way to stop it.
final class ProgressLine extends Div {
    private final Ingest ingest;
    private final ProgressBar bar = new ProgressBar();
    private final Span said = new Span();
    private final Span current = new Span();
    private boolean wasRunning;

    ProgressLine(Ingest ingest) {
        this.ingest = ingest;
        addClassName("progress");
        said.addClassName("num");
        current.addClassNames("small", "current");
        bar.getElement().setAttribute("aria-label", "Files read");
        NativeButton cancel = new NativeButton("Cancel", click -> {
            ingest.cancel();
            Notices.say("Stopping. What was read stays; Retry takes up the rest.");
        });
        Div line = new Div(said, cancel);
        line.addClassName("progress-line");
        add(line, bar, current);
        setVisible(false);
    }

    /// @return whether there is work
    boolean refresh() {
        Progress progress = ingest.progress();
        setVisible(progress.running());
        if (progress.running()) {
            bar.setIndeterminate(progress.total() == 0);
            if (progress.total() > 0) {
                bar.setValue(Math.min(1, (double) progress.done() / progress.total()));
            }
            said.setText(describe(progress));
            current.setText(String.join(" · ", progress.current()));
        } else if (wasRunning) {
            Notices.say("Done. Every file is accounted for.");
        }
        wasRunning = progress.running();
        return progress.running();
    }

    private static String describe(Progress progress) {
        StringBuilder said = new StringBuilder(
                Wording.number(progress.done()) + " of " + Wording.count(progress.total(), "file", "files"));
        if (progress.perSecond() > 0) {
            said.append(String.format(
                    Locale.ENGLISH,
                    progress.perSecond() < 10 ? ", %.1f a second" : ", %.0f a second",
                    progress.perSecond()));
        }
        Duration left = progress.left();
        if (left != null) {
            said.append(", about ").append(Wording.duration(left)).append(" left");
        }
        return said.toString();
    }
}
