package sourcebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.Confidence;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.Evidence;
import sourcebook.catalogue.Evidenced;

/// A record for reading: each value with where it comes from, the unknown said to be unknown.
final class RecordPanel extends Div {
    private final DescriptionList list = new DescriptionList();

    /// @param place whose address a country's mentions are reached by
    /// @param mentions how many places of the text name each country
    /// @param pageLanguages languages of the pages where they differ, empty otherwise
    RecordPanel(
            CataloguedDocument document,
            DocumentPlace place,
            Map<String, Integer> mentions,
            List<String> pageLanguages,
            Runnable edit,
            Runnable cite) {
        DocumentRecord record = document.record();
        H2 title = new H2(document.displayTitle());
        title.addClassName("doc-title");
        title.getElement().setAttribute("dir", "auto");
        add(title);
        Evidenced<String> titled = record.title();
        Div titleEvidence = new Div(
                titled == null ? evidence("no title found; this is the file’s name") : evidence(List.of(titled)));
        titleEvidence.addClassName("title-evidence");
        add(titleEvidence);

        list.addClassName("rec");
        row("Creators", record.creators(), Function.identity(), "; ");
        row("Source", one(record.source()), Function.identity(), "");
        row("Date", one(record.date()), Wording::date, "");
        about(record.about(), place, mentions);
        row("Published in", record.publishedIn(), Wording::country, ", ");
        row("Language", one(record.language()), Wording::language, "");
        if (!pageLanguages.isEmpty()) {
            row("", List.of(evidence(Wording.pageLanguages(pageLanguages))));
        }
        row("Type", one(record.type()), Function.identity(), "");
        Evidenced<String> url = record.url();
        if (url != null) {
            row("Address", List.of(address(url.value()), evidence(List.of(url))));
        }
        new TreeMap<>(record.custom()).forEach((name, value) -> row(name, List.of(value), Function.identity(), ""));
        row("Original", List.of(original(document)));
        add(list);
        NativeButton editButton = new NativeButton("Edit record", click -> edit.run());
        NativeButton citeButton = new NativeButton("Cite document", click -> cite.run());
        Div actions = new Div(editButton, citeButton);
        actions.addClassName("actions");
        add(actions);
        warnings(document);
    }

    /// Each country with its evidence; a click marks where the text names it.
    private void about(List<Evidenced<String>> countries, DocumentPlace place, Map<String, Integer> mentions) {
        if (countries.isEmpty()) {
            row("About", countries, Wording::country, "");
            return;
        }
        Div all = new Div();
        all.addClassName("countries");
        for (Evidenced<String> country : countries) {
            String code = country.value();
            int count = mentions.getOrDefault(code, 0);
            boolean shown = code.equals(place.mentions());
            Div one = new Div();
            if (count > 0) {
                Anchor link = new Anchor(place.withMentions(shown ? null : code).address(), Wording.country(code));
                link.setTitle(shown ? "Back to the query’s hits" : "Mark where the text names it");
                link.getElement().setAttribute("aria-current", Boolean.toString(shown));
                one.add(link);
            } else {
                one.add(new Span(Wording.country(code)));
            }
            one.add(counted(country.evidence()));
            all.add(one);
        }
        row("About", List.of(all));
    }

    /// What the count of mentions says; the rule's name says nothing more.
    private static Span counted(Evidence evidence) {
        Span line = evidence(evidence.text().isEmpty() ? evidence.rule() : evidence.text());
        if (evidence.confidence() == Confidence.LOW) {
            line.add(unsure());
        }
        return line;
    }

    private static Component original(CataloguedDocument document) {
        Div original = new Div(new Span(Wording.format(document.mediaType()) + ", " + Wording.size(document.size())));
        document.locations().forEach(location -> {
            Span place = new Span(location.toString());
            place.addClassNames("ev", "path");
            original.add(place);
        });
        if (!document.present()) {
            Span gone = new Span("no longer in the archive’s folder");
            gone.addClassNames("ev", "warn");
            original.add(gone);
        }
        return original;
    }

    private void warnings(CataloguedDocument document) {
        UnorderedList warnings = new UnorderedList();
        String withoutText = document.withoutText();
        if (withoutText != null) {
            warnings.add(new ListItem("Without text: " + withoutText + "."));
        }
        if (document.textFromOcr()) {
            warnings.add(new ListItem("The text was read from a picture (OCR); check it before you quote it."));
        }
        document.warnings().forEach(warning -> warnings.add(new ListItem(warning)));
        if (warnings.getChildren().findAny().isPresent()) {
            Div block = new Div(new H2("Worth knowing"), warnings);
            block.addClassNames("block-list", "warnings");
            add(block);
        }
    }

    private <T> void row(String label, List<Evidenced<T>> values, Function<T, String> words, String between) {
        if (values.isEmpty()) {
            Span unknown = new Span("unknown");
            unknown.addClassName("unknown");
            row(label, List.of(unknown));
            return;
        }
        Span value = new Span(values.stream().map(Evidenced::value).map(words).collect(Collectors.joining(between)));
        value.getElement().setAttribute("dir", "auto");
        row(label, List.of(value, evidence(values)));
    }

    private void row(String label, List<Component> contents) {
        list.add(new DescriptionList.Term(label), new DescriptionList.Description(contents.toArray(Component[]::new)));
    }

    private static Component address(String url) {
        boolean web = url.startsWith("https://") || url.startsWith("http://");
        if (!web) {
            return new Span(url);
        }
        Anchor link = new Anchor(url, url);
        link.getElement().setAttribute("rel", "noopener noreferrer nofollow").setAttribute("target", "_blank");
        link.addClassName("path");
        return link;
    }

    /// The evidence of several values in one line, each rule once.
    private static <T> Span evidence(List<Evidenced<T>> values) {
        Set<String> said = new LinkedHashSet<>();
        boolean unsure = false;
        for (Evidenced<T> value : values) {
            Evidence evidence = value.evidence();
            said.add(evidence.describe());
            unsure |= evidence.confidence() == Confidence.LOW;
        }
        Span line = evidence(String.join("; ", said));
        if (unsure) {
            line.add(unsure());
        }
        return line;
    }

    private static Span unsure() {
        Span doubt = new Span("unsure");
        doubt.addClassName("unsure");
        return doubt;
    }

    private static Span evidence(String said) {
        Span line = new Span(said);
        line.addClassName("ev");
        line.getElement().setAttribute("dir", "auto");
        return line;
    }

    private static <T> List<Evidenced<T>> one(@Nullable Evidenced<T> value) {
        return value == null ? List.of() : List.of(value);
    }
}
