package sourcebook.search;

import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.DocumentId;

/// What a person who is typing may mean.
///
/// @param text for a person: a title, a name, words
/// @param query what to search for in its place, in the query language
/// @param documents that have it
/// @param document whose title it is, null for every other kind
public record Suggestion(
        Kind kind,
        String text,
        String query,
        long documents,
        @Nullable DocumentId document) {
    /// What was found, in the order in which suggestions come.
    public enum Kind {
        TITLE,
        SOURCE,
        COUNTRY,
        /// Words that often follow each other in the archive's texts.
        PHRASE,
        /// A word of the archive that is written almost like the one typed.
        SPELLING
    }
}
