package sourcebook.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.Locale;
import sourcebook.analysis.Collocate;
import sourcebook.analysis.CollocateMeasure;
import sourcebook.analysis.CollocateTable;
import sourcebook.analysis.Collocates;
import sourcebook.analysis.Works;
import sourcebook.search.SearchEngine;

/// Words that stand near the hits of a query more often than chance would have it.
@Route(value = "collocates", layout = Shell.class)
final class CollocatesView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final List<Integer> SPANS = List.of(1, 2, 3, 4, 5, 7, 10);
    private static final List<Integer> LEAST = List.of(1, 2, 3, 5, 10, 25);

    private final SearchEngine engine;
    private final Collocates collocates;
    private final Asking asking;
    private final Span total = new Span();
    private final Choice<CollocateMeasure> measure = new Choice<>(
            "Measure",
            List.of(CollocateMeasure.values()),
            one -> "by " + one.label(),
            to -> go(place().withMeasure(to)));
    private final Choice<CollocatePlace.Side> side = new Choice<>(
            "Side", List.of(CollocatePlace.Side.values()), CollocatePlace.Side::label, to -> go(place().withSide(to)));
    private final Choice<Integer> span = new Choice<>(
            "Span", SPANS, words -> "within " + Wording.count(words, "word", "words"), to -> go(place().withSpan(to)));
    private final Choice<Integer> least = new Choice<>(
            "Least",
            LEAST,
            times -> times == 1 ? "any number" : "at least " + times + " times",
            to -> go(place().withLeast(to)));
    private final Choice<Boolean> function = new Choice<>(
            "Function words",
            List.of(false, true),
            shown -> shown ? "with function words" : "without function words",
            to -> go(place().withFunctionWords(to)));
    private final WorkLine work;
    private final Div result = new Div();
    private CollocatePlace place = CollocatePlace.of(SearchPlace.START);

    CollocatesView(SearchEngine engine, Collocates collocates, Works works) {
        this.engine = engine;
        work = new WorkLine("documents", works);
        asking = new Asking(engine, to -> go(place().withSearch(to)));
        this.collocates = collocates;
        addClassNames("plain", "collocates");
        total.addClassNames("num", "total");
        total.getElement().setAttribute("role", "status");
        Div head = new Div(total, measure, side, span, least, function);
        head.addClassName("head");
        Section found = new Section(head, work, result);
        found.setAriaLabel("Collocates");
        add(new H1("Collocates"), asking, found);
    }

    private CollocatePlace place() {
        return place;
    }

    private static void go(CollocatePlace to) {
        Navigation.go(to.address());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        place = CollocatePlace.of(event.getLocation().getQueryParameters());
        asking.show(place.search());
        measure.choose(place.measure());
        side.choose(place.side());
        span.choose(place.span());
        least.choose(place.least());
        function.choose(place.functionWords());
        result.removeAll();
        total.setText("");
        if (place.search().query().isBlank()) {
            result.add(
                    ConcordanceView.state(
                            "Nothing is asked yet",
                            "Collocates are the words that stand near the hits of a query more often than chance. Type one above."));
            return;
        }
        work.run("Counting words", going -> collocates.of(place.request(engine), going), this::show);
    }

    private void show(CollocateTable table) {
        total.setText(Wording.count(table.found(), "collocate", "collocates") + " of "
                + Wording.count(table.hits(), "hit", "hits"));
        result.removeAll();
        if (table.rows().isEmpty()) {
            result.add(ConcordanceView.state(
                    table.hits() == 0 ? "No hits" : "No word stands near the hits so often",
                    table.hits() == 0
                            ? "The results page says what would find something."
                            : "Ask for fewer times, or for a wider span."));
            return;
        }
        Div scroll = new Div(table(table));
        scroll.addClassName("table-scroll");
        scroll.getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
        scroll.getElement().setAttribute("aria-label", "Words and their figures");
        result.add(scroll);
        Paragraph note = new Paragraph(
                "Counted over " + Wording.count(table.window(), "word", "words") + " around the hits, in "
                        + Wording.count(table.documents(), "document", "documents")
                        + (table.narrowed() ? "; all that is chosen has " : "; the archive has ")
                        + Wording.count(table.words(), "running word", "running words")
                        + ". Expected is how often the word would stand there by chance. Log-likelihood (Dunning 1993) says how sure the difference is, logDice (Rychlý 2008) how close the bond: near 14 where the two are always together.");
        note.addClassName("small");
        result.add(note);
        table.notes().forEach(sentence -> result.add(EmptyStates.small(sentence)));
    }

    private NativeTable table(CollocateTable table) {
        NativeTableRow names = new NativeTableRow();
        for (String name : List.of(
                "Word",
                "Near the hits",
                "Expected",
                table.narrowed() ? "In the selection" : "In the archive",
                "Log-likelihood",
                "logDice")) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(name);
            cell.getElement().setAttribute("scope", "col");
            names.add(cell);
        }
        NativeTableBody body = new NativeTableBody();
        String understood = engine.parse(place.search().query()).understoodAs();
        table.rows().forEach(row -> body.add(row(row, understood)));
        NativeTable shown = new NativeTable(new NativeTableHeader(names), body);
        shown.addClassNames("figure-table");
        return shown;
    }

    private NativeTableRow row(Collocate word, String understood) {
        Anchor with = new Anchor(
                ConcordancePlace.of(place.search().narrowed(understood, "=" + word.word()))
                        .address(),
                word.word());
        with.setTitle("Documents that have both");
        with.getElement().setAttribute("dir", "auto");
        NativeTableCell name = new NativeTableCell(with);
        name.setClassName("function-word", word.functionWord());
        NativeTableRow row = new NativeTableRow(name);
        row.add(
                figure(Wording.number(word.together())),
                figure(String.format(Locale.ENGLISH, "%,.1f", word.expected())),
                figure(Wording.number(word.frequency())),
                figure(String.format(Locale.ENGLISH, "%,.1f", word.logLikelihood())),
                figure(String.format(Locale.ENGLISH, "%.2f", word.logDice())));
        return row;
    }

    private static NativeTableCell figure(String text) {
        NativeTableCell cell = new NativeTableCell(text);
        cell.addClassName("num");
        return cell;
    }

    @Override
    public String getPageTitle() {
        return (place.search().query().isBlank() ? "" : place.search().query() + " · ") + "Collocates · Sourcebook";
    }
}
