package sourcebook.catalogue;

import java.util.List;

/// Documents that may need the same correction as one that a person just corrected: their value of the field was
/// inferred too, from the same evidence, and is not yet what the person made of it.
///
/// @param what the evidence they share, for a person: the host, the folder, or rule and value (`og:site_name: Foo`)
/// @param documents without the corrected one, at most [Catalogue#MOST_ALIKE], in order of adding
/// @param total how many there are in all
public record Alike(Kind kind, String what, List<DocumentId> documents, long total) {
    /// What documents have in common.
    public enum Kind {
        /// Saved from the same host.
        HOST,
        /// They lie in the same folder, or in the same one of the same container.
        FOLDER,
        /// The same rule gave the same value: the same wrong pattern.
        VALUE
    }
}
