package sourcebook.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import java.util.List;
import sourcebook.access.Access;
import sourcebook.analysis.HistoryEntry;
import sourcebook.analysis.NewSince;
import sourcebook.analysis.SavedSearch;
import sourcebook.analysis.SavedSearches;
import sourcebook.analysis.SearchHistory;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.DocumentId;
import sourcebook.search.SearchEngine;

/// Searches that were saved, with what is new in each since it was last looked at, and the searches made of late.
@Route(value = "saved", layout = Shell.class)
@PageTitle("Saved searches · Sourcebook")
final class SavedView extends Div implements AfterNavigationObserver {
    private final SavedSearches saved;
    private static final int SHOWN = 50;

    private final SearchHistory history;
    private final Access access;
    private final SearchEngine engine;
    private final Catalogue catalogue;
    private final Div list = new Div();
    private final Div past = new Div();

    SavedView(SavedSearches saved, SearchHistory history, Access access, Catalogue catalogue, SearchEngine engine) {
        this.engine = engine;
        this.saved = saved;
        this.catalogue = catalogue;
        this.history = history;
        this.access = access;
        addClassNames("plain", "saved");
        Paragraph lead = new Paragraph(
                "What is new is counted since you last looked: documents added since, and the stories among them that were not there before. A further copy of an old story is no news.");
        lead.addClassName("lead");
        Section searches = new Section(list);
        searches.setAriaLabel("Saved searches");
        past.addClassName("past");
        add(new H1("Saved searches"), lead, searches, past);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        List<SavedSearch> all = saved.list(access.owner());
        list.removeAll();
        if (all.isEmpty()) {
            list.add(
                    ConcordanceView.state(
                            "Nothing is saved yet",
                            "On a page of results choose “Save search”: it is kept here with its filters, and tells what is new."));
        } else {
            OrderedList rows = new OrderedList();
            rows.addClassName("saved-list");
            for (int i = 0; i < all.size(); i++) {
                rows.add(row(all.get(i), i, all.size()));
            }
            list.add(rows);
        }
        showHistory();
    }

    private ListItem row(SavedSearch search, int place, int count) {
        NewSince fresh = saved.newSince(search);
        Anchor name = new Anchor(search.address(), search.name());
        name.addClassName("saved-name");
        name.getElement().setAttribute("dir", "auto");
        Span asked = new Span(
                search.request().query().isBlank()
                        ? "every document"
                        : search.request().query());
        asked.addClassName("ev");
        asked.getElement().setAttribute("dir", "auto");
        Div news = new Div(fresh(fresh));
        news.addClassNames("news", "num");
        Span looked = new Span("last looked " + Wording.moment(search.looked()));
        looked.addClassName("ev");
        news.add(looked);
        Div ways = new Div();
        ways.addClassName("ways");
        UnorderedList shown = new UnorderedList();
        shown.addClassName("new-documents");
        shown.setVisible(false);
        if (fresh.documents() > 0) {
            ways.add(new NativeButton("Show what is new", click -> show(search, shown)));
            ways.add(new NativeButton("Mark as seen", click -> {
                saved.look(access.owner(), search.id());
                show();
            }));
        }
        Anchor feed = new Anchor("api/feeds/" + search.token(), "Feed");
        feed.setRouterIgnore(true);
        feed.setTitle("An Atom feed of new stories, for a feed reader. Whoever has its address can read it.");
        ways.add(feed);
        ways.add(new NativeButton(
                "Rename",
                click -> new NameDialog(
                                "Rename search",
                                search.name(),
                                "Save",
                                to -> saved.rename(access.owner(), search.id(), to),
                                this::show)
                        .open()));
        if (place > 0) {
            ways.add(step("Up", search, place - 1));
        }
        if (place < count - 1) {
            ways.add(step("Down", search, place + 1));
        }
        ways.add(new NativeButton("Delete", click -> remove(search)));
        ListItem row = new ListItem(new Div(name, asked), news, ways, shown);
        row.addClassName("saved-row");
        return row;
    }

    /// The new documents themselves, the first of them.
    private void show(SavedSearch search, UnorderedList shown) {
        shown.setVisible(!shown.isVisible());
        if (!shown.isVisible() || shown.getComponentCount() > 0) {
            return;
        }
        List<DocumentId> ids = saved.newDocuments(search, SHOWN + 1);
        ids.stream().limit(SHOWN).flatMap(id -> catalogue.find(id).stream()).forEach(document -> {
            Anchor link = new Anchor(
                    DocumentPlace.of(
                                    document.id().shortForm(),
                                    SearchPlace.START.withQuery(search.request().query()))
                            .address(),
                    document.displayTitle());
            link.getElement().setAttribute("dir", "auto");
            Span when = new Span(
                    document.record().date() == null
                            ? "undated"
                            : Wording.date(document.record().date().value()));
            when.addClassName("ev");
            shown.add(new ListItem(link, when));
        });
        if (ids.size() > SHOWN) {
            shown.add(new ListItem("and more: see the results"));
        }
    }

    private NativeButton step(String label, SavedSearch search, int to) {
        NativeButton button = new NativeButton(label, click -> {
            saved.move(access.owner(), search.id(), to);
            show();
        });
        button.setAriaLabel(label + ": " + search.name());
        return button;
    }

    static Span fresh(NewSince fresh) {
        Span said = new Span(
                !fresh.counted()
                        ? "too costly to count what is new"
                        : fresh.documents() == 0
                                ? "nothing new"
                                : fresh.stories() == 0
                                        ? Wording.count(
                                                fresh.documents(),
                                                "new copy of known stories",
                                                "new copies of known stories")
                                        : Wording.count(fresh.stories(), "new story", "new stories") + " in "
                                                + Wording.count(fresh.documents(), "document", "documents"));
        said.addClassName(fresh.stories() > 0 ? "new" : "old");
        return said;
    }

    private void remove(SavedSearch search) {
        saved.remove(access.owner(), search.id());
        show();
        Notices.offer("“" + search.name() + "” deleted.", "Undo", () -> {
            saved.restore(access.owner(), search.id());
            show();
        });
    }

    private void showHistory() {
        past.removeAll();
        boolean kept = history.kept(access.owner());
        List<HistoryEntry> entries = history.last(access.owner());
        H2 heading = new H2("Searches of late");
        NativeButton keep = new NativeButton(kept ? "Stop keeping" : "Keep them again", click -> {
            history.keep(access.owner(), !kept);
            show();
        });
        Div head = new Div(heading, keep);
        head.addClassName("ledger-head");
        if (!entries.isEmpty()) {
            head.add(new NativeButton("Clear", click -> {
                history.clear(access.owner());
                show();
                Notices.say("Cleared.");
            }));
        }
        past.add(head);
        past.add(EmptyStates.small(
                kept ? "Only you see them. The last 200 are kept, on this server alone." : "They are not kept."));
        UnorderedList list = new UnorderedList();
        list.addClassName("past-list");
        entries.forEach(entry -> list.add(past(entry)));
        past.add(list);
    }

    private ListItem past(HistoryEntry entry) {
        String asked = entry.address().startsWith("?") ? entry.address().substring(1) : "";
        Anchor link = new Anchor(entry.address(), Asked.of(engine, SearchPlace.of(QueryParameters.fromString(asked))));
        link.getElement().setAttribute("dir", "auto");
        Span when = new Span(Wording.number(entry.total()) + " · " + Wording.moment(entry.made()));
        when.addClassNames("ev", "num");
        return new ListItem(link, when);
    }
}
