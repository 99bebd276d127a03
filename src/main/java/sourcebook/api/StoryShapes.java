package sourcebook.api;

import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.Story;
import sourcebook.catalogue.StoryCopy;
import sourcebook.catalogue.StoryDecision;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON of stories, the same for the REST interface and the command line. Stateless.
public final class StoryShapes {
    private StoryShapes() {}

    /// A story with its copies, the representative first: what each is, how like the representative and what to it.
    public static ObjectNode story(Story story, Catalogue catalogue) {
        ObjectNode json = JsonShapes.object();
        json.put("id", story.id());
        json.put("representative", story.representative().value());
        ArrayNode copies = json.putArray("copies");
        for (StoryCopy copy : story.copies()) {
            catalogue
                    .find(copy.document())
                    .ifPresent(document -> copies.add(DocumentShapes.line(document)
                            .put("similarity", copy.similarity())
                            .put("role", JsonShapes.lower(copy.role()))
                            .put("byPerson", copy.byPerson())));
        }
        return json;
    }

    static ObjectNode decision(StoryDecision decision) {
        ObjectNode json = JsonShapes.object();
        json.put("id", decision.id());
        json.put("kind", JsonShapes.lower(decision.kind()));
        ArrayNode documents = json.putArray("documents");
        decision.documents().forEach(document -> documents.add(document.value()));
        json.put("who", decision.who());
        json.put("when", decision.made().toString());
        json.put("undone", decision.undone());
        return json;
    }
}
