package sourcebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sourcebook.search.SearchEngine;

/// The layout of every view: name, ways, number of documents, theme; then the view.
@JsModule("context://frontend/sourcebook.js")
final class Shell extends Div implements RouterLayout, AfterNavigationObserver {
    /// Views that one comes to from a search.
    private static final Set<String> OF_SEARCH = Set.of("document", "concordance", "collocates", "compare");

    private final SearchEngine engine;
    private final Span documents = new Span();
    private final Main main = new Main();
    private final Map<String, Anchor> ways = new LinkedHashMap<>();

    Shell(SearchEngine engine) {
        this.engine = engine;
        addClassName("shell");
        Anchor skip = new Anchor("#main", "Skip to the content");
        skip.addClassName("skip");
        skip.setRouterIgnore(true);
        main.setId("main");
        main.getElement().setAttribute("tabindex", "-1");
        add(skip, header(), main);
    }

    private Header header() {
        Anchor name = new Anchor("", "Sourcebook");
        name.addClassName("brand");
        Nav nav = new Nav();
        nav.setAriaLabel("Main");
        way(nav, "", "Search");
        way(nav, "saved", "Saved");
        way(nav, "count", "Count");
        way(nav, "citations", "Citations");
        way(nav, "archive", "Archive");
        way(nav, "weak", "Weak values");
        way(nav, "about", "About");
        documents.addClassNames("num", "documents");
        NativeButton theme = new NativeButton();
        theme.addClassName("theme");
        theme.setAriaLabel("Theme");
        theme.getElement().setAttribute("data-action", "theme");
        Div end = new Div(documents, theme);
        end.addClassName("end");
        Header header = new Header(name, nav, end);
        header.addClassName("bar");
        return header;
    }

    private void way(Nav nav, String address, String label) {
        Anchor way = new Anchor(address, label);
        ways.put(address, way);
        nav.add(way);
    }

    @Override
    public void showRouterLayoutContent(@Nullable HasElement content) {
        main.removeAll();
        if (content != null) {
            main.add(content.getElement()
                    .getComponent()
                    .map(Component.class::cast)
                    .orElseThrow());
        }
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement oldContent) {
        main.removeAll();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String first = event.getLocation().getFirstSegment();
        boolean ofSearch = OF_SEARCH.contains(first);
        String here = ofSearch ? "" : first;
        ways.forEach((address, way) -> {
            if (address.equals(here)) {
                way.getElement().setAttribute("aria-current", ofSearch ? "true" : "page");
            } else {
                way.getElement().removeAttribute("aria-current");
            }
        });
        refreshCount();
    }

    /// Shows how many documents there are now.
    void refreshCount() {
        documents.setText(Wording.count(engine.size(), "document", "documents"));
    }

    static void refreshCount(UI ui) {
        ui.getInternals().getActiveRouterTargetsChain().stream()
                .filter(Shell.class::isInstance)
                .map(Shell.class::cast)
                .forEach(Shell::refreshCount);
    }
}
