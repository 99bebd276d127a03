package sourcebook.api;

import java.util.List;
import java.util.Locale;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentText;
import sourcebook.catalogue.Edit;
import sourcebook.catalogue.LedgerTotals;
import sourcebook.catalogue.RecordField;
import sourcebook.citation.Citation;
import sourcebook.citation.CitationCollection;
import sourcebook.citation.CitedWork;
import sourcebook.citation.Passage;
import sourcebook.ingest.Progress;
import sourcebook.search.Hit;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON of what only the REST interface gives; the rest is in [JsonShapes]. Stateless.
final class ApiShapes {
    private ApiShapes() {}

    /// The name of a field in JSON: `publishedIn`.
    static String key(RecordField field) {
        return switch (field) {
            case TITLE -> "title";
            case CREATORS -> "creators";
            case DATE -> "date";
            case SOURCE -> "source";
            case ABOUT -> "about";
            case PUBLISHED_IN -> "publishedIn";
            case LANGUAGE -> "language";
            case TYPE -> "type";
            case URL -> "url";
        };
    }

    static ObjectNode document(CataloguedDocument document, List<Edit> edits) {
        ObjectNode json = JsonShapes.object();
        json.put("id", document.id().value());
        json.put("shortId", document.id().shortForm());
        json.put("displayTitle", document.displayTitle());
        json.put("mediaType", document.mediaType());
        json.put("size", document.size());
        json.put("added", document.added().toString());
        json.put("present", document.present());
        json.put("pages", document.pages());
        json.put("withoutText", document.withoutText());
        json.put("textFromOcr", document.textFromOcr());
        var language = document.record().language();
        json.put("language", language == null ? null : language.value());
        JsonShapes.record(json, document.record());
        ArrayNode locations = json.putArray("locations");
        document.locations()
                .forEach(location ->
                        locations.addObject().put("path", location.path()).put("inner", location.inner()));
        strings(json.putArray("warnings"), document.warnings());
        ArrayNode changes = json.putArray("edits");
        edits.forEach(edit -> changes.add(edit(edit)));
        return json;
    }

    private static ObjectNode edit(Edit edit) {
        ObjectNode json = JsonShapes.object();
        json.put("batch", edit.batch());
        json.put("field", key(edit.field()));
        strings(json.putArray("before"), edit.before());
        strings(json.putArray("after"), edit.after());
        json.put("who", edit.who());
        json.put("when", edit.when().toString());
        json.put("undone", edit.undone());
        return json;
    }

    static ObjectNode text(CataloguedDocument document, DocumentText text) {
        ObjectNode json = JsonShapes.object();
        json.put("id", document.id().value());
        json.put("pages", text.pages());
        json.put("bodyStart", text.bodyStart());
        ArrayNode starts = json.putArray("pageStarts");
        text.pageStarts().forEach(starts::add);
        json.put("text", text.text());
        json.put("furniture", text.furniture());
        return json;
    }

    /// @param page 1-based
    static ObjectNode page(CataloguedDocument document, DocumentText text, int page) {
        ObjectNode json = JsonShapes.object();
        String content = text.page(page);
        int start = text.pageStarts().get(page - 1);
        json.put("id", document.id().value());
        json.put("page", page);
        json.put("pages", text.pages());
        json.put("start", start);
        json.put("end", start + content.length());
        json.put("text", content);
        return json;
    }

    static ObjectNode hits(CataloguedDocument document, String query, List<Hit> hits) {
        ObjectNode json = JsonShapes.object();
        json.put("id", document.id().value());
        json.put("query", query);
        json.put("hitCount", hits.size());
        ArrayNode array = json.putArray("hits");
        hits.forEach(hit -> array.addObject()
                .put("start", hit.start())
                .put("end", hit.end())
                .put("page", hit.page()));
        return json;
    }

    static ObjectNode progress(Progress progress, LedgerTotals totals) {
        ObjectNode json = JsonShapes.object();
        json.put("running", progress.running());
        json.put("done", progress.done());
        json.put("total", progress.total());
        json.put("perSecond", progress.perSecond());
        json.put("secondsLeft", progress.left() == null ? null : progress.left().toSeconds());
        strings(json.putArray("current"), progress.current());
        json.set("ledger", JsonShapes.totals(totals));
        return json;
    }

    static ObjectNode collection(CitationCollection collection) {
        return JsonShapes.object()
                .put("id", collection.id())
                .put("name", collection.name())
                .put("created", collection.created().toString())
                .put("size", collection.size());
    }

    static ObjectNode citation(Citation citation) {
        ObjectNode json = JsonShapes.object();
        json.put("id", citation.id());
        json.put("document", citation.document().value());
        json.put("collection", citation.collectionId());
        Passage passage = citation.passage();
        if (passage == null) {
            json.putNull("passage");
        } else {
            json.putObject("passage")
                    .put("quote", passage.quote())
                    .put("start", passage.start())
                    .put("end", passage.end())
                    .put("pageFrom", passage.pageFrom())
                    .put("pageTo", passage.pageTo());
        }
        json.put("locator", citation.locator());
        json.put("note", citation.note());
        CitedWork work = citation.work();
        json.put("title", work.title());
        strings(json.putArray("creators"), work.creators());
        json.put("date", work.date() == null ? null : work.date().toString());
        json.put("source", work.source());
        json.put("url", work.url());
        json.put("type", work.type());
        json.put("language", work.language());
        json.put("path", work.path());
        json.put("created", citation.created().toString());
        json.put("changed", citation.changed().toString());
        return json;
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static void strings(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }
}
