package sourcebook.ui;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sourcebook.analysis.Work;
import sourcebook.analysis.Works;

/// Work that may take a while: what is quick is shown at once, what is not shows how far it is and can be cancelled.
/// One work at a time; the next cancels the one before, and so does leaving the view.
final class WorkLine extends Div {
    private static final Logger LOG = LoggerFactory.getLogger(WorkLine.class);
    /// More work than this waits its turn: each goes through the whole archive.
    private static final int AT_A_TIME = 4;

    private static final ExecutorService THREADS = Executors.newFixedThreadPool(
            AT_A_TIME, Thread.ofPlatform().name("analysis-", 0).daemon().factory());
    private static final Duration AT_ONCE = Duration.ofMillis(400);
    private static final int POLL_MILLIS = 500;
    /// A page that shows how far the work is asks all the time: one that has not for so long was closed. A browser
    /// lets a page in the background ask once a minute.
    private static final Duration UNSEEN = Duration.ofMinutes(3);

    private final Works works;
    private final String counted;
    private final Span said = new Span();
    private final NativeButton button = new NativeButton("Cancel", click -> cancelOrRetry());
    private final ProgressBar bar = new ProgressBar();
    private @Nullable Work work;
    private @Nullable Runnable again;
    private @Nullable Registration polling;
    private volatile long seen;

    /// @param counted what the work goes through, many of them: `documents`
    /// @param works end with the program
    WorkLine(String counted, Works works) {
        this.counted = counted;
        this.works = works;
        addClassName("progress");
        said.addClassName("num");
        said.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-label", "Progress");
        Div line = new Div(said, button);
        line.addClassName("progress-line");
        add(line, bar);
        setVisible(false);
    }

    /// Runs a task in a thread of its own, and gives its result to the view.
    ///
    /// @param doing what is done: `Sorting the concordance`
    <T> void run(String doing, Function<Work, T> task, Consumer<T> done) {
        stop();
        UI ui = UI.getCurrentOrThrow();
        seen = System.nanoTime();
        Work mine = works.begin(() -> System.nanoTime() - seen < UNSEEN.toNanos());
        work = mine;
        again = () -> run(doing, task, done);
        CompletableFuture<T> result = CompletableFuture.supplyAsync(() -> task.apply(mine), THREADS);
        try {
            T given = result.get(AT_ONCE.toMillis(), TimeUnit.MILLISECONDS);
            end();
            done.accept(given);
            return;
        } catch (TimeoutException slow) {
            show(ui, doing, mine);
        } catch (ExecutionException failed) {
            failed(failed.getCause());
            return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            mine.cancel();
            return;
        }
        result.whenComplete((given, failure) -> {
            if (!mine.equals(work) && mine.cancelled()) {
                return; // another took its place
            }
            ui.access(() -> {
                if (!mine.equals(work)) {
                    return;
                }
                if (failure == null) {
                    end();
                    done.accept(given);
                } else {
                    failed(failure instanceof CompletionException ? failure.getCause() : failure);
                }
            });
        });
    }

    private void show(UI ui, String doing, Work mine) {
        setVisible(true);
        bar.setVisible(true);
        button.setText("Cancel");
        describe(doing, mine);
        ui.setPollInterval(POLL_MILLIS);
        polling = ui.addPollListener(poll -> describe(doing, mine));
    }

    private void describe(String doing, Work mine) {
        seen = System.nanoTime();
        long total = mine.total();
        bar.setIndeterminate(total == 0);
        if (total > 0) {
            bar.setValue(Math.min(1, (double) mine.done() / total));
        }
        said.setText(
                total == 0
                        ? doing + "…"
                        : doing + ": " + Wording.number(mine.done()) + " of " + Wording.number(total) + " " + counted);
    }

    private void failed(@Nullable Throwable failure) {
        quiet();
        work = null;
        setVisible(true);
        bar.setVisible(false);
        button.setText("Try again");
        if (failure instanceof CancellationException) {
            said.setText("Cancelled.");
        } else if (failure instanceof IllegalArgumentException unfit) {
            said.setText(Wording.sentence(unfit));
        } else {
            LOG.error("Work asked for by the page failed", failure);
            said.setText("This could not be done; the server's log says why.");
        }
    }

    private void cancelOrRetry() {
        Work running = work;
        if (running != null) {
            running.cancel();
        } else if (again != null) {
            again.run();
        }
    }

    private void end() {
        quiet();
        work = null;
        setVisible(false);
    }

    private void quiet() {
        if (polling != null) {
            polling.remove();
            polling = null;
            getUI().ifPresent(ui -> ui.setPollInterval(-1));
        }
    }

    /// Ends what is running, without a word.
    private void stop() {
        Work running = work;
        if (running != null) {
            work = null;
            running.cancel();
        }
        quiet();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stop();
        event.getUI().setPollInterval(-1);
    }
}
