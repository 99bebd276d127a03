package sourcebook.api;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.LedgerTotals;
import sourcebook.catalogue.RecordField;
import sourcebook.citation.Citation;
import sourcebook.citation.CitationCollection;
import sourcebook.citation.CitedWork;
import sourcebook.citation.Passage;
import sourcebook.ingest.Progress;
import sourcebook.search.FoundHits;
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

    /// The field of a name in JSON.
    static RecordField field(String name) {
        return Arrays.stream(RecordField.values())
                .filter(field -> key(field).equals(name))
                .findFirst()
                .orElseThrow(() -> new BadRequest("There is no field “" + name + "”; there are " + fields() + "."));
    }

    /// All names of fields.
    static String fields() {
        return Arrays.stream(RecordField.values()).map(ApiShapes::key).collect(Collectors.joining(", "));
    }

    static ObjectNode hits(CataloguedDocument document, String query, FoundHits found) {
        List<Hit> hits = found.hits();
        ObjectNode json = JsonShapes.object();
        json.put("id", document.id().value());
        json.put("query", query);
        json.put("hitCount", hits.size());
        json.put("incomplete", found.incomplete());
        ArrayNode array = json.putArray("hits");
        hits.forEach(hit -> array.addObject()
                .put("start", hit.start())
                .put("end", hit.end())
                .put("page", hit.page())
                .put("layer", JsonShapes.lower(hit.layer())));
        return json;
    }

    static ObjectNode progress(Progress progress, LedgerTotals totals) {
        ObjectNode json = JsonShapes.object();
        json.put("running", progress.running());
        json.put("done", progress.done());
        json.put("total", progress.total());
        json.put("perSecond", progress.perSecond());
        json.put("secondsLeft", progress.left() == null ? null : progress.left().toSeconds());
        JsonShapes.strings(json.putArray("current"), progress.current());
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
        JsonShapes.strings(json.putArray("creators"), work.creators());
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
}
