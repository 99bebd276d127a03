package sourcebook.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sourcebook.citation.Citation;
import sourcebook.citation.CitationCollection;
import sourcebook.citation.CitationExport;
import sourcebook.citation.Citations;
import sourcebook.citation.ExportFormat;

/// What was saved: collections on the left, the citations of one of them on the right, ways out above them.
@Route(value = "citations/:collection?([0-9]{1,18})", layout = Shell.class)
final class CitationsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final Citations citations;
    private final CitationExport export;
    private final Nav collections = new Nav();
    private final Section content = new Section();
    private final Choice<ExportFormat> formats;
    private ExportFormat format = ExportFormat.CHICAGO;
    private CitationCollection shown;

    CitationsView(Citations citations, CitationExport export) {
        this.citations = citations;
        this.export = export;
        this.shown = citations.defaultCollection();
        this.formats = new Choice<>("Format", List.of(ExportFormat.values()), ExportFormat::label, this::changeFormat);
        formats.choose(format);
        addClassNames("cols", "citations");
        collections.setAriaLabel("Collections");
        collections.addClassName("collections");
        content.addClassName("found");
        content.setAriaLabel("Citations");
        add(new Div(collections, newCollection()), content);
    }

    private void changeFormat(ExportFormat chosen) {
        format = chosen;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<Long> wanted = event.getRouteParameters().get("collection").map(Long::valueOf);
        Optional<CitationCollection> found =
                wanted.isEmpty() ? Optional.of(citations.defaultCollection()) : citations.collection(wanted.get());
        if (found.isEmpty()) {
            event.rerouteToError(NotFoundException.class, "There is no such collection.");
            return;
        }
        shown = found.get();
        show();
    }

    private void show() {
        shown = citations.collection(shown.id()).orElseGet(citations::defaultCollection);
        showCollections();
        List<Citation> list = citations.list(shown.id());
        content.removeAll();
        content.add(head(list));
        if (list.isEmpty()) {
            Paragraph how = new Paragraph(
                    "Open a document, select the words you need, and choose Cite passage. Or cite a whole document from the list of results.");
            Div empty = new Div(new H2("Nothing is cited here yet"), how, new Anchor("", "To the search"));
            empty.addClassName("empty");
            content.add(empty);
        }
        List<CitationCollection> all = citations.collections();
        list.forEach(citation -> content.add(new CitationCard(citation, all, citations, this::copy, this::show)));
    }

    private void showCollections() {
        collections.removeAll();
        H2 heading = new H2("Collections");
        heading.addClassName("list-heading");
        collections.add(heading);
        for (CitationCollection collection : citations.collections()) {
            Span size = new Span(Wording.number(collection.size()));
            size.addClassName("num");
            Anchor link = new Anchor("citations/" + collection.id(), new Span(collection.name()), size);
            if (collection.id() == shown.id()) {
                link.getElement().setAttribute("aria-current", "page");
            }
            collections.add(link);
        }
    }

    private Div newCollection() {
        TextField name = new TextField();
        name.setAriaLabel("Name of a new collection");
        name.setPlaceholder("New collection");
        name.setMaxLength(200);
        NativeButton make = new NativeButton("Add", click -> {
            try {
                CitationCollection made = citations.createCollection(name.getValue());
                name.clear();
                UI.getCurrentOrThrow().navigate("citations/" + made.id());
            } catch (IllegalArgumentException unusable) {
                name.setErrorMessage(Wording.sentence(unusable));
                name.setInvalid(true);
            }
        });
        make.setAriaLabel("Add the collection");
        Div line = new Div(name, make);
        line.addClassName("new-collection");
        return line;
    }

    private Div head(List<Citation> list) {
        H1 name = new H1(shown.name());
        Span size = new Span(Wording.count(list.size(), "citation", "citations"));
        size.addClassNames("small", "num");
        Div title = new Div(name, size);
        title.addClassName("collection-title");
        Div head = new Div(title);
        head.addClassName("collection-head");
        Div ways = new Div();
        ways.addClassName("ways");
        if (!list.isEmpty()) {
            NativeButton copyAll = new NativeButton("Copy all", click -> copyText(export.export(list, format)));
            Anchor download = new Anchor(download(), "Download");
            download.setRouterIgnore(true);
            ways.add(formats, copyAll, download);
        }
        ways.add(new NativeButton("Rename", click -> rename()));
        if (shown.id() != citations.defaultCollection().id()) {
            ways.add(new NativeButton("Delete collection", click -> delete()));
        }
        head.add(ways);
        return head;
    }

    private DownloadHandler download() {
        return DownloadHandler.fromInputStream(event -> {
            byte[] bytes = export.export(citations.list(shown.id()), format).getBytes(StandardCharsets.UTF_8);
            String name = shown.name().replaceAll("[^\\p{L}\\p{N}]+", "-").toLowerCase(Locale.ROOT);
            return new DownloadResponse(
                    new ByteArrayInputStream(bytes),
                    name + "." + format.fileExtension(),
                    format.mediaType() + ";charset=utf-8",
                    bytes.length);
        });
    }

    private void copy(Citation citation) {
        copyText(export.formatted(citation, format, false));
    }

    private void copyText(String text) {
        getElement().executeJs("window.sourcebook.copy($0)", text);
        Notices.say("Copied as " + format.label() + ".");
    }

    private void rename() {
        new NameDialog(
                        "Rename collection",
                        shown.name(),
                        "Save",
                        name -> citations.renameCollection(shown.id(), name),
                        this::show)
                .open();
    }

    private void delete() {
        CitationCollection gone = shown;
        citations.deleteCollection(gone.id());
        UI ui = UI.getCurrentOrThrow();
        ui.navigate("citations");
        Notices.offer("“" + gone.name() + "” deleted.", "Undo", () -> {
            citations.restoreCollection(gone.id());
            UI.getCurrentOrThrow().navigate("citations/" + gone.id());
        });
    }

    @Override
    public String getPageTitle() {
        return shown.name() + " · Citations · Sourcebook";
    }
}
