package sourcebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import sourcebook.access.Access;
import sourcebook.analysis.NewSince;
import sourcebook.analysis.SavedSearch;
import sourcebook.analysis.SavedSearches;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.Ledger;
import sourcebook.catalogue.LedgerEntry;
import sourcebook.catalogue.Outcome;
import sourcebook.search.Facet;
import sourcebook.search.FacetValue;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchResult;
import sourcebook.search.Sort;

/// What the archive holds: the page to begin at, for who does not know yet what to ask. Every figure is a search.
@org.springframework.stereotype.Component
final class Holdings {
    private static final int LATEST = 6;

    /// A batch that is read anew fills the end of the ledger; so far back new documents are looked for.
    private static final int LOOKED_AT = 60;

    private final SearchEngine engine;
    private final Catalogue catalogue;
    private final Ledger ledger;

    private final SavedSearches saved;
    private final Access access;

    Holdings(SearchEngine engine, Catalogue catalogue, Ledger ledger, SavedSearches saved, Access access) {
        this.saved = saved;
        this.access = access;
        this.engine = engine;
        this.catalogue = catalogue;
        this.ledger = ledger;
    }

    Div shown(SearchPlace place, Consumer<SearchPlace> go) {
        SearchResult result = engine.search(place.request(0, 0).withPage(0, 0));
        Div holdings = new Div(figures(place, result, go));
        holdings.addClassName("holdings");
        List<SavedSearch> searches = saved.list(access.owner());
        if (!searches.isEmpty()) {
            holdings.add(kept(searches));
        }
        holdings.add(years(place, result, go), lists(place, result, go));
        List<CataloguedDocument> latest = latest();
        if (!latest.isEmpty()) {
            holdings.add(additions(latest));
        }
        return holdings;
    }

    private Section figures(SearchPlace place, SearchResult result, Consumer<SearchPlace> go) {
        Section figures = new Section(new H2("What the archive holds"));
        figures.setAriaLabel("What the archive holds");
        figures.addClassName("figures");
        Div sums = new Div();
        sums.addClassNames("holding-sums", "num");
        sums.add(sum(
                result.copies(),
                "document",
                "documents",
                place.withStories(false).withSort(Sort.NEWEST)));
        if (result.stories() < result.copies()) {
            sums.add(sum(
                    result.stories(),
                    "story",
                    "stories",
                    place.withStories(true).withSort(Sort.NEWEST)));
        }
        sums.add(
                number(catalogue.pages(), "page", "pages"),
                number(known(result, Facet.COUNTRY), "country", "countries"),
                number(known(result, Facet.SOURCE), "source", "sources"),
                number(known(result, Facet.LANGUAGE), "language", "languages"));
        figures.add(sums);
        if (place.stories() || result.stories() < result.copies()) {
            Counting counting = new Counting(stories -> go.accept(place.withStories(stories)));
            counting.choose(place.stories());
            figures.add(counting);
        }
        return figures;
    }

    private static long known(SearchResult result, Facet facet) {
        return result.facets().getOrDefault(facet, List.of()).stream()
                .filter(value -> !value.value().equals(Facet.UNKNOWN))
                .count();
    }

    private static Anchor sum(long number, String one, String many, SearchPlace to) {
        Anchor sum = new Anchor(to.address());
        sum.add(figure(number), new Span(number == 1 ? one : many));
        sum.addClassName("holding-sum");
        return sum;
    }

    private static Span number(long number, String one, String many) {
        Span sum = new Span(figure(number), new Span(number == 1 ? one : many));
        sum.addClassName("holding-sum");
        sum.setVisible(number > 0);
        return sum;
    }

    private static Span figure(long number) {
        Span figure = new Span(Wording.number(number));
        figure.addClassName("figure");
        return figure;
    }

    private static YearBlock years(SearchPlace place, SearchResult result, Consumer<SearchPlace> go) {
        YearBlock years = new YearBlock(go);
        years.addClassName("holding-years");
        years.show(place, result);
        return years;
    }

    private Div lists(SearchPlace place, SearchResult result, Consumer<SearchPlace> go) {
        Div lists = new Div();
        lists.addClassName("holding-lists");
        FacetOrder order = FacetOrder.ofRequest();
        for (Facet facet : order.arranged(engine.facets())) {
            if (order.shows(facet) && !facet.equals(Facet.YEAR)) {
                FacetList list = new FacetList(facet, value -> go.accept(place.toggled(facet, value)));
                if (CountryMap.canShow(facet)) {
                    list.offerMap(() -> go.accept(place.withMap(facet)));
                }
                List<FacetValue> values = result.facets().getOrDefault(facet, List.of());
                list.show(values, place);
                lists.add(list);
            }
        }
        return lists;
    }

    private Section kept(List<SavedSearch> searches) {
        UnorderedList list = new UnorderedList();
        for (SavedSearch search : searches) {
            Anchor name = new Anchor(search.address(), search.name());
            name.getElement().setAttribute("dir", "auto");
            NewSince fresh = saved.newSince(search);
            Span news = new Span(
                    fresh.stories() > 0
                            ? Wording.number(fresh.stories()) + " new"
                            : fresh.documents() > 0
                                    ? Wording.count(fresh.documents(), "new copy", "new copies")
                                    : fresh.counted() ? "nothing new" : "too costly to count");
            news.addClassNames(fresh.stories() > 0 ? "fresh" : "small", "num");
            list.add(new ListItem(name, news));
        }
        Section kept = new Section(new H2(new Anchor("saved", "Saved searches")), list);
        kept.setAriaLabel("Saved searches");
        kept.addClassName("kept");
        return kept;
    }

    private List<CataloguedDocument> latest() {
        return ledger.entries(Outcome.INDEXED, "", 0, LOOKED_AT).stream()
                .map(LedgerEntry::document)
                .distinct()
                .flatMap(id -> Optional.ofNullable(id).flatMap(catalogue::find).stream())
                .sorted(Comparator.comparing(CataloguedDocument::added)
                        .reversed()
                        .thenComparing(CataloguedDocument::id))
                .limit(LATEST)
                .toList();
    }

    private static Section additions(List<CataloguedDocument> latest) {
        List<Component> items = new ArrayList<>();
        for (CataloguedDocument document : latest) {
            Anchor title = new Anchor(
                    DocumentPlace.of(document.id().shortForm(), SearchPlace.START)
                            .address(),
                    document.displayTitle());
            title.addClassName("title");
            Span when = new Span(Wording.moment(document.added()));
            when.addClassNames("small", "num");
            ListItem item = new ListItem(title, when);
            item.getElement().setAttribute("dir", "auto");
            items.add(item);
        }
        OrderedList list = new OrderedList();
        list.add(items);
        Section additions = new Section(new H2("Latest additions"), list);
        additions.setAriaLabel("Latest additions");
        additions.addClassName("additions");
        return additions;
    }
}
