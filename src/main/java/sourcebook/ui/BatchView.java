package sourcebook.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import sourcebook.access.Access;
import sourcebook.analysis.BatchList;
import sourcebook.analysis.BatchRow;
import sourcebook.analysis.BatchRun;
import sourcebook.analysis.BatchRuns;
import sourcebook.analysis.BatchTable;
import sourcebook.search.Facet;
import sourcebook.search.Like;
import sourcebook.search.SearchEngine;

/// Counts a list of queries: one line each in, one row of figures each out.
@Route(value = "count", layout = Shell.class)
@PageTitle("Count · Sourcebook")
final class BatchView extends Div implements AfterNavigationObserver {
    private static final int PER_PAGE = 200;
    private static final int POLL_MILLIS = 600;
    private static final String VERSION =
            Objects.requireNonNullElse(BatchView.class.getPackage().getImplementationVersion(), "development");

    private final SearchEngine engine;
    private final BatchRuns runs;
    private final Access access;
    private final TextArea list = new TextArea("Queries");
    private final Counting counting = new Counting(stories -> Navigation.go(address(place().withStories(stories))));
    private final Div within = new Div();
    private final Span said = new Span();
    private final ProgressBar bar = new ProgressBar();
    private final NativeButton cancel = new NativeButton("Cancel", click -> cancel());
    private final Div progress = new Div();
    private final Anchor csv = new Anchor();
    private final Anchor xlsx = new Anchor();
    private final Span total = new Span();
    private final BatchFigures figures = new BatchFigures();
    private final Div pager = new Div();
    private final Section found;
    private SearchPlace place = SearchPlace.START;
    private @Nullable BatchRun shown;

    BatchView(SearchEngine engine, BatchRuns runs, Access access) {
        this.engine = engine;
        this.runs = runs;
        this.access = access;
        addClassNames("plain", "batch");
        Paragraph lead = new Paragraph(
                "A list of queries in, a table of figures out: documents, stories and hits of each, counted exactly as a search counts them.");
        lead.addClassName("lead");
        list.setWidthFull();
        list.setMinRows(6);
        list.setMaxRows(16);
        list.setPlaceholder("\"party school\"\n\"study tour\" AND country:Tanzania\ncadre*");
        list.setHelperText("One a line, or CSV with a column “query” and perhaps “id”; up to "
                + Wording.number(BatchList.MOST) + ".");
        NativeButton run = new NativeButton("Count", click -> start());
        run.addClassName("primary");
        within.addClassName("asking-said");
        Div ways = new Div(
                run,
                counting,
                new TextUpload(
                        "From a file…",
                        this::given,
                        "text/csv",
                        "text/plain",
                        "text/tab-separated-values",
                        ".csv",
                        ".tsv",
                        ".txt"),
                within);
        ways.addClassName("ways");
        said.addClassName("num");
        bar.getElement().setAttribute("aria-label", "Progress");
        Div line = new Div(said, cancel);
        line.addClassName("progress-line");
        progress.add(line, bar);
        progress.addClassName("progress");
        progress.setVisible(false);
        total.addClassNames("num", "total");
        total.getElement().setAttribute("role", "status");
        link(csv, "CSV");
        link(xlsx, "XLSX");
        Div head = new Div(total, csv, xlsx);
        head.addClassName("head");
        pager.addClassName("pager");
        pager.getElement().setAttribute("role", "navigation").setAttribute("aria-label", "Pages of queries");
        found = new Section(head, progress, figures, pager);
        found.setAriaLabel("Figures");
        add(new H1("Count a list of queries"), lead, list, ways, found);
    }

    private static void link(Anchor anchor, String label) {
        anchor.setText(label);
        anchor.setRouterIgnore(true);
        anchor.setTitle("The whole table as " + label);
    }

    private void given(byte[] file) {
        try {
            list.setValue(BatchList.decoded(file));
            list.setInvalid(false);
        } catch (IllegalArgumentException unreadable) {
            refuse(unreadable);
        }
    }

    private void refuse(IllegalArgumentException unreadable) {
        list.setErrorMessage(Wording.sentence(unreadable));
        list.setInvalid(true);
        list.focus();
    }

    private SearchPlace place() {
        return place;
    }

    static String address(SearchPlace within) {
        return "count" + within.address();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        place = SearchPlace.of(event.getLocation().getQueryParameters());
        counting.choose(place.stories());
        within.removeAll();
        if (place.years() != null) {
            within.add(chip(SearchView.chip(place.years())));
        }
        place.refinements()
                .forEach((facet, values) ->
                        values.forEach(value -> within.add(chip(FacetPanel.fallback(facet, value)))));
        if (place.refined()) {
            within.addComponentAsFirst(new Span("within"));
            within.add(new Anchor(address(SearchPlace.START.withStories(place.stories())), "clear"));
        }
        within.setVisible(place.refined());
        refresh();
    }

    private static Span chip(String text) {
        Span chip = new Span(text);
        chip.addClassName("chip");
        return chip;
    }

    private void start() {
        try {
            shown = runs.start(
                    access.owner(),
                    BatchList.read(list.getValue()),
                    place.withQuery("").request(engine, 0, 0));
            list.setInvalid(false);
            Navigation.go(address(place.withPage(1)));
            refresh();
        } catch (IllegalArgumentException unreadable) {
            refuse(unreadable);
        }
    }

    private void cancel() {
        if (shown != null) {
            shown.cancel();
            refresh();
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        var polling = ui.addPollListener(poll -> refresh());
        addDetachListener(detach -> {
            polling.remove();
            detach.getUI().setPollInterval(-1);
            detach.unregisterListener();
        });
    }

    private void refresh() {
        Optional<BatchRun> run = shown == null ? runs.find(access.owner()) : Optional.of(shown);
        found.setVisible(run.isPresent());
        run.ifPresent(this::show);
        boolean running = run.isPresent() && run.get().state() == BatchRun.State.RUNNING;
        getUI().ifPresent(ui -> ui.setPollInterval(running ? POLL_MILLIS : -1));
    }

    private void show(BatchRun run) {
        shown = run;
        boolean running = run.state() == BatchRun.State.RUNNING;
        int rows = run.rows();
        progress.setVisible(running);
        if (running) {
            bar.setValue(run.size() == 0 ? 0 : (double) rows / run.size());
            said.setText(Wording.number(rows) + " of " + Wording.count(run.size(), "query", "queries"));
        }
        String problem = run.problem();
        total.setText(
                switch (run.state()) {
                    case RUNNING -> "Counting…";
                    case DONE -> Wording.count(rows, "query", "queries");
                    case CANCELLED ->
                        "Cancelled after " + Wording.number(rows) + " of "
                                + Wording.count(run.size(), "query", "queries");
                    case FAILED -> "Stopped: " + (problem == null ? "the server's log says why." : problem);
                });
        csv.setVisible(rows > 0 && !running);
        xlsx.setVisible(rows > 0 && !running);
        if (!running) {
            csv.setHref(download(run, "csv"));
            xlsx.setHref(download(run, "xlsx"));
        }
        int from = (place.page() - 1) * PER_PAGE;
        figures.show(run.rows(Math.min(from, rows), PER_PAGE), run.request().stories(), row -> link(row, run));
        new Pager(place.page(), rows, PER_PAGE, to -> address(place.withPage(to))).fill(pager);
    }

    /// The search of a row, with what was chosen when the list was counted.
    private static String link(BatchRow row, BatchRun run) {
        SearchPlace found = SearchPlace.START
                .withQuery(row.query())
                .withYears(run.request().years())
                .withStories(run.request().stories());
        Like like = run.request().like();
        if (like != null) {
            found = found.withLike(new LikeThis(like.document().shortForm(), like.start(), like.end()));
        }
        for (Map.Entry<Facet, Set<String>> chosen : run.request().refinements().entrySet()) {
            found = found.choosing(chosen.getKey(), chosen.getValue());
        }
        return found.address();
    }

    private DownloadHandler download(BatchRun run, String kind) {
        return event -> {
            event.setFileName("counts." + kind);
            Iterable<BatchRow> rows = () -> run.rows(0, run.size()).iterator();
            String base = base(event.getRequest());
            if (kind.equals("csv")) {
                event.setContentType("text/csv;charset=utf-8");
                Writer out = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8);
                BatchTable.csv(rows, row -> base + link(row, run), out);
                out.flush(); // not closed where it fails: a file that is cut off must not end as a whole one does
            } else {
                event.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
                BatchTable.xlsx(rows, row -> base + link(row, run), VERSION, event.getOutputStream());
            }
        };
    }

    /// Where this archive is, as the browser knows it: links in a table must work outside the page.
    private static String base(VaadinRequest request) {
        return request instanceof VaadinServletRequest servlet
                ? ServletUriComponentsBuilder.fromContextPath(servlet.getHttpServletRequest())
                                .toUriString() + "/"
                : "";
    }
}
