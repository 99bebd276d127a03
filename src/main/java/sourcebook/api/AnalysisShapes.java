package sourcebook.api;

import sourcebook.analysis.BatchRow;
import sourcebook.analysis.BatchRun;
import sourcebook.analysis.Collocate;
import sourcebook.analysis.CollocateTable;
import sourcebook.analysis.ConcordancePage;
import sourcebook.analysis.ConcordanceRow;
import sourcebook.analysis.HistoryEntry;
import sourcebook.analysis.Manifest;
import sourcebook.analysis.NewSince;
import sourcebook.analysis.Repetition;
import sourcebook.analysis.SavedSearch;
import sourcebook.search.SearchRequest;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON of what is made of many hits or many searches: the same over HTTP and on the command line. Stateless.
public final class AnalysisShapes {
    private AnalysisShapes() {}

    /// One line of a concordance. `before` and `after` are in reading order, for texts from right to left too.
    public static ObjectNode row(ConcordanceRow row, SearchRequest request) {
        ObjectNode json = JsonShapes.object();
        if (row.group() != null) {
            json.put("group", row.group());
        }
        json.put("id", row.document().value());
        json.put("title", row.title());
        json.put("date", row.date());
        json.put("source", row.source());
        JsonShapes.strings(json.putArray("countries"), row.countries());
        json.put("path", row.path());
        json.put("page", row.page());
        json.put("layer", JsonShapes.lower(row.layer()));
        json.put("before", row.before());
        json.put("hit", row.hit());
        json.put("after", row.after());
        json.put("start", row.start());
        json.put("end", row.end());
        json.put("address", PageAddress.of(row, request));
        return json;
    }

    public static ObjectNode concordance(ConcordancePage page, SearchRequest request) {
        ObjectNode json = JsonShapes.object();
        json.put("query", request.query());
        JsonShapes.strings(json.putArray("notes"), page.notes());
        json.put("lines", page.lines());
        json.put("hits", page.hits());
        json.put("documents", page.documents());
        ArrayNode groups = json.putArray("groups");
        page.groups()
                .forEach(group -> groups.addObject()
                        .put("value", group.value())
                        .put("label", group.label())
                        .put("hits", group.hits())
                        .put("documents", group.documents()));
        ArrayNode rows = json.putArray("rows");
        page.rows().forEach(row -> rows.add(row(row, request)));
        return json;
    }

    public static ObjectNode collocates(CollocateTable table, SearchRequest request) {
        ObjectNode json = JsonShapes.object();
        json.put("query", request.query());
        JsonShapes.strings(json.putArray("notes"), table.notes());
        json.put("found", table.found());
        json.put("hits", table.hits());
        json.put("documents", table.documents());
        json.put("window", table.window());
        json.put("words", table.words());
        json.put("within", table.narrowed() ? "selection" : "archive");
        ArrayNode rows = json.putArray("collocates");
        for (Collocate row : table.rows()) {
            rows.addObject()
                    .put("word", row.word())
                    .put("together", row.together())
                    .put("frequency", row.frequency())
                    .put("expected", row.expected())
                    .put("logLikelihood", row.logLikelihood())
                    .put("logDice", row.logDice())
                    .put("functionWord", row.functionWord());
        }
        return json;
    }

    /// What one query of a list found.
    public static ObjectNode row(BatchRow row, SearchRequest template) {
        ObjectNode json = JsonShapes.object();
        json.put("id", row.id());
        json.put("query", row.query());
        json.put("understoodAs", row.understoodAs());
        JsonShapes.strings(json.putArray("notes"), row.notes());
        json.put("total", row.total());
        json.put("copies", row.copies());
        json.put("stories", row.stories());
        json.put("hitCount", row.hits());
        json.put("incomplete", row.incomplete());
        json.put("address", PageAddress.of(row, template));
        return json;
    }

    static ObjectNode run(BatchRun run, int offset, int limit) {
        ObjectNode json = JsonShapes.object();
        json.put("id", run.id());
        json.put("state", JsonShapes.lower(run.state()));
        json.put("problem", run.problem());
        json.put("done", run.rows());
        json.put("total", run.size());
        json.put("offset", offset);
        ArrayNode rows = json.putArray("rows");
        run.rows(offset, limit).forEach(row -> rows.add(row(row, run.request())));
        return json;
    }

    public static ObjectNode repetition(Repetition repetition) {
        ObjectNode json = JsonShapes.object();
        Manifest before = repetition.before();
        json.put("sentence", repetition.sentence());
        json.put("made", before.made().toString());
        json.put("query", before.request().query());
        json.put("sameArchive", repetition.sameArchive());
        json.put("documentsThen", before.counts().copies());
        json.put("documents", repetition.documents());
        json.put("added", repetition.added());
        json.put("changed", repetition.changed());
        json.put("gone", repetition.gone());
        json.put("address", PageAddress.of(before.request()));
        return json;
    }

    /// A search that is kept, with what is new.
    public static ObjectNode search(SavedSearch search, NewSince found) {
        ObjectNode json = JsonShapes.object();
        json.put("id", search.id());
        json.put("name", search.name());
        json.put("query", search.request().query());
        json.put("address", search.address());
        json.put("created", search.created().toString());
        json.put("looked", search.looked().toString());
        json.put("newDocuments", found.documents());
        json.put("newStories", found.stories());
        json.put("counted", found.counted());
        json.put("feed", "/api/feeds/" + search.token());
        return json;
    }

    static ObjectNode entry(HistoryEntry entry) {
        return JsonShapes.object()
                .put("query", entry.query())
                .put("address", entry.address())
                .put("total", entry.total())
                .put("made", entry.made().toString());
    }
}
