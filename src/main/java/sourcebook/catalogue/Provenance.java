package sourcebook.catalogue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the value of one field of one document comes from: all that was ever said about it and still stands, the
/// strongest last. The last layer is the value that holds; without layers the field is unknown and nobody said so.
public record Provenance(RecordField field, List<Layer> layers) {
    /// What one party says about the field.
    ///
    /// @param values as a person writes them, in order; empty when it says "unknown"
    /// @param evidence one for each value
    /// @param who the person, null for what no person said
    /// @param when the person said it, null likewise
    public record Layer(
            Kind kind,
            List<String> values,
            List<Evidence> evidence,
            @Nullable String who,
            @Nullable Instant when) {}

    /// Parties, the weakest first.
    public enum Kind {
        INFERRED,
        SIDECAR,
        EDIT
    }

    /// Whether the field is known.
    public boolean known() {
        return !layers.isEmpty() && !layers.getLast().values().isEmpty();
    }
}
