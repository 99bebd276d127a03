package sourcebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;

/// What this is, what a query can say, the keys, the limits, and whose work it stands on.
@Route(value = "about", layout = Shell.class)
final class AboutView extends Div implements HasDynamicTitle {
    AboutView() {
        addClassNames("plain", "about");
        Paragraph what = new Paragraph(
                "Sourcebook is a full-text searchable archive of sources: reports, PDFs, saved articles, letters, mail. Point it at a folder, search by phrase, narrow by country, year and source, read the hit on its page, save the passage as a citation.");
        what.addClassName("lead");
        String version = getClass().getPackage().getImplementationVersion();
        Span number = new Span(version == null ? "development version" : "version " + version);
        number.addClassName("small");
        add(new H1("About"), what, number, query(), keys(), promises(), limits(), parts());
    }

    private static Section query() {
        Paragraph forgives = new Paragraph(
                "Operators are written in capitals. The box forgives what it can and shows under it how it understood the query; each part can be changed there. An empty box shows what the archive holds.");
        return section(
                "query",
                "What a query can say",
                new QueryExamples(
                        query -> new Anchor(SearchPlace.START.withQuery(query).address(), new Code(query))),
                forgives);
    }

    private static Section keys() {
        DescriptionList list = new DescriptionList();
        list.addClassName("syntax");
        key(list, "/", "to the search box; in a document, back to the results");
        key(list, "Enter", "search");
        key(list, "j  k", "next and previous: result in a list, hit in a document");
        key(list, "n  p  g", "in a document: next page, previous page, go to a page");
        key(list, "f", "find in the document");
        key(list, "t  r  +  −", "text or page images, turn, larger, smaller");
        key(list, "c", "cite the selected passage");
        key(list, "?", "in a document: all keys");
        key(list, "Esc", "close what is open");
        return section("keys", "Keys", list);
    }

    private static void key(DescriptionList list, String key, String meaning) {
        DescriptionList.Term term = new DescriptionList.Term();
        term.add(new Code(key));
        list.add(term, new DescriptionList.Description(meaning));
    }

    private static Section promises() {
        UnorderedList list = new UnorderedList(
                new ListItem("A hit in the list is the same hit in the text and in every count."),
                new ListItem("Every file is accounted for: received = indexed + duplicate + skipped + failed."),
                new ListItem(
                        "Every value of a record says where it comes from. What is not known is said to be unknown."),
                new ListItem("Originals are never changed."));
        return section("promises", "What it promises", list);
    }

    private static Section limits() {
        UnorderedList list = new UnorderedList(
                new ListItem(
                        "Copies of a story are told by their wording. Translations are not copies, and a text of a few sentences has none."),
                new ListItem(
                        "Dates, sources and countries are read from the documents by rules and can be wrong; the evidence stands under each value, and you can edit it."),
                new ListItem(
                        "Pages that are pictures need Tesseract to be searched; text read from a picture has mistakes."),
                new ListItem(
                        "Forms of words are joined in the languages that Lucene has rules for; others are found as they are written."),
                new ListItem("References with the same author and year are not told apart (2020a, 2020b)."),
                new ListItem("One archive is open in one program at a time."));
        return section("limits", "Limits", list);
    }

    private static Section parts() {
        DescriptionList list = new DescriptionList();
        list.addClassName("syntax");
        part(list, "Apache Lucene, Tika, PDFBox, POI", "index, reading of files · Apache License 2.0");
        part(list, "Spring Boot, Vaadin Flow with the Aura theme", "server and page · Apache License 2.0");
        part(list, "SQLite, sqlite-jdbc, Flyway", "catalogue · public domain, Apache License 2.0");
        part(list, "ICU4J and CLDR", "names of countries and languages · Unicode License");
        part(list, "jsoup, SLF4J, JSpecify, picocli", "MIT, Apache License 2.0");
        part(list, "citeproc-java", "formatted citations · Apache License 2.0");
        part(list, "Citation Style Language styles and locales", "CC BY-SA 3.0");
        part(list, "Zstandard (zstd-jni)", "compression · BSD");
        part(list, "Apache ECharts", "map · Apache License 2.0");
        part(list, "Natural Earth, as world-atlas carries it", "outlines of countries · public domain, ISC");
        part(list, "Instrument Sans", "typeface · SIL Open Font License 1.1");
        return section("parts", "Whose work it stands on", list);
    }

    private static void part(DescriptionList list, String name, String licence) {
        list.add(new DescriptionList.Term(name), new DescriptionList.Description(licence));
    }

    private static Section section(String id, String title, Component... contents) {
        Section section = new Section(new H2(title));
        section.setId(id);
        section.setAriaLabel(title);
        section.add(contents);
        return section;
    }

    @Override
    public String getPageTitle() {
        return "About · Sourcebook";
    }
}
