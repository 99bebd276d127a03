package sourcebook.analysis;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.Evidenced;
import sourcebook.citation.CitationExport;
import sourcebook.citation.CitedWork;
import sourcebook.citation.ExportFormat;
import sourcebook.search.Facet;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes the records of an export one by one.
final class RecordWriter {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String BETWEEN = "; ";
    private static final List<String> COLUMNS = List.of(
            "id",
            "title",
            "creators",
            "date",
            "source",
            "countries",
            "publishedIn",
            "language",
            "type",
            "pages",
            "hits",
            "path",
            "url",
            "story");

    private final RecordFormat format;
    private final List<String> custom;
    private final CitationExport references = new CitationExport();

    /// @param custom columns of sidecars
    RecordWriter(RecordFormat format, List<String> custom) {
        this.format = format;
        this.custom = custom;
    }

    /// What a record has, in the order of CSV. A sidecar's column that is called as one of these gets a prefix.
    List<String> columns() {
        List<String> columns = new ArrayList<>(COLUMNS);
        for (String column : custom) {
            columns.add(COLUMNS.contains(column) ? Facet.custom(column).parameter() : column);
        }
        return columns;
    }

    void head(Writer out) throws IOException {
        if (format == RecordFormat.CSV) {
            out.write(Csv.line(columns()));
        }
    }

    void record(Writer out, CataloguedDocument document, int hits) throws IOException {
        switch (format) {
            case CSV -> out.write(Csv.line(cells(document, hits)));
            case JSONL -> out.write(JSON.writeValueAsString(json(document, hits)) + "\n");
            case BIBTEX -> out.write(reference(document, ExportFormat.BIBTEX));
            case RIS -> out.write(reference(document, ExportFormat.RIS));
        }
    }

    private String reference(CataloguedDocument document, ExportFormat as) {
        return references.entry(document.id(), CitedWork.of(document.record(), path(document)), as);
    }

    private List<String> cells(CataloguedDocument document, int hits) {
        DocumentRecord record = document.record();
        List<String> cells = new ArrayList<>(List.of(
                document.id().value(),
                document.displayTitle(),
                joined(record.creators()),
                text(record.date()),
                text(record.source()),
                joined(record.about()),
                joined(record.publishedIn()),
                text(record.language()),
                text(record.type()),
                Integer.toString(document.pages()),
                Integer.toString(hits),
                path(document),
                text(record.url()),
                document.story() == null ? "" : document.story()));
        custom.forEach(column -> cells.add(text(record.custom().get(column))));
        return cells;
    }

    private static ObjectNode json(CataloguedDocument document, int hits) {
        DocumentRecord record = document.record();
        ObjectNode json = JSON.createObjectNode();
        json.put("id", document.id().value());
        json.put("title", document.displayTitle());
        array(json.putArray("creators"), record.creators());
        json.put("date", value(record.date()));
        json.put("source", value(record.source()));
        array(json.putArray("countries"), record.about());
        array(json.putArray("publishedIn"), record.publishedIn());
        json.put("language", value(record.language()));
        json.put("type", value(record.type()));
        json.put("pages", document.pages());
        json.put("hits", hits);
        json.put("path", path(document));
        json.put("url", value(record.url()));
        json.put("story", document.story());
        ObjectNode own = json.putObject("custom");
        for (Map.Entry<String, Evidenced<String>> entry : new TreeMap<>(record.custom()).entrySet()) {
            own.put(entry.getKey(), entry.getValue().value());
        }
        return json;
    }

    private static String path(CataloguedDocument document) {
        return document.locations().isEmpty()
                ? ""
                : document.locations().getFirst().toString();
    }

    private static @Nullable String value(@Nullable Evidenced<?> value) {
        return value == null ? null : value.value().toString();
    }

    private static String text(@Nullable Evidenced<?> value) {
        return value == null ? "" : value.value().toString();
    }

    private static String joined(List<Evidenced<String>> values) {
        return String.join(BETWEEN, values.stream().map(Evidenced::value).toList());
    }

    private static void array(ArrayNode array, List<Evidenced<String>> values) {
        values.forEach(value -> array.add(value.value()));
    }
}
