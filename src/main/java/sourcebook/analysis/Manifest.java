package sourcebook.analysis;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import sourcebook.search.SearchRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What an export holds and how it came about, so that the same search can be asked again and compared.
///
/// @param version of the program
/// @param archive which one it was, see [ArchiveIdentity]; empty when that is not known
/// @param sequence of the last change that the index held
/// @param understoodAs the query as it was read
/// @param columns of the records, in the order of CSV
/// @param documents numbers of all matching documents, whatever is counted; see
///     [sourcebook.catalogue.DocumentNumbers]. Not to be changed
public record Manifest(
        String version,
        Instant made,
        String archive,
        long sequence,
        SearchRequest request,
        String understoodAs,
        List<String> notes,
        RecordFormat format,
        List<String> columns,
        Counts counts,
        BitSet documents) {
    private static final JsonMapper JSON = JsonMapper.shared();

    public Manifest {
        notes = List.copyOf(notes);
        columns = List.copyOf(columns);
    }

    /// What was exported.
    ///
    /// @param records that were written: documents, or stories where stories are counted
    /// @param copies matching documents, whatever is counted
    /// @param hits in the records
    public record Counts(long records, long copies, long stories, long hits) {}

    public String json() {
        ObjectNode json = JSON.createObjectNode();
        json.put("program", "Sourcebook");
        json.put("version", version);
        json.put("made", made.toString());
        RequestJson.write(json, request);
        json.put("understoodAs", understoodAs);
        strings(json.putArray("notes"), notes);
        json.putObject("archive").put("id", archive).put("sequence", sequence);
        json.putObject("counts")
                .put("records", counts.records())
                .put("copies", counts.copies())
                .put("stories", counts.stories())
                .put("hits", counts.hits());
        json.put("format", format.key());
        strings(json.putArray("columns"), columns);
        json.put("documents", Base64.getEncoder().encodeToString(DocumentSet.pack(documents)));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }

    /// @throws IllegalArgumentException with a sentence when this is no manifest
    public static Manifest read(String text) {
        JsonNode json;
        try {
            json = JSON.readTree(text);
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException("The manifest is not JSON.", unreadable);
        }
        if (json == null
                || !json.isObject()
                || !json.path("archive").isObject()
                || !json.path("documents").isString()) {
            throw new IllegalArgumentException("This is not the manifest of an export.");
        }
        JsonNode counts = json.path("counts");
        try {
            return new Manifest(
                    json.path("version").asString(""),
                    Instant.parse(json.path("made").asString("")),
                    json.path("archive").path("id").asString(""),
                    json.path("archive").path("sequence").asLong(0),
                    RequestJson.read(json),
                    json.path("understoodAs").asString(""),
                    strings(json.path("notes")),
                    RecordFormat.ofKey(json.path("format").asString("")).orElse(RecordFormat.CSV),
                    strings(json.path("columns")),
                    new Counts(
                            counts.path("records").asLong(0),
                            counts.path("copies").asLong(0),
                            counts.path("stories").asLong(0),
                            counts.path("hits").asLong(0)),
                    documents(json.path("documents").asString("")));
        } catch (DateTimeException undated) {
            throw new IllegalArgumentException("The manifest does not say when it was made.", undated);
        }
    }

    private static BitSet documents(String packed) {
        try {
            return DocumentSet.unpack(Base64.getDecoder().decode(packed));
        } catch (IllegalArgumentException spoilt) {
            throw new IllegalArgumentException("The manifest's set of documents cannot be read.", spoilt);
        }
    }

    private static void strings(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }

    private static List<String> strings(JsonNode array) {
        List<String> values = new ArrayList<>();
        array.forEach(value -> values.add(value.asString("")));
        return values;
    }
}
