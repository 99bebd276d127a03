package sourcebook.catalogue;

import java.time.Instant;
import java.util.List;

/// What a person decided about documents and their stories. Later decisions overrule earlier ones.
public record StoryDecision(long id, Kind kind, List<DocumentId> documents, String who, Instant made, boolean undone) {
    public StoryDecision {
        documents = List.copyOf(documents);
    }

    /// What was decided.
    public enum Kind {
        /// The documents tell one story, whatever their texts are.
        JOIN,
        /// The documents belong to no story but their own, together where their texts are copies; nothing that arrives
        /// later joins them but a person's decision.
        SPLIT
    }
}
