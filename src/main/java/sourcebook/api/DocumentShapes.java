package sourcebook.api;

import sourcebook.catalogue.Alike;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentText;
import sourcebook.catalogue.Edit;
import sourcebook.catalogue.Provenance;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON of one document: its record, its text, where its values come from. Stateless.
final class DocumentShapes {
    private DocumentShapes() {}

    /// The record with all that is known beside it, without the text itself.
    static ObjectNode document(CataloguedDocument document, Catalogue catalogue) {
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
        DocumentText text = catalogue.text(document.id()).orElse(DocumentText.NONE);
        JsonShapes.strings(json.putArray("pageLanguages"), text.pageLanguages());
        json.put("furniture", text.furniture());
        json.set("mentions", JsonShapes.mentions(catalogue.mentions(document.id())));
        json.set(
                "story",
                catalogue
                        .stories()
                        .of(document.id())
                        .map(story -> StoryShapes.story(story, catalogue))
                        .orElse(null));
        ArrayNode locations = json.putArray("locations");
        document.locations()
                .forEach(location ->
                        locations.addObject().put("path", location.path()).put("inner", location.inner()));
        JsonShapes.strings(json.putArray("warnings"), document.warnings());
        ArrayNode changes = json.putArray("edits");
        catalogue.edits(document.id()).forEach(edit -> changes.add(edit(edit)));
        return json;
    }

    private static ObjectNode edit(Edit edit) {
        ObjectNode json = JsonShapes.object();
        json.put("batch", edit.batch());
        json.put("field", ApiShapes.key(edit.field()));
        JsonShapes.strings(json.putArray("before"), edit.before());
        JsonShapes.strings(json.putArray("after"), edit.after());
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
        JsonShapes.strings(json.putArray("pageLanguages"), text.pageLanguages());
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
        json.put(
                "language",
                text.pageLanguages().isEmpty() ? null : text.pageLanguages().get(page - 1));
        json.put("text", content);
        return json;
    }

    /// What was ever said about one field, the weakest first.
    static ObjectNode provenance(Provenance provenance) {
        ObjectNode json = JsonShapes.object();
        json.put("field", ApiShapes.key(provenance.field()));
        json.put("known", provenance.known());
        ArrayNode layers = json.putArray("layers");
        for (Provenance.Layer layer : provenance.layers()) {
            ObjectNode one = layers.addObject();
            one.put("kind", JsonShapes.lower(layer.kind()));
            one.put("who", layer.who());
            one.put("when", layer.when() == null ? null : layer.when().toString());
            ArrayNode values = one.putArray("values");
            for (int i = 0; i < layer.values().size(); i++) {
                ObjectNode value =
                        values.addObject().put("value", layer.values().get(i));
                JsonShapes.evidence(value, layer.evidence().get(i));
            }
        }
        return json;
    }

    /// Documents that may need the same correction.
    static ObjectNode alike(Alike alike) {
        ObjectNode json = JsonShapes.object();
        json.put("kind", JsonShapes.lower(alike.kind()));
        json.put("what", alike.what());
        json.put("total", alike.total());
        ArrayNode documents = json.putArray("documents");
        alike.documents().forEach(document -> documents.add(document.value()));
        return json;
    }

    /// One line of a list of documents: what it is, without evidence.
    static ObjectNode line(CataloguedDocument document) {
        ObjectNode json = JsonShapes.object();
        json.put("id", document.id().value());
        json.put("title", document.displayTitle());
        json.put(
                "path",
                document.locations().isEmpty()
                        ? null
                        : document.locations().getFirst().toString());
        var date = document.record().date();
        json.put("date", date == null ? null : date.value().toString());
        json.put("source", document.record().sourceText());
        ArrayNode publishedIn = json.putArray("publishedIn");
        document.record().publishedIn().forEach(country -> publishedIn.add(country.value()));
        return json;
    }
}
